"""A value corrected inside one thought: "pay 50", "wait no", "60" is "pay 60"."""

import re
from collections.abc import Sequence

from nlu.normal import fold
from nlu.reactions import without_reaction

_TAKES_BACK = (
    r"(?:(?:oh|no+|nope|wait|actually|sorry|oops|i|mean|meant|i meant|my bad|scratch that|"
    r"correction|"
    r"hold on|make (?:it|that)|not that|ay|espere|espera|perdon|disculpe|digo|mejor|"
    r"me equivoque|quise decir|mas bien|que sean?)[ ,.!]*)+"
)
_VALUE = r"(?P<value>\$? ?\d[\d,]*(?:\.\d\d)?)(?: ?(?:dollars|bucks|dolares|pesos))?"
_ONLY_BACK = re.compile(rf"\W*{_TAKES_BACK}\W*")
_BARE = re.compile(rf"\W*(?:{_TAKES_BACK})?{_VALUE}(?: (?:instead|please|mejor|por favor))?\W*")
_SUM = re.compile(
    r"(?<![\d/.,-])\$? ?\d[\d,]*(?:\.\d\d)?(?![\d/]|[.,-]\d| ?(?:payments?|"
    r"months?|weeks?|days?|pagos?|mes(?:es)?|semanas?|dias?|am|pm|times|veces|%|st|nd|rd|th)\b)"
)
_HOUR = re.compile(r"\b(?:at|las|la|on the|el|del?) \$?\d+\W*$")


def _is_sum(text: str) -> bool:
    """One figure, and neither a count, a day nor an hour."""
    return len(_SUM.findall(text)) == 1 and _HOUR.search(fold(text).text) is None


def mended(bodies: Sequence[str]) -> list[str]:
    """The texts of one thought, the newer value where the older stood; else as they came.

    Only where one value was named before, and a text takes it back. A reaction is its sign.
    """
    bodies = [without_reaction(body) for body in bodies]
    kept: list[str] = []
    is_back = False
    for body in bodies:
        said = fold(body).text
        bare = _BARE.fullmatch(said)
        takes_back = is_back or (bare is not None and re.match(rf"\W*{_TAKES_BACK}", said))
        if kept and bare and takes_back and _is_sum(kept[-1]):
            value = bare["value"].replace(" ", "")
            kept[-1] = _SUM.sub(f" {value}", kept[-1]).replace("  ", " ").strip()
            is_back = False
        elif len(bodies) > 1 and kept and _ONLY_BACK.fullmatch(said):
            is_back = True
            waiting = body
            continue
        else:
            if is_back:
                kept.append(waiting)
                is_back = False
            kept.append(body)
    return [*kept, waiting] if is_back else kept
