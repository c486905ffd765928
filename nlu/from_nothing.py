"""Texts that hold nothing, though their words are those of a hold: no bill came, is it covered."""

import re

from nlu.hours import find_wait_of_days
from nlu.insurance import insurers
from nlu.normal import fold

_MOST_WORDS = 10
_NO_BILL = re.compile(
    r"(?:(?:but|and|well|hi|hello|hey|ok|so|um|uh|wait|i|we|ive|i'?ve|have|had|just|even|that|"
    r"pero|y|pues|oiga|hola|es que|yo|si|a mi|bueno|perdon) )*"
    r"(?:(?:never|didn'?t|did not|haven'?t|have not|not) (?:even |ever )?"
    r"(?:got(?:ten)?|get|received?|recieved?|recive|seen?|saw|been sent|had)|"
    r"(?:nunca|no|jamas)(?: (?:me|nos))?(?: (?:h[ae]|han|habia))? (?:llego|llegado|llegaron|"
    r"mandaron|mandado|"
    r"enviaron|enviado|recibi|recibimos|recibido|vi|tuve)|"
    r"(?:(?:you|u|they|you guys|yall) (?:never|didn'?t|did not) (?:even |ever )?|(?:nobody|no one) "
    r"(?:ever )?)(?:sent|send|mailed?)(?: me| us)?) "
    r"(?:(?:a|an|any|the|my|your|this|that|no|one|single|paper|actual|la|el|una|un|ninguna?|mi|"
    r"su|esa|"
    r"esta|ni una|sola) )*"
    r"(?:bills?|statements?|invoices?|facturas?|estados? de cuenta|cuentas?|recibos?|cobros?)"
    r"(?: (?:in the mail|by mail|at home|at all|from (?:you|yall|u|anyone)|for (?:this|that|it)|"
    r"of this|"
    r"about (?:this|it)|yet|though|before|por correo|a (?:mi|la) casa|de (?:eso|esto|ustedes)|"
    r"nunca|"
    r"todavia|aun|a mi))*"
)
_COVERED = re.compile(
    r"\b(?:was|is|were|did|does|has|will|isn'?t|wasn'?t|how much (?:was|is)|which part (?:was|is)|"
    r"what (?:was|is)) (?:\w+ ){0,3}(?:covered|cover)\b|"
    r"\b(?:estaba|esta|estuvo|fue|estara|venia) (?:\w+ )?cubiert[oa]\b|"
    r"\b(?:lo|la|me lo|me la) (?:cubr(?:io|ieron|e|en|ia)|cubrira)\b"
)
_WE_PAID = re.compile(
    r"\b(?:i|we|he|she|my \w+) (?:\w+ )?(?:paid|pay|sent)\b|\b(?:pague|pagamos|ya (?:lo|la) "
    r"pag\w+)\b"
)
_NONE = re.compile(
    r"(?:\b(?:i|we|he|she|my (?:son|daughter|husband|wife|kid|kids|mom|dad))(?:'?m|'?re| am| is|"
    r" are| "
    r"was)? )?"
    r"\b(?:(?:don'?t|do not|didn'?t|doesn'?t|no longer|dont even) (?:even |really |currently "
    r")?have|"
    r"have|has|had|got|ain'?t got|lost(?: my| our)?|without|with) ?"
    r"(?:any |no |my |health |medical )*(?:insurance|coverage)\b|"
    r"\b(?:uninsured|not insured)\b|"
    r"\b(?:no|ya no|nunca) (?:tengo|tenemos|tiene|cuento con|traigo|tenia)(?: (?:ningun|nada de|"
    r"el|un|con))*"
    r" (?:seguro|aseguranza|aseguransa|cobertura)\b|"
    r"\b(?:estoy|estamos|ando|soy|quede) sin (?:seguro|aseguranza|cobertura)\b|"
    r"^\W*sin (?:seguro|aseguranza)\b"
)
_SAYS_NO = re.compile(  # of the insurance itself: "no, i have insurance" says the contrary
    r"\b(?:no|don'?t|dont|didn'?t|doesn'?t|ain'?t|longer|lost|without|sin|nunca)"
    r"(?: (?:even|really|currently|have|got|any|no|my|our|health|medical|tengo|tenemos|tiene|"
    r"traigo|"
    r"cuento|tenia|ningun|nada|de|el|un|con)){0,4} "
    r"(?:insurance|coverage|seguro|aseguran[zs]a|cobertura)\b|(?<!not )\buninsured\b|"
    r"\bnot insured\b"
)
_OF_THE_CARD = re.compile(
    r"\b(?:card|id|info\w*|number|with me|on me|handy|paper\w*|tarjeta|numero|conmigo|a la mano|"
    r"datos|new|other|another|nuev[oa]|otr[oa]|pa(?:id|y)s?|bill(?:ed)?|why|por que|secondary|"
    r"problem\w*|question\w*|pag[oa]\w*|cubr\w+|cover(?:s|ed)?|for that|until|si|if|but i (?:do|"
    r"have)|"
    r"when|cuando|then|entonces|that day|ese dia|now|ahora si)\b|\?"
)


