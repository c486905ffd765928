"""Whether something was paid, or is to be paid now, is asked, not said: "did i already pay it"."""

import re

from nlu.normal import fold

_ASKS = re.compile(
    r"(?<!how much )(?<!when )(?<!what )(?<!how )\b(?:did|have|has) (?:i|we|he|she|my \w+)"
    r"(?: even| ever| already| just| actually)* (?:pay|paid|payed)\b|"
    r"\b(?:if|whether) (?:i|we)(?:ve| have)?(?: even| ever| already)* (?:paid|payed)\b|"
    r"^\W*(?:ya )?(?:i|we) (?:already )?paid (?:it|this|that)(?: already)?,? right\W*$|"
    r"\b(?:no (?:se|recuerdo|me acuerdo) si|sera que) (?:ya )?(?:lo |la |les |le )?"
    r"(?:pague|pagamos|he pagado)\b|"
    r"^\W*(?:oiga |y |entonces |pero )*(?:ya )?(?:lo |la |les |le )?(?:pague|pagamos|he pagado|"
    r"habre pagado)(?: (?:ya|eso|esto|esta|esa|la|mi|cuenta|factura|todo))*\W*\?"
)
_CHARGED = re.compile(
    r"(?<!why )(?<!how much )(?<!what )(?<!when )(?<!how )\b(?:did|was|wasnt|were) (?:i|you|they|"
    r"it|we)"
    r"(?: (?:not|even|ever|already|just|get|actually))* charged?\b(?: (?:me|my card|it|yet|already|"
    r"anything|right|for it))*\W*$|\bi wasnt charged,? right\b|"
    r"\bnothing (?:\w+ ){0,2}charged\b.{0,12}\bright\b|"
    r"^(?!.*\b(?:por ?que|[xp]q|cuanto|que me|cuando|quien)\b).*\bme (?:cobraron|cobro|"
    r"han cobrado)(?: (?:ya|nada|algo|eso))*"
    r"(?:\W*\?|,? (?:verdad|cierto|o no)\b)"
)
_NOW = re.compile(
    r"^\W*(?:so |then |ok |and |but |well )*(?:do|should|must|would) (?:i|we) (?:have to |need to |"
    r"still |just )*pay\b(?: (?:it|this|that|now|then|today|still|anything|something|first|yet|"
    r"meanwhile|in the meantime))*\W*$|"
    r"^\W*(?:y |o |pero |bueno |ok )*(?:entonces |ahora )?(?:ya )?(?:lo |la )?(?:pago|tengo que "
    r"pagar|debo pagar|hay que pagar)(?:lo|la)?(?: (?:ya|ahora|entonces|hoy|algo|o no|mientras))*"
    r"\W*\?"
)


def asks_if_paid(text: str) -> bool:
    said = " ".join(fold(text).text.replace("'", "").split())
    return _ASKS.search(said) is not None


def asks_if_charged(text: str) -> bool:
    """ "It didnt charge me, right": of a try that may have failed; nothing is said to be wrong."""
    said = " ".join(fold(text).text.replace("'", "").split())
    return _CHARGED.search(said) is not None


def asks_if_now(text: str) -> bool:
    """ "So do i pay now?": asked, where "i pay now" would be a wish."""
    said = " ".join(fold(text).text.replace("'", "").split())
    return _NOW.search(said) is not None
