"""An insurance told in a text: its name, and the member id on its card."""

import re
from dataclasses import dataclass

from nlu.contact import find_phones
from nlu.normal import fold

_INSURERS = re.compile(
    r"\b(?:medicaid|medicade|medicare|medi-?cal|tricare|champva|masshealth|ahcccs|obamacare|"
    r"blue ?cross(?: blue ?shield)?|blue ?shield|bcbs\w*|aetna|cigna|united ?health ?care|"
    r"uhc|united|humana|kaiser(?: permanente)?|anthem|molina|ambetter|oscar|amerigroup|wellpoint|"
    r"wellcare|"
    r"centene|superior|chip|buckeye|meridian|priority health|harvard pilgrim|tufts|highmark|"
    r"geisinger|upmc|triple-?s|meritain|umr|gehp|optum|aarp|cobra|workers'? comp\w*)\b"
)
_ID = re.compile(
    r"(?<![\w$.,/@-])(?:[A-Z]{2,4} |[A-Za-z]{1,4}-?)?\d[A-Za-z0-9]*"
    r"(?:[ -][A-Za-z]{0,3}\d[A-Za-z0-9]*)*"
    r"(?![\w/@])"
)
_NAMED_ID = re.compile(
    r"\b(?:member|id|i\.d\.|number|num|numero|no|miembro|poliza|policy|subscriber|afiliad[oa]|card|"
    r"tarjeta|#)\W"
)
FEWEST, MOST = 5, 20  # digits of a member id
FEWEST_ALONE = 7  # of one that nothing calls so: five digits may be a ZIP


@dataclass(frozen=True)
class Insurance:
    name: str | None
    member_id: str | None


def find_insurance(text: str) -> Insurance:
    return Insurance(_name(text), _member_id(text))


def insurers() -> str:
    """As part of another pattern."""
    return _INSURERS.pattern


def _name(text: str) -> str | None:
    said = fold(text)
    match = _INSURERS.search(said.text)
    if match is None:
        return None
    start, end = said.origin(match.start(), match.end())
    return text[start:end]


def _member_id(text: str) -> str | None:
    """As it was written, so that it can be found again in the text."""
    said = fold(text)
    phones = {said.origin(p.start, p.end) for p in find_phones(said)}
    is_named = _NAMED_ID.search(said.text) is not None
    for match in _ID.finditer(text):
        digits = sum(letter.isdigit() for letter in match.group())
        has_letters = any(letter.isalpha() for letter in match.group())
        fewest = FEWEST if is_named or has_letters else FEWEST_ALONE
        is_phone = not is_named and (match.start(), match.end()) in phones
        if fewest <= digits <= MOST and not is_phone:
            return match.group()
    return None