_INSURED = rf"(?:insurance|insurer|medical|coverage|seguro|aseguran[zs]a|aseguradora|{insurers()})"
_EXPECTED = re.compile(
    rf"\b(?:thought|figured|assumed|supposed|expect\w*|should(?:n'?t)?|would|isn'?t|wasn'?t|didn'?t)\b"
    rf".{{0,30}}\b{_INSURED}\b.{{0,30}}\b(?:cover\w*|pay\w*|paid|take care|took care|handle\w*|"
    rf"pick\w* (?:it|this|that)? ?up)\b|"
    rf"\b{_INSURED}\b.{{0,20}}\b(?:supposed to|should(?:'?ve| have)?|was going to|was gonna|would) "
    rf"(?:\w+ )?(?:cover\w*|pay|paid|take care|handle\w*)\b|"
    rf"\b(?:pense|pensaba|crei|creia|se supone|supuse|suponia|deberia|tenia que)\b.{{0,30}}"
    rf"\b{_INSURED}\b.{{0,25}}\b(?:cubr\w+|pag\w+)\b|"
    rf"\b{_INSURED}\b.{{0,20}}\b(?:deberia|debia|tenia que|iba a|habia de) (?:\w+ )?"
    rf"(?:cubr\w+|pag\w+)\b"
)
_FREE = re.compile(
    r"\b(?:thought|figured|assumed|supposed|told|said|should|isn'?t|isnt|wasn'?t|wasnt|aren'?t)\b"
    r".{0,40}\b(?:included|free|part of|no (?:charge|cost)|at no cost|complimentary)\b|"
    r"\b(?:pense|pensaba|crei|creia|se supone|dijeron|no era|no es|deberia)\b.{0,40}"
    r"\b(?:incluid[oa]|gratis|gratuit[oa]|sin costo|parte de)\b"
)
_GAVE_CARD = re.compile(
    r"\b(?:gave|showed|handed|scanned|copied|took|le di|les di|di|mostre|ensene|entregue|copiaron|"
    r"escanearon)\b.{0,30}\b(?:card|info\w*|tarjeta|datos)\b"
)
_TO_TALK = re.compile(
    r"\b(?:until|till|til|before|unless|once|after|when)(?: i| i'?ve| ive| we| my \w+)? ?(?:can |"
    r"get to "
    r"|have )?(?:talk|talked|speak|spoken|hear|heard|call|called|check|checked|find out|get ahold|"
    r"verify)\b|\b(?:let me|i need to|i have to|i gotta|i want to|gonna|going to|i'?ll|ill) "
    r"(?:\w+ )?(?:talk|speak|call|check)\b.{0,30}\bfirst\b|"
    r"\b(?:hasta que|antes de|primero|cuando|despues de)(?: \w+){0,3}? ?(?:hablar|hable|llamar|"
    r"llame|"
    r"preguntar|pregunte|consultar|consulte|checar|cheque)\b|"
    r"\b(?:hablar|llamar|preguntar|hablo|llamo|pregunto)\b.{0,30}\bprimero\b"
)
_TAKES = re.compile(
    r"\W*(?:(?:ok|okay|well|and|but|so|yeah|pues|y|es que|bueno|ya) )*"
    r"(?:(?:they|she|he|it|that|the lady|the guy|insurance|my insurance|the insurance|(?:el|"
    r"mi) seguro|"
    rf"ellos|{insurers()}) ?)?(?:said|says?|told me|dicen|dijeron|dijo|me dicen|me dijeron)? ?"
    r"(?:(?:that|it|its|it'?s|que|se|me) )*(?:(?:would|will|could|should|might|may|can|usually|"
    r"probably|va a|van a|puede[n]?) )*(?:be|take|takes|taking|tardan?|tardar|tardaria|demoran?|is|"
    r"es|son) (?:(?:like|about|around|up to|at least|another|unas|unos|como|hasta|otras|otros|"
    r"maybe) )*(?:\d{1,2}|a couple(?: of)?|an?|una?|un par de) (?:more |mas )?"
    r"(?:days?|weeks?|months?|dias?|semanas?|mes(?:es)?)"
    r"(?: (?:or so|more|mas|tops|to (?:process|hear back|finish)|en (?:procesar\w*|contestar)|"
    r"para (?:procesar\w*|contestar)))*\W*"
)
_OWN_CALL = re.compile(r"\b(?:you|u|ustedes|usted|call me|llamen\w*|someone|somebody|alguien)\b")


