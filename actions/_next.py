"""What comes next after a bill was told: PAY, PLAN, QUESTION or PERSON."""

import re

from actions._words import plain
from bot.action import Context, Question

NEXT_STEP = Question("next_step", "ask_balance")
_MOST_WORDS = 3
_PAYS = r"\b(?:pay|pagar|pago)\b"
_INSURER = r"\b(?:insurance|ins|medicare|medicaid|seguro|aseguranza)\b"
_ASKING = (
    r"\b(?:did|does|do (?:i|we|they)|has|what|who|why|how|when|they|it|he|she|"
    r"quien|cuanto|que|cuando|ellos|tengo que|hay que)\b"
)
_CHOICES = (
    (re.compile(r"\bno\b|\bnot\b|\bdon'?t\b"), None),
    (re.compile(r"\bplans?\b"), "set_up_plan"),
    (re.compile(rf"^(?!.*{_INSURER})(?!.*{_ASKING}.*{_PAYS}).*{_PAYS}"), "pay_now"),
    (re.compile(r"\bquestions?\b|\bpreguntas?\b|\bduda\b"), "explain_charge"),
    (re.compile(r"\bpersona?\b"), "request_human"),
    (re.compile(r"\bi? ?agree\b|\bacepto\b"), "affirm"),
)


def taken_up(context: Context) -> str | None:
    """A choice of ours said back in a word or two; longer texts are understood as a whole."""
    said = plain(context.text)
    if len(said.split()) > _MOST_WORDS or any(letter.isdigit() for letter in said):
        return None
    return next((intent for words, intent in _CHOICES if words.search(said)), None)
