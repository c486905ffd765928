"""Less to pay asked for, by way of a deal: a discount, a settlement, a percentage, a round sum."""

import re

from nlu.normal import fold

_THING = r"(?:it|this|that|(?:the|my) (?:\w+ )?(?:bill|price|amount|total|balance))"
_COSA = r"(?:(?:la|mi|esta) (?:cuenta|factura)|el (?:total|monto|precio|saldo))"
_PER_CENT = r"\d{1,2} ?(?:%|percent|per cent|por ?ciento)"
_HAGGLES = re.compile(
    r"\b(?:any|an?|some|get|give|offer|have|do|is there|"
    r"are there) (?:\w+ ){0,2}discounts?\b(?! card)|"
    r"\bdiscounts? (?:for|if)\b|^\W*(?:an? )?discounts?\W*$|"
    rf"{_PER_CENT} (?:off|less|discount|menos|de descuento)\b|"
    rf"\b(?:lower|reduce|cut|drop|knock|bring|take|shave)\b[^.;]*\bby {_PER_CENT}|"
    rf"\b(?:lower|reduce|cut|negotiate) {_THING}\b|\bdrop the (?:price|amount|total)\b|"
    rf"\b(?:knock|take|shave) (?:something|some|a (?:bit|little)|\$?\d+) off\b|"
    r"\bsettle(?:ment)? (?:for|at|offer)\b|\bcall it even\b|"
    r"\b(?:do|take|accept|make it) \$?\d[\d,.]* (?:even|flat)\b|"
    r"\b(?:take|accept|do) (?:\$?\d[\d,.]*|half) (?:and (?:be done|call it)|as (?:full )?payment|"
    r"to settle|to close|for everything|for all of it)|"
    r"\b(?:take|accept) (?:a little |a bit )?less\b|\bcut me a (?:deal|break)\b|\bany deals?\b|"
    r"\b(?:hay|algun|un|dan|hacen|hace|tienen|ofrecen|me da) (?:\w+ ){0,2}"
    r"(?:descuentos?|rebajas?)\b|"
    r"^\W*(?:descuento|rebaja)\W*$|\b(?:descuento|rebaja) (?:por|si)\b|\b(?:me|nos|lo|la) rebaj\w+|"
    rf"\b(?:rebaj|baj|reduz)\w+ {_COSA}\b|\bme l[oa] dejan? en (?:\$?\d|la mitad)|"
    rf"\bbaj\w+ (?:un |el )?{_PER_CENT}|\baceptan? (?:la mitad|menos)\b|\b\d+ (?:y ya|cerrados)\b"
)
_NOT_SO = re.compile(
    r"\b(?:payments?|installments?|pagos|mensual\w*|already|did (?:i|you|they|my)|took|insur\w*|"
    r"seguro|what(?:'?s| is) (?:the|this|that)|que es|por ?que|why|quitaron|"
    r"aplic\w+|applied|a month|al mes|(?:is|was|like|es|era|como) (?:it |that |this )?(?:like |"
    r"just )?"
    r"(?:a|an|the|un|el) (?:discount|descuento)|adjust\w+|ajuste)\b"
)
_HARD = re.compile(
    r"\b(?:can'?t|cannot|can not|afford|hard|tough|tight|struggl\w*|broke|poor|laid off|"
    r"lost|unemployed|job|income|bills|rent|ssi|disab\w*|fixed|retired|only (?:have|make|get)|"
    r"help|no (?:puedo|tengo|alcanz\w+|trabajo)|dificil|duro|apurad\w+|perdi|desemplead\w+|"
    r"sin trabajo|renta|gano|ayud\w+|alcanza|pobre)\b"
)


def haggles(text: str) -> bool:
    said = fold(text).text
    return _HAGGLES.search(said) is not None and not _NOT_SO.search(said)


def tells_hardship(text: str) -> bool:
    """Beside it: that money is short."""
    return _HARD.search(fold(text).text) is not None
