"""Who may be written to instead: an attorney's or a relative's name, phone and e-mail in a text."""

import re
from dataclasses import dataclass

from nlu.contact import parse_email, parse_phone

_TITLE = (
    r"(?:attorney|atty\.?|lawyer|counsel|trustee|paralegal|abogad[oa]|licenciad[oa]|lic\.?|"
    r"executor|"
    r"executrix|albacea|my (?:sister|brother|mother|father|son|daughter)|mi (?:herman[oa]|hij[oa]))"
)
_LED = re.compile(
    rf"\b{_TITLE}(?:'?s)?(?: name)?(?: is| es|,|:| named| called| se llama| at)? +"
    r"(?P<name>(?:(?:mr|mrs|ms|sr|sra)\.? )?[^\W\d_][\w'.-]+(?: [^\W\d_][\w'.-]+){0,3})",
    re.IGNORECASE,
)
_FIRM = re.compile(
    r"\b(?:law offices? of|bufete(?: de)?) (?P<name>[^\W\d_][\w'.-]+(?: [^\W\d_][\w'.-]+){0,3})",
    re.IGNORECASE,
)
_ENDS_WORDS = """
a about al already an and are at call can con correo de dice did dijo does el email en es filed
for from handles has he her his i in instead is it la llame lo me mi my not now number numero o
on only or phone please por que represent represents said says se she should su tel telefono
that the they to told tu was we who will with would y ya you your
"""
_ENDS = frozenset(_ENDS_WORDS.split())


@dataclass(frozen=True)
class Contact:
    """`name` as it was written, `phone` in E.164; None where it was not told."""

    name: str | None = None
    phone: str | None = None
    email: str | None = None

    def __str__(self) -> str:
        return ", ".join(filter(None, (self.name, self.phone, self.email)))


def contact_in(text: str) -> Contact:
    return Contact(_name(text), parse_phone(text), parse_email(text))


def _name(text: str) -> str | None:
    found = _FIRM.search(text) or _LED.search(text)
    if found is None:
        return None
    words: list[str] = []
    for word in found["name"].split():
        if word.casefold().strip(".,'") in _ENDS or "'" in word:
            break
        words.append(word.strip(",.") if len(word) > 3 else word.strip(","))
        if word.endswith((",", ".")) and len(word) > 3:
            break
    return " ".join(words) or None
