"""A long text in its sentences, and what single ones want beside what is for a person.

The model weighs a text as a whole: a bill that is wrong drowns the one to be paid. Each sentence
is heard again where the whole is for a person, and what the ledger can answer is not lost.
"""

import re
from collections.abc import Callable
from dataclasses import replace

from nlu.understanding import Decision, Part, Understanding

FOR_A_PERSON = frozenset(
    {"dispute_charge", "medical_question", "insurance_question", "complaint", "request_human",
     "request_call"}
)  # fmt: skip
OF_THE_LEDGER = frozenset({"ask_balance", "ask_due_date", "explain_charge", "pay_now"})
EXPLAIN, BALANCE, DISPUTE = "explain_charge", "ask_balance", "dispute_charge"
SURE = 0.9
MOST = 8  # sentences; more is a letter
_ENDS = re.compile(r"(?:[.?!;]+(?=\s)|\n)\s*|,? +(?=(?:but|pero) )")
_UNWILLING = re.compile(
    r"\b(?:not|n't|dont|wont|cant|never|refuse|why|until|till|unless|once|when|instead|"
    r"(?:if|after) (?:you|they|its|it is) (?:all )?(?:fix\w*|correct\w*|remov\w*|tak\w*|drop\w*|"
    r"lower\w*|chang\w*|right)|"
    r"want me|wants me|expect|no|nunca|hasta|cuando|si no|por ?que|quieren que)\b"
)

Hear = Callable[[str], Understanding]


def sentences(text: str) -> list[str]:
    told = (each.strip(" .?!;") for each in _ENDS.split(text))
    return [each for each in told if each]


def with_parts(heard: Understanding, text: str, hear: Hear) -> Understanding:
    """What else is wanted joins what was heard, each with its own sentence."""
    told = sentences(text)
    is_for_person = heard.decision is Decision.ACT and heard.main in FOR_A_PERSON
    if not is_for_person or not 1 < len(told) <= MOST:
        return heard
    found = (_part(each, hear(each), heard.main) for each in told)
    parts = tuple(part for part in found if part is not None)
    if not parts or len(parts) == len(told):
        return heard
    return replace(heard, parts=parts)


def rest_of(text: str, parts: tuple[Part, ...]) -> str:
    taken = {part.text for part in parts}
    return ". ".join(each for each in sentences(text) if each not in taken)


def _part(sentence: str, heard: Understanding, main: str) -> Part | None:
    """A sentence that also holds something for a person belongs to that."""
    names = tuple(i.name for i in heard.intents if i.name in OF_THE_LEDGER)
    sure = heard.decision is Decision.ACT and heard.confidence >= SURE
    if not sure or not names or {i.name for i in heard.intents} & FOR_A_PERSON:
        return None
    if main == DISPUTE and names == (EXPLAIN,):  # "what is this charge" is the dispute
        return None
    if "pay_now" in names and _UNWILLING.search(sentence.casefold()):
        return None
    return Part(sentence, names)
