"""Whether the office is open on a day: "is the office open tomorrow", "abren el viernes"."""

import re
from datetime import date, timedelta

from nlu.normal import fold
from nlu.understanding import Entities

_WHO = (
    r"(?:you|u|ya|yall|you guys|(?:the |your )?(?:office|clinic|desk|place)|they|"
    r"any(?:one|body)|some(?:one|body))"
)
_ASKS = re.compile(
    rf"\b(?:is|are|will|r) {_WHO} (?:\w+ )?(?:be )?(?:open|closed?|there|in)\b|"
    rf"\bdo(?:es)? {_WHO} (?:open|close|work)\b|"
    r"^\W*(?:\w+ )?(?:open|closed) (?:on |this )?\w+\W*$|"
    r"\b(?:abren|cierran|atienden|trabajan|(?:esta|estan|estara|estaran) (?:abiert[oa]s?|"
    r"cerrad[oa]s?)|(?:esta|estan) (?:abiert[oa]s? |cerrad[oa]s? )?(?:la oficina|la clinica))\b"
)
_TODAY = re.compile(r"\b(?:today|right now|hoy|ahorita)\b")
_TOMORROW = re.compile(r"\b(?:tomorrow|tmrw|tmw|tomorow|manana)\b")


def open_day_asked(text: str, entities: Entities, today: date) -> date | None:
    """The day that is asked about; None where none is, or nothing of opening is asked."""
    said = fold(text).text.replace("'", "")
    if not _ASKS.search(said):
        return None
    if named := [each.on for each in entities.dates if each.on is not None]:
        return named[0] if named[0] >= today else None
    if _TOMORROW.search(said):
        return today + timedelta(days=1)
    return today if _TODAY.search(said) else None
