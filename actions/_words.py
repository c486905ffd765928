"""Plain agreement and refusal, in English and Spanish, and what a text asks for besides."""

import re

from bot.action import Context
from nlu.agreement import find_agreement, insists, says_our_yes
from nlu.too_much import says_too_much

_YES = re.compile(
    r"^y\W*$|\b(?:yes|yeah|yea|yep|yup|ok|okay|k|sure|agree|agreed|i do|do it|deal|sounds? good|"
    r"that works|works for me|works|fine|perfect|great|go ahead|correct|right|please do|confirm|"
    r"si|claro|de acuerdo|acepto|esta bien|bueno|dale|perfecto|por supuesto|correcto|conforme)\b"
)
_NO = re.compile(
    r"\b(?:no|nope|nah|not|never|don'?t|can'?t|cannot|won'?t|disagree|tampoco|nunca|jamas)\b"
)
_HEDGED = re.compile(
    r"\?|\b(?:but|if|maybe|might|unless|except|think about|later|why|how|what|pero|quizas?|"
    r"tal vez|luego|por que|como)\b"
)
_THINKING = re.compile(
    r"\b(?:think about|think it|ask my|talk to my|check with|not sure|let me see|get back to you|"
    r"pensarlo|lo pienso|consult\w*|habl\w+ con mi|no estoy segur[oa])\b"
)
_NO_PROBLEM = re.compile(r"\b(?:no problem|no prob|not bad|why not|como no)\b")
_SHOWN = (
    "plan_offer", "plan_change_offer", "plan_end_offer", "plan_say_agree", "plan_days_offered",
    "plan_day_offered",
)  # fmt: skip
_AGREE = frozenset({"agree", "i agree", "acepto", "yo acepto"})
_INCOME = re.compile(
    r"\b(?:i|we|he|she) (?:only |just )?(?:make|makes|made|earn|earns|bring home|live on)\b|"
    r"\b(?:gano|ganamos|mi sueldo|mi ingreso|my income|my wages?)\b"
)
_A_SUM = re.compile(r"\d[\d,.]*")
_ACCENTS = str.maketrans("áéíóúÁÉÍÓÚ", "aeiouaeiou")


def plain(text: str) -> str:
    return text.translate(_ACCENTS).casefold().replace("\u2019", "'").strip()


def is_yes(text: str) -> bool:
    """A clear yes, without a no, a condition or a question in it."""
    said = _NO_PROBLEM.sub("sure", plain(text))
    return bool(_YES.search(said)) and not _NO.search(said) and not _HEDGED.search(said)


def is_no(text: str) -> bool:
    said = _NO_PROBLEM.sub("", plain(text))
    return bool(_NO.match(said)) or (bool(_NO.search(said)) and not _YES.search(said))


def is_thinking(text: str) -> bool:
    """Neither yes nor no yet."""
    return _THINKING.search(plain(text)) is not None


def is_our_yes(text: str) -> bool:
    """The word that we ask for when a plan is offered, alone."""
    return plain(text).strip(" .!") in _AGREE


def agrees(text: str) -> bool:
    """Our own word for a plan, also with others around it; no mere ok makes an agreement."""
    return find_agreement(text) is not None


def agrees_to_offer(context: Context) -> bool:
    """Our word, "do it", or a clear yes where we had just asked for our word."""
    keys, text = context.memory.last_keys, context.text
    if any(key.startswith("plan_say_agree") for key in keys) and insists(text):
        return True
    is_shown = any(key.startswith(_SHOWN) for key in keys)  # "do that" is of what was just said
    return agrees(text) and (says_our_yes(text) or is_shown)


def is_too_much(text: str) -> bool:
    """Of an offer: more than they can."""
    return says_too_much(text)


def tells_income(text: str) -> bool:
    """What they live on, and no sum besides that could be paid: "i make 1200 a month, 2 kids"."""
    sums = [found for found in _A_SUM.findall(text) if len(found) > 1]
    return _INCOME.search(plain(text)) is not None and len(sums) <= 1


def wants(context: Context, intent: str) -> bool:
    return any(said.name == intent for said in context.understanding.intents)
