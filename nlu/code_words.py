"""What somebody says of the code they wait for: that none came, or what code is meant.

Read only while one is awaited: alone, "nothing came" may be of anything.
"""

import re
from enum import Enum, auto

from nlu.normal import fold

MOST_WORDS = 16
_CODE = r"(?:codes?|codigos?|digits|cifras)"
_TEXT = r"(?:texts?|txts?|sms|messages?|mensajes?)"
_NOT = r"(?:(?:did|do|have|has|ca) ?n'?t|not|never|nothing|no|nunca|nada|aun|todavia)"
_COMES = (
    r"(?:get|got|gotten|getting|reci?ei?v\w*|come|came|comes|arriv\w*|see|have|find|show\w*|"
    r"lleg\w*|recib\w*|vino|veo|tengo|encuentr\w*|aparec\w*|sale)"
)
_ANEW = r"(?:another|new|again|resend|otr[oa]s?|nuev[oa]s?|de nuevo|otra vez|reenvi\w*)"
_SEND = r"(?:send|text|give|resend|mand\w*|envi\w*|reenvi\w*|deme|dame)"
_PLEASE = r"(?: please| pls| por favor| yet| todavia| aun)*"
_OF_OTHERS = re.compile(
    r"\b(?:cpt|zip|area|bill\w*|charges?|procedure|diagnosis|discount|promo|postal|factura|cobro|"
    r"cargo|descuento|receipts?|recibos?|statement|balance|saldo|refund|plan|more|mas)\b|\$"
)
_WHAT = re.compile(
    rf"\b(?:what|whats|what's|which|where|wheres|where's|why|how|que|cual|donde)\b.{{0,30}}\b{_CODE}\b|"
    rf"\b{_CODE}\b.{{0,12}}\b(?:what|where|mean|que|cual|donde)\b|^\W*{_CODE} ?\?+\W*$"
)
_NEW = re.compile(
    rf"\b{_NOT}\b.{{0,25}}\b{_COMES}\b.{{0,25}}\b(?:{_CODE}|{_TEXT})\b|"
    rf"\b(?:{_CODE}|{_TEXT})\b.{{0,20}}\b{_NOT}\b.{{0,12}}\b{_COMES}\b|"
    rf"\b(?:no|ningun) (?:{_CODE}|{_TEXT})\b|"
    rf"\b{_ANEW}\b.{{0,15}}\b{_CODE}\b|\b{_CODE}\b.{{0,15}}\b{_ANEW}\b|"
    rf"\b{_SEND}\b.{{0,15}}\b{_CODE}\b|^\W*(?:the |a |my |el |un |mi )?{_CODE}{_PLEASE}\W*$"
)
_NEW_ALONE = re.compile(
    r"^\W*(?:i |it |me |no |sorry )*(?:"
    rf"{_NOT} (?:me )?(?:ha |he |had |has |have )?{_COMES}(?: it| anything| one| nada)?|"
    rf"(?:me )?(?:lo |la |las )?{_SEND}(?: it| one| them| lo| la| las| me one)? "
    rf"(?:again|otra vez|de nuevo)|resend(?: it)?|reenvi\w*){_PLEASE}\W*$"
)


class AboutCode(Enum):
    """`NEW`: none has come, or another one is wanted. `WHAT`: which, where, why."""

    NEW = auto()
    WHAT = auto()


def about_code(text: str) -> AboutCode | None:
    words = fold(text).text
    if len(words.split()) > MOST_WORDS or _OF_OTHERS.search(words):
        return None
    if _NEW_ALONE.search(words):
        return AboutCode.NEW
    if _WHAT.search(words):
        return AboutCode.WHAT
    return AboutCode.NEW if _NEW.search(words) else None
