"""A bare sum against an offer: "40", "menos, 40", "50 each"; or against what was just agreed."""

import re

from nlu.normal import fold

_BARE = re.compile(
    r"\W*(?:(?:no|nah|less|lower|menos|mejor)\W+)*\$?(\d{2,4})"
    r"(?: (?:dollars|dolares|bucks))?(?: (?:each|apiece|per payment|each (?:one|payment|time)|"
    r"cada (?:un[oa]|pago|vez)|por pago))?\W*"
)
_ANEW = re.compile(
    r"\W*(?:(?:no|wait|oh|hmm|actually|sorry|rather|i meant?|i mean|let'?s do|lets say|make that|"
    r"espere|perdon|en realidad|mejor|digo|quise decir|mas bien|que sean)\W+)+"
    r"\$?(\d{2,4})(?: (?:instead|each|rather|cada uno|en vez|mejor))*\W*|"
    r"\W*\$?(\d{2,4}) (?:instead|each|rather|cada uno|mejor)\W*"
)


def counters_with_sum(text: str) -> int | None:
    """Cents; None where the text says more or less than that."""
    found = _BARE.fullmatch(fold(text).text)
    return int(found[1]) * 100 if found else None


def corrects_to_sum(text: str) -> int | None:
    """ "Actually 250": cents, of what was agreed a moment ago."""
    found = _ANEW.fullmatch(fold(text).text)
    return int(found[1] or found[2]) * 100 if found else None
