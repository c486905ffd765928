"""One sum on one day, and no plan: "no plan, just 50 on the 20th", "que tal si doy 50 el 20"."""

import re
from datetime import date

from nlu.reading import read
from nlu.understanding import Amount, Entities

_A_PLAN = (
    r"(?:(?:payment|pay) )?(?:plans?|installments?|payments|plan de pagos?|pagos|abonos|plazos)"
)
_REFUSES = re.compile(
    rf"\b(?:no|not|without|skip|forget|sin|nada de)(?: (?:a|an|the|any|that|el|un|ningun|ese|mas|"
    rf"more|need for a|to the))? {_A_PLAN}\b(?! (?:on|is|was|for|esta|de)\b)|"
    r"\b(?:do ?n'?t|dont|do not|not|never|didn'?t|didnt) "
    rf"(?:want|need|ask(?:ed)? for|wanna do|wanna|do)(?: (?:a|the|any|no|that|this))* {_A_PLAN}\b|"
    rf"\bno (?:quiero|necesito|ocupo|pedi|hagamos|haga|me haga|es) (?:(?:el|un|ningun|ese|de) )*"
    rf"{_A_PLAN}\b"
)
_ONLY = re.compile(
    r"\b(?:just|only|one time|1 time|once|thats (?:all|it)|that's (?:all|it)|solo|solamente|nomas|"
    r"nada mas|una (?:sola )?vez|unicamente|es todo)\b"
)
_MORE_THAN_ONE = re.compile(
    r"\b(?:plans?|payments|installments?|each|every|monthly|weekly|biweekly|first|1st payment|"
    r"start\w*|begin\w*|then|down|rest|remainder|other half|split|spread|after that|until|"
    r"(?:a|per) (?:week|month|paycheck|check)|pagos|partes|plazos|cuotas|abonos|mensual\w*|"
    r"quincenal\w*|semanal\w*|cada|al mes|por (?:mes|semana|quincena)|enganche|primer\w*|empez\w+|"
    r"empiez\w+|comenz\w+|resto|lo demas|luego|despues|hasta|poco a poco)\b"
)
_AROUND_WORDS = """yes yeah yep ok okay no nah si claro just only nomas solo like about around
bucks dollars dolares pesos pay ill i'll i will can put send give do doy pago pagar mando por on the
for el de a to of que please porfa dar le les then better mejor works it thats that's it's its so
and y is"""
_AROUND = frozenset(_AROUND_WORDS.split())
_WORD = re.compile(r"[a-z']+")


def refuses_plan(text: str, language: str | None = None) -> bool:
    return _REFUSES.search(read(text, language).text) is not None


def is_only_once(text: str, language: str | None = None) -> bool:
    """ "Just", "that's all", "nomas"."""
    return refuses_plan(text, language) or _ONLY.search(read(text, language).text) is not None


def is_several(text: str, heard: Entities, language: str | None = None) -> bool:
    """Several payments are spoken of, and not to refuse them."""
    is_timed = heard.frequency is not None or heard.count is not None
    rest = _REFUSES.sub(" ", read(text, language).text)
    return is_timed or _MORE_THAN_ONE.search(rest) is not None


def is_once(text: str, heard: Entities, today: date, language: str | None = None) -> bool:
    """One sum on one later day, and no word of several payments."""
    return _has_both(heard, today) and not is_several(text, heard, language)


def is_nothing_else(text: str, heard: Entities, today: date, language: str | None = None) -> bool:
    """ "50 on march 20 yes": hardly a word beside the sum and the day."""
    if not _has_both(heard, today):
        return False
    for start, end in sorted(_spans(heard), reverse=True):
        text = f"{text[:start]} {text[end:]}"
    return set(_WORD.findall(read(text, language).text)) <= _AROUND


def _has_both(heard: Entities, today: date) -> bool:
    sums = [a for a in heard.amounts if _is_a_part(a)]
    days = {day.on for day in heard.dates}
    has_one = len(sums) == len(heard.amounts) == len(days) == 1
    return has_one and all(day is not None and day > today for day in days)


def _is_a_part(amount: Amount) -> bool:
    return amount.cents is not None and amount.per is None


def _spans(heard: Entities) -> list[tuple[int, int]]:
    sums = [(amount.start, amount.end) for amount in heard.amounts]
    return sums + [(day.start, day.end) for day in heard.dates]
