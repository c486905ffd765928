"""A bare sum against an offer: "40", "no 40", "menos, 40", "50 each"."""

import re

from nlu.normal import fold

_BARE = re.compile(
    r"\W*(?:(?:no|nah|less|lower|menos|mejor)\W+)*\$?(\d{2,4})"
    r"(?: (?:dollars|dolares|bucks))?(?: (?:each|apiece|per payment|each (?:one|payment|time)|"
    r"cada (?:un[oa]|pago|vez)|por pago))?\W*"
)


def counters_with_sum(text: str) -> int | None:
    """Cents; None where the text says more or less than that."""
    found = _BARE.fullmatch(fold(text).text)
    return int(found[1]) * 100 if found else None