def expects_cover(text: str) -> bool:
    """ "I thought my insurance covered that": asked of the insurance, nothing is held or paid."""
    said = fold(text).text
    return _EXPECTED.search(said) is not None and not _WE_PAID.search(said)


def expects_free(text: str) -> bool:
    """ "I thought that was included", "isnt the checkup free": asked of the bill."""
    return _FREE.search(fold(text).text) is not None


def gives_insurance_card(text: str) -> bool:
    """ "Its aetna, i gave the card at the desk": no card to pay with, nor a payment."""
    said = fold(text).text
    is_insurers = re.search(rf"\b{_INSURED}\b", said) is not None
    return is_insurers and _GAVE_CARD.search(said) is not None and not _WE_PAID.search(said)


def waits_to_talk(text: str) -> bool:
    """ "Not paying until i talk to blue cross": whoever they will ask is none of us."""
    said = fold(text).text
    return "?" not in said and _TO_TALK.search(said) is not None and not _OWN_CALL.search(said)


def tells_wait(text: str) -> bool:
    """ "They said it would be like 3 weeks": how long another takes, and no complaint of it."""
    said = fold(text).text
    return _TAKES.fullmatch(said) is not None and find_wait_of_days(said) is not None


def never_got_bill(text: str) -> bool:
    """The whole text says that no bill came; nothing is disputed by it."""
    said = " ".join(fold(text).text.split()).strip(" .!?¿¡")
    return _NO_BILL.fullmatch(said) is not None


def asks_if_covered(text: str) -> bool:
    """ "Was it covered": by an insurance; nobody says that they paid."""
    said = fold(text).text
    is_short = len(said.split()) <= _MOST_WORDS
    return is_short and _COVERED.search(said) is not None and not _WE_PAID.search(said)


def is_uninsured(text: str) -> bool:
    """No insurance at all, and not that its card is not at hand."""
    said = fold(text).text
    if len(said.split()) > _MOST_WORDS or _OF_THE_CARD.search(said):
        return False
    return _NONE.search(said) is not None and _SAYS_NO.search(said) is not None
