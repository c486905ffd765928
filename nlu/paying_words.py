"""What is said of paying and of its link, where a model hears something else in it.

"Can you resend the link", "the link you sent last week doesnt work", "so how do i pay then".
"""

import re

from nlu.normal import fold

_A_LINK = r"(?:links?|url|enlaces?|ligas?|website|web ?site|web ?page|pay(?:ment)? page|pagina)"
_OUR = r"(?:(?:the|that|this|your|ur|a|my|el|la|ese|esa|este|su|un|una) )?(?:\w+ )?"
_SEND = re.compile(
    rf"\b(?:re ?-?send|send|text|get|give|forward)(?: (?:it|me|us|over|out|again|back|please|pls))*"
    rf" {_OUR}{_A_LINK}\b|"
    rf"\b(?:need|want|lost|deleted|where'?s|where is|can i (?:get|have)) {_OUR}{_A_LINK}\b|"
    rf"\b(?:re)?(?:mand|envi|pas)\w+ (?:otra vez |de nuevo |nuevamente )?{_OUR}{_A_LINK}\b|"
    rf"\b(?:necesito|perdi|borre|se me borro|ocupo|quiero) {_OUR}{_A_LINK}\b"
)
_NOT_THAT = re.compile(
    r"\b(?:don'?t|dont|do not|stop|quit|why|did|receipts?|statements?|invoices?|itemized|portal|"
    r"no (?:me )?(?:mand\w+|envi\w+|quiero|necesito)|para que|por que|recibos?|facturas?|"
    r"comprobantes?|estado|"
    r"every|always|keep|so i can|change|update|apply|application|insurance|help|todos los dias|"
    r"siempre|para (?:la|el|cambiar|aplicar|poner)|solicitud|aplicacion|seguro|ayuda|"
    r"(?<!can )(?<!could )(?<!will )(?<!would )(?:you|u|yall|they) send|"
    r"(?:my|to (?:my|his|her)) (?:wife|husband|son|daughter|mom|dad|brother|sister)|"
    r"mi (?:esposa?|hij[oa]|mama|papa|herman[oa]))\b"
)
_FAILS = re.compile(
    rf"\b{_A_LINK}\b.{{0,30}}?\b(?:does ?n'?t|doesnt|don'?t|dont|did ?n'?t|didnt|won'?t|wont|"
    rf"is ?n'?t"
    r"|isnt|not|never|no|nunca)(?: (?:even|is|me|se|ever|seem to|quiere|want to))* "
    r"?(?:work\w*|open\w*|load\w*|valid|good|go(?:ing)? (?:anywhere|through)|sirv\w+|funcion\w+|"
    r"jal\w+|abr\w+|carg\w+|pas\w+)\b|"
    rf"\b{_A_LINK} (?:is |was |has |esta |ya |que \w+ )*(?:expired|dead|broken|down|bad|invalid|"
    r"vencid[oa]|expir[oa]|caduc\w+|rot[oa]|caid[oa]|muert[oa])\b|"
    rf"\b(?:expired|dead|broken|bad|invalid) {_A_LINK}\b"
)
_TRIED = re.compile(r"\b(?:paid|payed|charged|twice|pague|cobr\w+|scam|estafa)\b")
_HOW = re.compile(
    r"(?:(?:ok|okay|so|well|and|but|then|alright|fine|um+|hey|hi|hello|please|tell me|pues|y|"
    r"entonces|bueno|oiga|hola|ya|digame|por favor)\W+)*"
    r"(?:how (?:do|can|would|should|am|could) (?:i|we)(?: (?:go about|supposed to|even|just))?"
    r" (?:pay|make (?:a|the|my) payment|do (?:it|the payment)|paying|take care of (?:it|this))|"
    r"how to pay|where (?:do|can|should) i (?:pay|make (?:a|the|my) payment)|"
    r"(?:como|donde|por donde) (?:le |lo |la |se |puedo |podria |hago para |tengo que )*"
    r"(?:pago|pagar\w*|hago el pago|hacer el pago))"
    r"(?: (?:it|this|that|then|now|today|the bill|my bill|online|here|by text|you|u|guys|y'?all|"
    r"for "
    r"(?:it|this|that)|off|entonces|esto|eso|ahora|hoy|aqui|la cuenta|en linea|mi cuenta))*\W*"
)
_SEND_IT = re.compile(
    r"(?:(?:ok|okay|k|yes|yeah|yep|ya|sure|fine|alright|please|pls|just|then|so|go ahead(?: and)?|"
    r"si|bueno|vale|esta bien|claro|pues|por favor|entonces)\W+)*"
    r"(?:(?:re)?send (?:it|me it|that|it over|it to me|that over)|"
    r"text (?:it|me it)|mandel[oa]|mandemel[oa]|enviel[oa]|enviemel[oa]|m[aá]ndamel[oa])"
    r"(?: (?:again|over|then|now|please|pls|here|thanks|por favor|entonces|ya|gracias|otra vez|"
    r"aqui))*\W*"
)
_PAYS = re.compile(
    r"\b(?:i'?ll|ill|i will|let me|lemme|i can|i want to|i wanna|gonna|ready to|voy a|quiero|puedo|"
    r"ya) (?:just |go ahead and |gladly )?(?:pay|take care of|pagar\w*|pago)\b.{0,25}?"
    r"\b(?:send|text|give|shoot|mand\w+|envi\w+|pas[ea]\w*)\b.{0,15}?"
    rf"\b(?:it|page|{_A_LINK})\b"
)
_IT = r"(?:it|em|'em|them|this|that|these|those|both|both of them|this one|that one)"
_DONE = re.compile(  # said of what they will do themselves, and hardly a word behind it
    r"(?:\b(?:i'?ll|ill|let'?s|lets|let me|lemme|i want to|i wanna|i'?d like to|im gonna|"
    r"im going to|"
    r"gonna|can i|ready to|might as well|alright|ok|okay|fine)\b(?: (?:just|go ahead and|"
    r"try to))* )"
    rf"(?:get {_IT} (?:out of the way|over with|squared away|taken care of|settled|paid off)|"
    rf"knock {_IT} out|(?:settle|square) (?:{_IT} )?up|take care of {_IT}|pay {_IT} off)"
    rf"(?: (?:now|today|right now|then|real quick|please|finally|thanks))*\W*$|"
    r"\b(?:salgo|salimos|salir) de (?:eso|esto) (?:de una vez|hoy|ya|ahora)\b|"
    r"\bde una vez salgo de (?:eso|esto)\W*$|"
    r"\bde una vez (?:lo |la |los |las )(?:pago|liquido|pagamos)\W*$|"
    r"\b(?:lo|la|los|las) (?:pago|liquido) de una vez\W*$"
)
_NOT_NOW = re.compile(
    r"\?|\b(?:not|can'?t|cant|cannot|don'?t|dont|when|once|after|later|if|tomorrow|next|week\w*|"
    r"month\w*|until|already|thought|was|were|no|cuando|despues|luego|manana|si|hasta|semana|mes)\b"
)
_CANNOT = re.compile(
    r"\b(?:can'?t|cant|cannot|won'?t|wont|not|never|don'?t|dont|bad|doubt|tight|tough|hard|unlikely|"
    r"no good|no (?:le |les |lo |la )?(?:puedo|voy|podre|alcanzo|tengo|creo)|nunca|if|unless|dudo|"
    r"dificil|complicad[oa]|mal[oa]?|si (?:me|no|tengo|puedo))\b"
)
_PARTS = re.compile(r"[.?!,;\n]+")
_NAMES_HOW = re.compile(
    r"\b(?:how|where) (?:do|can|would|should|could) (?:i|we) (?:\w+ )?pay\b"
    r"(?: (?:it|this|that|you|the|my|bill|now|online|then|guys))*\W*|"
    r"\b(?:como|donde) (?:(?:le|lo|la) )?(?:(?:puedo|podria) pagar\w*|pago|"
    r"hago para pagar\w*|se paga)(?: (?:eso|esto|la|el|cuenta|bill|factura|ahora|entonces))*\W*"
)
_PAYING = re.compile(r"\b(?:pay|send it|pagar|pago|pagarle|pagarles|abonar|abono|liquidar)\b")
_COMMITS = re.compile(
    r"\b(?:i can|i'?ll|i will|we can|we'?ll|gonna|going to|should have|pay|give|hand|send|puedo|"
    r"voy a|"
    r"pago|doy|mando|le puedo|le doy|pagar|abono)\b"
)
_MOST_WORDS = 14


