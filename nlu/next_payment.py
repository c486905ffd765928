"""The next payment of a plan that runs: when it is, and that it is to be paid now."""

import re

from nlu.reading import read

_PART = r"(?:payments?|installments?|one|1|pagos?|abonos?|cuotas?|mensualidad(?:es)?)"
_NEXT = (
    rf"(?:(?:the|my|el|la|mi) )?(?:next|upcoming|coming|following|other) (?:plan |pago )?{_PART}|"
    rf"(?:el|la|mi) (?:{_PART} )?(?:proxim[oa]|siguiente|que (?:sigue|viene|toca))(?: {_PART})?|"
    rf"(?:el|la|mi) (?:otr[oa]|next) {_PART}|(?:el|la) que (?:sigue|viene|toca)"
)
_NO_PART = "statement|appointment|visit|visita|cita|bill|factura|cuenta|recibo|text|mensaje"
_PAST = "was|were|did|fue|era|hice|pague"
_FIRST = rf"(?:my|the|mi|el|la) (?:first|1st|primer[oa]?)(?: {_PART})?"
_THAT = rf"that {_PART}|es[ea] (?:{_PART}|mismo)|es[ea](?= (?:hoy|ya|ahora))"
_WHEN = (
    r"(?:when(?:'?s| is| do| does)?|what (?:day|date)|how much(?:'?s| is)?|cuando|que (?:day|dia|"
    r"fecha)|cuanto|de cuanto|para cuando)"
)
_ASKS = re.compile(
    rf"\b{_WHEN}\b(?: (?!(?:{_NO_PART}|{_PAST})\b)\w+){{0,3}}? "
    rf"(?:{_NEXT}|{_FIRST})\b(?! (?:{_NO_PART})\b)|"
    rf"^\W*(?:and |ok |so |y )*(?:{_NEXT})(?: del plan)? (?:is )?(?:when|due when|cuando|"
    r"para cuando|when is it)\b"
)
_NAMES_PLAN = re.compile(r"\b(?:plan|payments?|installments?|pagos?|abonos?|cuotas?)\b")
_PAYS = re.compile(
    r"\b(?:pay\w*|make|send|do|take care of|knock out|pag\w+|dar|doy|abon\w+|adelant\w+|hacer|"
    r"hago|liquid\w+)\b"
)
_MEANS_NEXT = re.compile(rf"\b(?:{_NEXT}|{_THAT})\b")
_ELSEWHERE = re.compile(
    r"\b(?:skip\w*|move|push|change|switch|instead|later|after|when|how much|can'?t|cannot|won'?t|"
    r"not|no|unable|dont|don'?t|late|miss\w*|already|paid|rest|off|all|everything|extra|cuando|cuanto|mover|muev\w+|"
    r"cambi\w+|salt\w+|despues|luego|tarde|todo|resto|ya pague|bill|factura|cuenta)\b"
)
_EARLY = re.compile(
    r"\b(?:early|earlier|ahead|now|today|tonight|hoy|ya|ahora|ahorita|antes|de una vez|adelant\w+|"
    r"right away)\b"
)
_NOT_THAT_DAY = re.compile(
    r"\b(?:cant|can'?t|cannot|can not|wont|won'?t|not|no) (?:\w+ ){0,4}?"
    r"(?:(?:that|this|ese|esa) (?:day|date|dia|fecha)|by then|then|para entonces)\b"
)
_CANNOT = (
    r"(?:(?:i|we) )?(?:really |just )?(?:can'?t|cannot|can not|won'?t be able to|"
    r"am not able to)"
)
_NO_PUEDO = r"(?:yo )?(?:no (?:puedo|podemos|podre|voy a poder|vamos a poder)|no me alcanza para)"
_AT_ONCE = r"(?:today|now|right now|tonight|yet|on time|by then|hoy|ahora|ahorita|todavia|a tiempo)"
_NOT_YET = re.compile(rf"\b{_AT_ONCE}\b")
_NOT_THAT_ONE = re.compile(
    rf"\W*(?:(?:sorry|no|ok|but|oh|so|actually|perdon|pero|ay|oiga|es que|hoy|ahorita)\W+)*"
    rf"(?:{_CANNOT} (?:pay|make|do|cover|swing)|{_NO_PUEDO} (?:pagar|hacer|dar|cubrir|con)?) ?"
    rf"(?:{_NEXT}|that {_PART}|this {_PART}|es[ea](?: {_PART}| mismo)?|est[ea](?: {_PART})?)"
    rf"(?: {_AT_ONCE})?(?:\W+(?:sorry|please|though|perdon|por favor|disculpe|lo siento))*\W*"
)
_MORE = re.compile(
    r"\b(?:extra|more|another|on top|additional|besides|otros|adicional\w*|mas|de mas|aparte|"
    r"ademas)\b"
)


def asks_next(text: str) -> bool:
    """When it is, or how much."""
    return _ASKS.search(read(text).text) is not None


def names_payments(text: str) -> bool:
    """ "The next one" may be a visit; "the next payment" is none."""
    return _NAMES_PLAN.search(read(text).text) is not None


def pays_next(text: str) -> bool:
    """ "Can i pay that one today", "quiero adelantar el que sigue"."""
    said = read(text).text
    is_paid = _PAYS.search(said) is not None and _ELSEWHERE.search(said) is None
    return is_paid and _MEANS_NEXT.search(said) is not None


def pays_early(text: str) -> bool:
    """ "I wanna pay it early", of a payment that was just told."""
    said = read(text).text
    is_paid = _PAYS.search(said) is not None and _ELSEWHERE.search(said) is None
    return is_paid and _EARLY.search(said) is not None


def denies_that_day(text: str) -> bool:
    """ "I cant do it that day", of the day that was just told."""
    return _NOT_THAT_DAY.search(read(text).text) is not None


def cannot_pay_that(text: str) -> bool:
    """ "I cant pay that one today", and no trouble is told besides: another day is wished."""
    said = read(text).text
    return _NOT_THAT_ONE.fullmatch(said) is not None and _NOT_YET.search(said) is not None


def pays_more(text: str) -> bool:
    """ "Can i pay 20 extra too"."""
    said = read(text).text
    return _PAYS.search(said) is not None and adds_to_it(text) and "back" not in said.split()


def adds_to_it(text: str) -> bool:
    """ "40 more": beside the next one, and not for it."""
    return _MORE.search(read(text).text) is not None
