"""What is plainly said of a plan that runs, though it sounds of a bill or of nothing."""

import re

from nlu.plan_ask import PlanAsk, days_on, find_plan_ask
from nlu.reading import read
from nlu.taking_back import speaks_of_texts

_MOST_WORDS = 12
_OF_PAYMENTS = re.compile(
    r"\b(?:first|1st|1|next|second|2nd|third|3rd|last|payments?|installments?|one|dates?|days?|"
    r"primer[oa]?|siguiente|segund[oa]|ultim[oa]|pagos?|fechas?)\b"
)
_NO_PLANS = re.compile(
    r"\b(?:insurance|seguro|medicare|medicaid|address|direccion|phone|telefono|name|nombre|"
    r"appointment|cita|doctor|visit|visita|wrong|charged|copay|deductible|id|member)\b"
)
_CARD = frozenset({PlanAsk.CHANGE_CARD, PlanAsk.STOP_CARD})
_DAYS = frozenset({PlanAsk.SKIP, PlanAsk.MOVE, PlanAsk.MOVE_ALL})
_PAUSE = re.compile(
    r"\b(?:skip\w*|paus\w+|hold off|sit out|stop|salt\w+|brinc\w+|par\w+|deten\w+)"
    r"(?: (?!in\b|every\b|cada\b|en\b)\w+){0,3}? "
    r"(?:a|an|1|una?|otra|another|\d{1,2}) (?:whole |full |entire )?(?:week|month)s?\b"
)
_THE_DAY = re.compile(
    r"\b(?:the|my|that|el|mi|la) (?:(?:payment|due|pay) )?(?:day|date|dia|fecha)\b"
    r"(?! (?:of|for|de|del|para) (?:the|my|this|el|la|mi|next|first|este))"
)


def asks_of_plan(text: str, *, has_day: bool, language: str | None = None) -> bool:
    """A change of the running plan, in few words: "change the first to dec 10"."""
    said = read(text, language).text
    if len(said.split()) > _MOST_WORDS or _NO_PLANS.search(said):
        return False
    if speaks_of_texts(text, language):
        return False
    ask = find_plan_ask(text, language)
    if ask in _CARD:
        return True
    return ask in _DAYS and (has_day or _OF_PAYMENTS.search(said) is not None)


def pause_days(text: str, language: str | None = None) -> int | None:
    """ "Pause it a month": for how long, in days; None where no span is told."""
    said = read(text, language).text
    return days_on(text, language) if _PAUSE.search(said) else None


def names_the_day(text: str, language: str | None = None) -> bool:
    """ "Change the day to the 5th": of all payments, as no one of them is named."""
    said = read(text, language).text
    is_of_one = re.search(
        r"\b(?:first|1st|next|this|second|2nd|last|proxim\w+|primer\w*|este|siguiente|one)\b", said
    )
    return _THE_DAY.search(said) is not None and is_of_one is None
