"""Small questions after an answer: whether it is so, whether all was received, what if it fails."""

import re

from nlu.normal import fold

_SURE = re.compile(
    r"(?:(?:ok|so|oh|wait|and|hm+|but|wow|y|pero|ah)\W+)*"
    r"(?:(?:are|r) (?:you|u|ya|yall) (?:really |100% |absolutely |very )?"
    r"(?:sure|certain|positive)|(?:you|u) sure|for real|en serio|de veras|"
    r"(?:is )?(?:that|it|this) (?:right|correct|really (?:right|it|all)|for sure)|"
    r"is (?:that|it) really (?:that|so)(?: much)?|"
    r"(?:esta |estan )?(?:usted |ustedes )?(?:bien )?(?:segur[oa]s?|de verdad)|"
    r"es (?:seguro|correcto|cierto|asi))(?: (?:about )?(?:that|it|this)| de eso)?"
)
_SURE_SUM = re.compile(
    r"\b(?:is it|is that|its|it is) (?:really|actually|still) \$?(\d[\d,.]*)|"
    r"\b(?:de verdad|en serio|realmente|seguro que) (?:son|debo|es|es de) \$?(\d[\d,.]*)"
)
_WHY_TEXT = re.compile(
    r"\bwhy (?:did|do|are|were) (?:you|u|yall) (?:guys )?(?:even )?(?:text|texting|message|"
    r"messaging|writ\w+|contact\w*|send\w*|bother\w*)\b|"
    r"\bwhy (?:am i|did i) (?:getting|get) (?:this|these|a|your) (?:text|message)s?\b|"
    r"\b(?:por|para) que me (?:escrib\w+|mand\w+|text\w+|contact\w+)"
)
_GOT_ALL = re.compile(
    r"\bdid (?:you|u) (?:get|catch|read|see|receive) (?:all (?:of )?(?:that|this|it)|"
    r"(?:my|all my|those|these) (?:texts?|messages?)|what i (?:said|wrote|sent))\b|"
    r"^\W*(?:did )?(?:you|u) (?:get|got) (?:all )?that\W*$|"
    r"\b(?:recibi\w+|le llegaron?|vio|leyo) (?:todo eso|todos? mis mensajes|mis? mensajes?|"
    r"lo que (?:dije|escribi|puse))\b|\bentendio todo\b"
)
_CARD_FAILS = re.compile(
    r"\b(?:what (?:happens )?if|what happens when|and if|suppose|y si|que pasa si) "
    r"(?:my |the |mi |la )(?:\w+ )?(?:card|payment|tarjeta|pago) (?:\w+ ){0,2}?"
    r"(?:fails?|declin\w*|bounces?|"
    r"does ?n[o']?t|won'?t|is rejected|gets? rejected|not work|no pasa|no funciona|falla|rechaz\w+)"
)
_CANNOT = re.compile(
    r"\bwhat(?:'?s| is| would| will|ll)?(?: (?:going to|gonna|to|be))*(?: happen\w*|"
    r" do you (?:guys )?"
    r"do| the worst\w*)?(?: to me)? if i (?:just |simply |never |really |still )*(?:can'?t|cannot|"
    r"can not|do ?n'?t|dont|won'?t|wont|miss|am late|refuse|never|ignore|skip)\b|"
    r"\b(?:que|y) (?:me )?(?:pasa |pasaria |hacen |sucede )?si (?:yo |nunca |simplemente )*no "
    r"(?:le |lo |la |les )?(?:puedo|pago|alcanzo|llego|quiero pagar)"
)
_UNPAID = re.compile(
    r"\bif (?:i|we) (?:just |simply |never |really |still |decide |choose )*(?:do ?n'?t|dont|"
    r"not to|"
    r"won'?t|wont|never|refuse to|ignore)(?: (?:ever|just|even))*(?: (?:pay\w*|do anything|this|it|"
    r"you|these))+\W*$|\bsi (?:yo |nunca |simplemente |nomas )*no (?:le |lo |la |les )?"
    r"(?:pago|quiero pagar)(?: (?:nada|esto|nunca|la cuenta|que (?:me )?pasa(?:ria)?|que me hacen|"
    r"pasa algo))*\W*$"
)
_GOT_IT = re.compile(
    r"\W*(?:(?:so|ok|and|well|hey|y|entonces|pues) )*(?:did|have) (?:you|u|yall|they) (?:guys )?"
    r"(?:get|got|gotten|receive|received|see) (?:it|that|the money|it yet|that yet)(?: ok|"
    r" yet)?\W*|"
    r"\W*(?:(?:so|ok|y|entonces|pues|ya) )*(?:les |le )?(?:llego|lo recibieron|lo recibio)"
    r"(?: el pago| ya)?\W*"
)
_SPLIT = re.compile(
    r"\b(?:split|break|separate|sort)(?: (?:it|them|that|this|those))?(?: (?:out|down|up|apart))? "
    r"(?:by|what|which|who|whose)\b|"
    r"\b(?:separ\w+|desglos\w+|divid\w+) (?:que|cual|cuanto) (?:es|fue|son) de (?:quien|cada)\b"
)
_RIGHT_PLACE = re.compile(
    r"\bis this (?:even |really )?(?:the )?(?:right|correct|real|actual) (?:number|place|person|"
    r"line|"
    r"text|contact|office)(?: \w+){0,4}\W*$|"
    r"\b(?:es|este es) (?:aqui|este|el) (?:el )?(?:numero|lugar)(?: correcto)?(?: \w+){0,4}\?"
)
_WENT = re.compile(
    r"\bwhen (?:did|was) (?:i|we|he|she|they|my (?:son|daughter|wife|husband|mom|dad|kid)) "
    r"(?:even |actually )?(?:go\b|come|see|seen|have (?:that|this|it) done|get (?:that|this|"
    r"it) done|"
    r"visit|there|in\b|at the)|\bwhen (?:was|is) (?:that|this|the|my) (?:visit|appointment|appt)\b|"
    r"\bcuando (?:fui|fuimos|fue (?:la|mi|esa) (?:visita|cita|consulta)|estuve|me (?:vieron|"
    r"atendieron))\b"
)
_CREDIT = re.compile(
    r"\W*(?:(?:what about|and|about|will it|does (?:it|this)|go on|on|hurt|affect|my|the|y|mi|el|"
    r"en) )*(?:credit (?:report|score|bureaus?|history|rating)|"
    r"(?:reporte|historial|buro) (?:de )?credito)\W*"
)


