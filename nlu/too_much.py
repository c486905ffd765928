"""More than they can: said of an offer, in either language."""

import re

from nlu.normal import fold

_UNTHANKED = r"(?<!thank you )(?<!thank u )(?<!thanks )(?<!ty )(?<!thx )(?<!thanx )"
_TOO_MUCH = re.compile(
    rf"{_UNTHANKED}\b(?:too|2|so|pretty|very|kinda|way) (?:much|high|steep|expensive|big|pricey)\b|"
    r"\b(?:that'?s|thats|is|it'?s) (?:still )?(?:a lot|high|expensive|steep|more than)\b|"
    r"\bmore than i (?:can|have|make)\b|\bout of my (?:budget|range|reach)\b|"
    r"\bnot in my budget\b|"
    r"\b(?:can'?t|cannot) (?:do|pay|swing|manage) (?:that much|so much|all that)\b|"
    r"\b(?:es|muy|demasiado|bien|sale|esta) (?:mucho|alt[oa]s?|car[oa]s?)\b|\bdemasiado\b|"
    r"\bcarisim[oa]\b|\bmuch[oa] (?:dinero|para mi|lana|plata)\b|"
    r"\bno (?:puedo|alcanzo|llego) (?:a )?(?:pagar |dar |con )?tanto\b|\bfuera de mi presupuesto\b"
)


def says_too_much(text: str) -> bool:
    return _TOO_MUCH.search(fold(text).text) is not None
