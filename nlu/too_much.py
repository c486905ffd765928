"""More than they can, all that they can, or less: said of a sum, in either language."""

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
_AT_LIMIT = re.compile(
    r"\b(?:all|the most|the best|as much as|as high as)(?: that)? (?:i|we) (?:really |honestly )?"
    r"(?:have|got|can|could|make|am able)\b(?! (?:to (?:say|pay|ask)|left to|questions?|pay it|"
    r"remember|see|think|say|tell))|\b(?:that'?s|thats|is) (?:my|our) (?:max\w*|limit)\b|"
    r"\b(?:can'?t|cannot|don'?t have|won'?t be able to|not able to)(?: \w+){0,2} (?:any )?"
    r"(?:more|higher)\b(?! (?:texts?|messages?|info\w*|calls?|of))|"
    r"\b(?:todo|lo unico|lo maximo|lo mas|cuanto) (?:lo )?(?:que )?(?:yo )?(?:tengo|puedo|me "
    r"alcanza)\b(?! (?:que|saber|decir|ver))|\bno (?:tengo|puedo|me alcanza|alcanzo)"
    r"(?: (?:pagar|dar|darle|para|a))* mas\b(?! (?:textos|mensajes|tarde))|"
    r"\bes mi (?:maximo|limite)\b"
)
_LESS = re.compile(
    r"\W*(?:(?:so|ok|okay|well|and|but|um+|hi|hey|hmm*|please|wait|y|pero|oiga|bueno|entonces)\W+)*"
    r"(?:(?:can|could|may) (?:i|we)(?: (?:maybe|just|possibly|please))*|(?:is|would) (?:it|there)"
    r"(?: be)?(?: ok| okay| possible| fine)?(?: (?:if|to|for))?(?: i| me)?|what if i|i (?:want|"
    r"need|would like|wanna|was hoping)(?: to)?|id like to|how about|puedo|podria|se puede|quiero|"
    r"quisiera|me gustaria|puede ser|y si)"
    r"(?: (?:do|pay|give|send|put|make|have|start with|get away with|pagar|dar\w*|abonar|pago|doy|"
    r"hacer))?(?: (?:something|anything|a|an|any|algo|un|una|little|bit|lot|poco|mucho))*"
    r" (?:less|smaller|lower|menos|menor|mas (?:poquito|chic[oa]|bajo|poco))"
    r"(?: (?:amount|payment|sum|now|today|for now|at a time|first|cantidad|monto|ahora|hoy|"
    r"por ahora|i can (?:pay|do)|please|por favor))*\W*|\W*(?:anything|something|algo|nada) "
    r"(?:less|smaller|lower|mas (?:chic[oa]|bajo|poquito))\W*|"
    r"\W*(?:i can only|solo puedo|nomas puedo) (?:do|pay|give|pagar|dar) (?:a little(?: bit)?|"
    r"so much|a bit|some|part(?: of it)?|un poco|un poquito|una parte)(?: now| ahora)?\W*"
)
_AT_ONCE = re.compile(
    r"\b(?:can'?t|cannot|not able to|unable to|don'?t have|no way i can)\b.{0,30}?\b(?:at once|all "
    r"together|in full|at one time|in one (?:go|payment|shot)|up ?front|right now|all now|"
    r"all of it|the whole (?:thing|amount|bill)|it all)\b|"
    r"\bno (?:lo |la |los |las )?(?:puedo|tengo|podria|alcanzo)\b.{0,30}?\b(?:todo|"
    r"tod[oa]s?|junt[oa]s?|de una|de un jalon|de golpe|complet[oa]|"
    r"de contado|ahorita)\b"
)
_A_SUM = re.compile(r"\d{2,}|\bthat much\b|\btanto\b|\bthat high\b")
_NO_WAY = re.compile(r"\b(?:no way|cant be|can'?t be|no puede ser|no)\b")  # asked, else denied
_SHOCK = re.compile(
    r"\?\?|\b(?:no way|what+|wh+a+t+|wtf|wth|omg|wow|whoa|seriously|serious|kidding|joking|crazy|"
    r"insane|nuts|wild|a lot|holy|jeez|geez|dang|damn|cant be|can'?t be|how|for real|my god|"
    r"en serio|"
    r"no puede ser|no manches|es mucho|que caro|hijole|por que|ay|como)\b"
)
_SURPRISED = re.compile(
    r"(?:\W*\b(?:\$?\d[\d.,]*(?: ?(?:dollars|bucks|dolares))?|no way|what+|wh+a+t+|wtf|wth|omg|wow|"
    r"whoa|"
    r"seriously|really|for real|are (?:you|u) (?:serious|kidding|joking)(?: me)?|you'?re kidding|"
    r"thats? (?:crazy|insane|nuts|wild|a lot)|that'?s (?:crazy|insane|nuts|wild|a lot)|holy \w+|"
    r"jeez|geez|dang|damn|that much|that high|cant be|can'?t be|how|for what|oh|my god|como|que|"
    r"en serio|de verdad|no puede ser|no manches|tanto|es mucho|que caro|hijole|ay|no|son|es|is it|"
    r"its|for|por|a)\b)+\W*"
)
_ASKS_WAY = re.compile(
    r"\boptions?\b|\bwhat (?:can|could|do|should) i do\b|\b(?:any|another|other) (?:way|choice)\b|"
    r"\bopcion(?:es)?\b|\bque (?:puedo hacer|hago|se puede)\b|\b(?:alguna|otra) (?:forma|manera)\b"
)


def says_at_limit(text: str) -> bool:
    """ "That's all i have": no offer above it helps, and no yes is meant by it."""
    return "?" not in text and _AT_LIMIT.search(fold(text).text) is not None


def asks_for_less(text: str) -> bool:
    """ "Can i pay less" and nothing besides: a part or smaller payments, no discount asked."""
    return _LESS.fullmatch(fold(text).text) is not None


def not_at_once(text: str) -> bool:
    """ "I cant do 600 at once": the sum is what they cannot pay."""
    return _AT_ONCE.search(fold(text).text) is not None


def seeks_another_way(text: str) -> bool:
    return not_at_once(text) and _ASKS_WAY.search(fold(text).text) is not None


def is_surprised(text: str) -> bool:
    """ "220?? no way", right after the sum: how it came to be is told, nothing is disputed."""
    said = fold(text).text
    is_shocked = bool(_SHOCK.search(said)) and ("?" in said or not _NO_WAY.search(said))
    return is_shocked and bool(_A_SUM.search(said)) and _SURPRISED.fullmatch(said) is not None


def says_too_much(text: str) -> bool:
    return _TOO_MUCH.search(fold(text).text) is not None