def asks_for_link(text: str) -> bool:
    """The link to pay with is asked for, and nothing else that has one."""
    said = fold(text).text
    is_short = len(said.split()) <= _MOST_WORDS
    return is_short and _SEND.search(said) is not None and not _NOT_THAT.search(said)


def link_fails(text: str) -> bool:
    """A link is said not to work; nobody says that they paid on it."""
    said = fold(text).text
    return _FAILS.search(said) is not None and not _TRIED.search(said)


def asks_how_to_pay(text: str) -> bool:
    """ "So how do i pay then", and nothing besides."""
    return _HOW.fullmatch(fold(text).text.strip()) is not None


def says_send_it(text: str) -> bool:
    """ "Ok send it": whatever it was that was spoken of."""
    return _SEND_IT.fullmatch(fold(text).text.strip()) is not None


def pays_by_link(text: str) -> bool:
    """ "Ill pay it, send me your page": no copy of a bill is wanted."""
    return _PAYS.search(fold(text).text) is not None


def gets_it_done(text: str) -> bool:
    """ "Ill get em out of the way": paying, now, by other words."""
    said = fold(text).text
    return _DONE.search(said) is not None and not _NOT_NOW.search(said)


def says_cannot(text: str) -> bool:
    """Some no, or an if, beside the paying: no promise is made of it."""
    return _CANNOT.search(fold(text).text) is not None


def wants_link_too(text: str) -> bool:
    """ "A debit works right? send it": the link besides; not in "where do i send it"."""
    return asks_for_link(text) or any(says_send_it(part) for part in _PARTS.split(text))


def names_how_to_pay(text: str) -> bool:
    """ "How do i pay", with more around it."""
    return _NAMES_HOW.search(fold(text).text) is not None


def commits_to_pay(text: str) -> bool:
    """ "I can hand it over", "le doy": said of what they will do."""
    return _COMMITS.search(fold(text).text) is not None


def names_paying(text: str) -> bool:
    return _PAYING.search(fold(text).text) is not None
