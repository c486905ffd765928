"""Days that a text takes back: "the 3rd, not the 13th", "el lunes no", "I can't pay friday"."""

import re
from collections.abc import Sequence
from typing import TypeVar

from nlu.normal import Mention

Value = TypeVar("Value")
_LEAD = r"(?:on |for |by |this |the |el |este |para )*$"
_NOT_THIS = re.compile(rf"(?<!why )(?<!if )(?<!or )\bnot {_LEAD}")
_THE_OTHER = re.compile(r", the \d")  # "not friday, the 20th"
_NO_THIS = re.compile(rf"(?<!si )(?<!porque )\bno {_LEAD}")
_THIS_NO = re.compile(
    r" no(?=\s*(?:[,.;!\n]|$)| sino\b| but\b| pero\b)|"
    r"(?<!today)(?<!hoy)(?: (?:is|just))? (?:does ?n[o']?t|wo ?n'?t|is ?n[o']?t going to|"
    r"ain'?t going to|not going to) (?:work|do)\b|"
    r"(?<!hoy) no (?:puedo|podre|me (?:queda|conviene|sirve|es posible))\b"
)
_CANNOT_THEN = re.compile(
    rf"\b(?:can'?t|cannot|can not|won'?t|will not|unable to|not (?:going to|gonna|able to)|"
    rf"no (?:voy a|vamos a|puedo|podre|podemos|alcanzo a))(?: (?:poder|be able to|pay|do|make|send|"
    rf"pagar\w*|hacerlo|mandar\w*|abonar\w*|it|this|that|you|anything|have|hacer|dar|swing|afford|"
    rf"(?:(?:a|the|my|that|this|el|mi|ese|este) )?(?:payment|pago|money|dinero)|(?:el |ese )?dia))*"
    rf" (?:by )?{_LEAD}"
)
_BOUND = re.compile(r"(?:until|till?|before|after|around|hasta|antes|despues)\b")


def undenied(text: str, days: Sequence[Mention[Value]]) -> list[Mention[Value]]:
    """A "no" before the only day may be an answer: "no, el viernes"; a "not" never is."""
    meant = [day for day in days if not _is_denied(text, day)]
    return [day for day in meant if not _follows(_NO_THIS, text, day)] or meant


def _is_denied(text: str, day: Mention[Value]) -> bool:
    is_corrected = _THE_OTHER.search(text, day.start, day.end) is not None
    before = not is_corrected and _follows(_NOT_THIS, text, day)
    before = before or _follows(_CANNOT_THEN, text, day)
    return before or _THIS_NO.match(text, day.end) is not None


def _follows(word: re.Pattern[str], text: str, day: Mention[Value]) -> bool:
    """ "Not until the 13th" denies no day."""
    is_bound = _BOUND.match(text, day.start) is not None
    return not is_bound and word.search(text[: day.start]) is not None
