"""Days that a text takes back: "the 3rd, not the 13th", "el lunes no, el martes"."""

import re
from collections.abc import Sequence
from typing import TypeVar

from nlu.normal import Mention

Value = TypeVar("Value")
_LEAD = r"(?:on |for |by |this |the |el |este |para )*$"
_NOT_THIS = re.compile(rf"(?<!why )(?<!if )(?<!or )\bnot {_LEAD}")
_NO_THIS = re.compile(rf"(?<!si )(?<!porque )\bno {_LEAD}")
_THIS_NO = re.compile(r" no(?=\s*(?:[,.;!\n]|$)| sino\b| but\b| pero\b)")
_BOUND = re.compile(r"(?:until|till?|before|after|around|hasta|antes|despues)\b")


def undenied(text: str, days: Sequence[Mention[Value]]) -> list[Mention[Value]]:
    """A "no" before the only day may be an answer: "no, el viernes"; a "not" never is."""
    meant = [day for day in days if not _is_denied(text, day)]
    return [day for day in meant if not _follows(_NO_THIS, text, day)] or meant


def _is_denied(text: str, day: Mention[Value]) -> bool:
    return _follows(_NOT_THIS, text, day) or _THIS_NO.match(text, day.end) is not None


def _follows(word: re.Pattern[str], text: str, day: Mention[Value]) -> bool:
    """ "Not until the 13th" denies no day."""
    is_bound = _BOUND.match(text, day.start) is not None
    return not is_bound and word.search(text[: day.start]) is not None
