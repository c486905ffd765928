"""A sum said to have it confirmed: "the total was 310 right", "entonces quedan 110, correcto"."""

import re
from dataclasses import dataclass

from nlu.normal import fold

_NUMBER = re.compile(
    r"(?<![\w/.:,#-])\$? ?(\d{1,3}(?:,\d{3})+|\d+)(?:\.(\d\d))?(?![\w/:%-]|[.,]\d)"
)
_OF_WHAT = (
    r"(?:its|it is|it'?s|is|was|were|that'?s|thats|(?:that|it) (?:makes|leaves|comes to)|left|"
    r"remain\w*|owe|owed|total|balance|down to|son|es|era|eran|seria|serian|queda|quedan|debo|"
    r"saldo|restan?|faltan?)"
)
_IS = re.compile(rf"\b{_OF_WHAT}\b")
_LEFT = re.compile(
    r"\b(?:left|leaves|remain\w*|owe|owed|balance|now|still|down to|queda|quedan|debo|saldo|"
    r"restan?|faltan?|ahora)\b"
)
_SO = re.compile(r"^\W*(?:(?:ok|okay|oh|and|well|y|bueno|pues)\W+)*(?:so|then|entonces|o ?sea)\b")
_TAIL = re.compile(
    r"\b(?:right|correct|yes|yeah|true|verdad|correcto|cierto|no|"
    r"is that right|am i right)\W*$|\?\W*$"
)
_A_DAY = re.compile(
    r"\b(?:the|el|on|by|dia|for) \d{1,2}(?:st|nd|rd|th)?\b(?! ?(?:dollars|bucks|dolares))|"
    r"\b\d{1,2} de [a-z]|"
    r"\b(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]* \d|"
    r"\d (?:payments?|pagos?|months?|mes(?:es)?|weeks?|semanas?|days?|dias?|bills?|facturas?|"
    r"visits?|am|pm|years?|times|veces|percent|each|a|al|per|cada|por)\b"
)
_ELSEWHERE = re.compile(
    r"\b(?:pa(?:y|ys|id|ying)|pag\w+|abon\w+|insurance|seguro|aseguranza|month\w*|mes|mensual\w*|"
    r"weekly|each|cada|every|why|how|what|which|who|when|por ?que|como|cual|quien|cuando|not|never|"
    r"nunca|wrong|mal|error|mistake|double|twice|doble|copay|refund|fee|deduct\w*|plan|for|from|por|"
    r"del|can|could|puedo|make|do|send|link|expensive|caro|too|much|discount|only|solo|friday|"
    r"tomorrow|manana|visit|zip|born|nac\w+)\b"
)
_MOST_WORDS = 10
_LEAST = 10  # dollars: a smaller number may count or name anything


@dataclass(frozen=True)
class Confirming:
    """`cents` as said. `asks`: to be put right where it is not so. `is_left`: what is left now."""

    cents: int
    asks: bool
    is_left: bool


def find_confirming(text: str) -> Confirming | None:
    said = fold(text).text
    found = list(_NUMBER.finditer(said))
    if len(found) != 1 or len(said.split()) > _MOST_WORDS:
        return None
    rest = said[: found[0].start()] + " " + said[found[0].end() :]
    if not _IS.search(rest) or _A_DAY.search(said) or _ELSEWHERE.search(rest):
        return None
    asks = _TAIL.search(said) is not None
    dollars = int(found[0][1].replace(",", ""))
    if not (asks or _SO.search(said)) or dollars < _LEAST:
        return None
    cents = dollars * 100 + int(found[0][2] or 0)
    return Confirming(cents, asks, _LEFT.search(rest) is not None)