def asks_if_sure(text: str) -> bool:
    """Nothing but that."""
    return _SURE.fullmatch(fold(text).text.strip(" ?!.,\u00bf")) is not None


def sum_doubted(text: str) -> int | None:
    """ "Is it really 60": cents."""
    found = _SURE_SUM.search(fold(text).text)
    figure = (found[1] or found[2]).replace(",", "").rstrip(".") if found else ""
    return round(float(figure) * 100) if figure.replace(".", "", 1).isdecimal() else None


def asks_why_texted(text: str) -> bool:
    return _WHY_TEXT.search(fold(text).text) is not None


def asks_all_received(text: str) -> bool:
    """Our patients' words, not a payment: "did you get it" is another matter."""
    return _GOT_ALL.search(fold(text).text) is not None


def asks_card_fails(text: str) -> bool:
    """Not that it has failed."""
    return _CARD_FAILS.search(fold(text).text) is not None


def asks_what_if(text: str) -> bool:
    """ "What if I cannot pay by then", "what happens if i just dont pay"."""
    return _CANNOT.search(fold(text).text) is not None


def asks_if_unpaid(text: str) -> bool:
    """ "What happens if i just dont pay": asked, and no hardship told."""
    return _UNPAID.search(fold(text).text) is not None


def asks_if_got(text: str) -> bool:
    """ "Did you get it": of a payment, unless a text was just sent for something else."""
    return _GOT_IT.fullmatch(fold(text).text) is not None


def asks_split(text: str) -> bool:
    """ "Can you split out what is for who": a question of the bill, no payments."""
    return _SPLIT.search(fold(text).text) is not None


def asks_right_place(text: str) -> bool:
    """ "Is this the right number for billing"."""
    return _RIGHT_PLACE.search(fold(text).text) is not None


def asks_when_seen(text: str) -> bool:
    """ "When did i go in": the day of the visit, not the one to pay by."""
    return _WENT.search(fold(text).text) is not None


def asks_of_credit(text: str) -> bool:
    """ "Credit report" alone, which is no stolen name."""
    return _CREDIT.fullmatch(fold(text).text) is not None
