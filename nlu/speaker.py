"""Who holds the phone, as a text tells: somebody else, a parent, or somebody who will not say."""

import re

from nlu.kin import ADULT_KIN, KIN_WHO_ANSWER, PARENT, names_child
from nlu.normal import fold

_ANOTHER = tuple(
    re.compile(pattern)
    for pattern in (
        rf"\b(?:this is|its|it is|im|i am|hi,? this be) (?:just |only |actually )?"
        rf"(?:her|his|their|the|(?!my\b)[a-z]+s) (?:\w+ )?{KIN_WHO_ANSWER}\b",
        r"\bi(?:m| am) an? (?:friend|neighbou?r|relative|caregiver|carer|caretaker) (?:of|for|to) ",
        rf"\b(?:this is|im|i am) \w+(?: \w+)?,? (?:her|his|their|(?!my\b)[a-z]+s) "
        rf"{KIN_WHO_ANSWER}\b",
        rf"(?:^|\b(?:her|his|the|\w+s) ){KIN_WHO_ANSWER} (?:here|speaking|writing|texting|"
        rf"answering)\b",
        r"\bon (?:his|her|their|\w+s) behalf\b|\bon behalf of (?:my|mr|mrs|ms|her|him)\b",
        r"\bi(?:m| am)? (?:just )?(?:answer|write|text|handl|respond|reply)\w* (?:this )?"
        rf"for (?:her|him|my {ADULT_KIN})\b",
        r"\b(?:i have|i got|im on|im using|this is) (?:his|her) (?:phone|cell|number)\b",
        r"\bi(?:m| am| have| hold) (?:\w+ ){0,2}(?:poa|power of attorney)\b",
        rf"\b(?:soy|le habla|habla|escribe|le escribe|contesta|aqui) (?:yo )?(?:su|el|la|un|una) "
        rf"{KIN_WHO_ANSWER}\b",
        rf"\b(?:contesto|respondo|escribo|le escribo) (?:yo )?(?:por|de parte de|a nombre de) "
        rf"(?:ella|el|mi {ADULT_KIN})\b|\bde parte de (?:ella|mi {ADULT_KIN})\b",
        rf"\b(?:este es|tengo|uso) (?:su telefono|el (?:telefono|celular) de mi {ADULT_KIN})\b",
        rf"\b(?:im|i am) not the patient\b|\bthe patient is my (?:{ADULT_KIN})\b|"
        rf"\bmy {ADULT_KIN} is the patient\b|\bno soy (?:el|la) paciente\b|"
        rf"\b(?:el|la) paciente es mi {ADULT_KIN}\b|\bmi {ADULT_KIN} es (?:el|la) paciente\b",
        rf"\bi (?:\w+ )?(?:handle|pay|manage|take care of|deal with|do) (?:all |the |our |"
        rf"her |his )*"
        rf"(?:bills?|finances|money|this|these) (?:for|of) (?:her|him|my {ADULT_KIN})\b",
        rf"\bmy {ADULT_KIN} (?:asked|told|wants|has asked) me to (?:pay|take care|handle|text|"
        r"answer|reply|deal|call)\b",
        rf"\bmi {ADULT_KIN} me (?:pidio|dijo|encargo|mando)(?: que)? (?:le |la |lo )?(?:pag|"
        rf"contest|"
        r"respond|arregl|escrib)\w+",
        rf"\byo (?:le |les )?(?:pago|llevo|veo|manejo) (?:las cuentas|los gastos|los pagos|"
        rf"todo|esto|"
        rf"eso) (?:de|a|por) mi {ADULT_KIN}\b",
    )
)
_ABSENT = re.compile(
    rf"\b(?:s?hes|(?:s?he|my {ADULT_KIN}) is|they(?: a)?re) (?:still |currently |right now )?(?:at "
    rf"work|"
    r"working|asleep|sleeping|not (?:here|home|available|around)|in (?:the )?(?:hospital|surgery|"
    r"jail)|"
    r"out of town|deployed|overseas|driving|unavailable)\b|"
    rf"\b(?:ella|el|mi {ADULT_KIN}) (?:ahorita |ahora )?(?:no esta\b(?! (?:bien|mal|de acuerdo|"
    rf"claro))|"
    r"no se encuentra|anda (?:trabajando|fuera)|esta (?:trabajando|durmiendo|dormid[oa]|manejando|"
    r"ocupad[oa]|internad[oa]|en (?:el|su) (?:trabajo|hospital)))"
)
_THEIRS = re.compile(
    r"\b(?:does|did|do) (?:s?he|they) (?:still )?owe\b|\b(?:her|his) (?:bill|balance|account)\b|"
    r"\b(?:debe|deben|saldo de|cuenta de) (?:ella|el)\b(?! \w)"
)
_DOUBTS = re.compile(
    r"\b(?:scam\w*|fraud\w*|phish\w*|spam|legit\w*|fake|hack\w*|estafa\w*|fraude|falso|enganan)\b|"
    r"\bis (?:this|it|that) (?:for )?(?:real|true)\b|\b(?:es|sera) (?:esto |de )?(?:verdad|real|"
    r"cierto)\b"
)
_NAMES = re.compile(
    r"\b(?:this is|my name is|the name is|soy|me llamo|mi nombre es|habla) (?P<name>[a-z]{3,})\b"
)
_NO_NAMES_WORDS = """
about con correct desde don dona for from getting her his mine miss mrs nacid nacida nacido not
our quien right sen senor senora sra the their una uno what who yours
"""
_NO_NAMES = frozenset(_NO_NAMES_WORDS.split())
_HANDLED = tuple(
    re.compile(pattern)
    for pattern in (
        rf"\bmy (?:{ADULT_KIN}|{PARENT}|parents) (?:\w+s )?(?:handles?|deals? with|takes? care of|"
        r"manages?|is in charge of|does|do|pays?) (?:all )?(?:of )?(?:this|that|these|those|it|"
        r"the (?:\w+ )?(?:bills?|money|finances|stuff)|my (?:\w+ )?bills?|everything|all)\b",
        rf"\b(?:talk to|ask|speak (?:to|with)) my (?:{ADULT_KIN}|{PARENT})\b",
        rf"\bmi (?:{ADULT_KIN}|{PARENT}) (?:\w+ )?(?:se encarga|lo ve|los ve|ve eso|maneja|lleva|"
        r"paga|hace) ?(?:de )?(?:eso|esto|todo|las? cuentas?|las? facturas?)?\b",
        rf"\beso (?:lo|la) (?:ve|maneja|paga|lleva|hace) mi (?:{ADULT_KIN}|{PARENT})\b",
        rf"\b(?:hable|hablen|pregunt\w+) (?:con|a) mi (?:{ADULT_KIN}|{PARENT})\b",
    )
)
_NOT_THEIRS = re.compile(
    r"\bwrong (?:number|person|guy|phone)\b|\bnot (?:her|his|their|my|a) (?:number|phone|name)\b|"
    r"\bmoved (?:out|away)\b|\b(?:doesnt|does not|dont|do not|no longer) live|\b(?:my|an|her|his) "
    r"ex\b|"
    r"\bex ?-?(?:wife|husband|boyfriend|girlfriend)\b|\bdont know (?:her|him|who|any|that|this)\b|"
    r"\bnever heard of\b|\b(?:nobody|no one) (?:by|named|here)\b|\bnot me\b|"
    r"\b(?:numero|persona|telefono) equivocad[oa]|\bse mudo\b|\bya no vive\b|\bmi ex\b|"
    r"\bno (?:la|lo|le) conozco\b|\bno soy (?:yo|ella|el|esa|ese)\b|"
    r"\bno es (?:mi|su) (?:numero|telefono)\b|\bse equivoc"
)
_WHY = re.compile(
    r"^\W*(?:but |pero |and |y )?(?:why|what for|how come|para que|por que|y eso)\W*$|"
    r"\bwhy (?:do|would|should|are|must|did) (?:you|u|ya|yall|i|they)\b.*\b(?:need|want|ask\w*|"
    r"give|"
    r"tell|send|know|require|verify|share)\b|"
    r"\bwhy\b.*\b(?:birth ?-?(?:date|day)|dob|date of birth|zip|verify|identity)\b|"
    r"\bwhat (?:do|would|will) (?:you|u) (?:need|want|do) (?:with )?(?:it|that|this|my)\b|"
    r"\b(?:para que|por que|pa que) (?:\w+ ){0,2}(?:quier\w+|necesit\w+|pid\w+|pregunt\w+|fecha|"
    r"zip|"
    r"ocup\w+|(?:debo|tengo que) (?:dar|decir)\w*)"
)
_WILL_NOT = re.compile(
    r"\b(?:not|wont|will not|dont|do not|never|aint|refuse to|rather not|not comfortable|"
    r"no way im|hell no|uncomfortable) (?:\w+ ){0,4}(?:giv\w+|send\w*|tell\w*|shar\w+|provid\w+|"
    r"disclos\w+|verify\w*|hand\w*)\b|"
    r"\b(?:not|dont|no) (?:\w+ ){0,3}my (?:birth ?-?(?:day|date)|dob|zip|info\w*|personal)|"
    r"\bnone of (?:your|ur) business\b|\bthats (?:private|personal|my business)\b|"
    r"\bno (?:se |le |les |te |quiero |voy a |pienso |pensamos )*(?:doy|dar\w*|digo|decir\w*|mando|"
    r"mandar\w*|comparto|compartir\w*)\b|\b(?:eso )?es (?:privado|personal)\b|"
    r"\bno (?:es asunto suyo|le importa|te importa|me siento comod[oa])\b"
)
_JOKED = re.compile(
    r"\b(?:jok\w+|kidding|jk|j/k|playing around|messing around|figure of speech|exaggerat\w+|"
    r"not serious|wasnt serious|didnt mean (?:it|that)|sarcas\w+|venting)\b|"
    r"\bi(?:m| am) (?:\w+ )?(?:fine|ok|okay|good|safe|alright|all right|not in danger)\b|"
    r"\b(?:brom\w+|jugando|exager\w+|es un decir|era un decir|de coraje)\b|"
    r"\bestoy (?:\w+ )?bien\b|\bno (?:\w+ ){0,3}en serio\b|\bno pasa nada\b|\bno era (?:en serio|"
    r"verdad)\b"
)
_HOURS = re.compile(
    r"\b(?:what|which|your|office|business|are the) (?:are |is |were )?(?:your |the |office |"
    r"business )*"
    r"hours\b|\bwhen (?:do|are|does|is) (?:you|u|yall|the office|they|somebody|someone) (?:\w+ )?"
    r"(?:open|close|there|in)\b|\bwhat time (?:do|are|does|is) (?:you|u|yall|the office|they) "
    r"(?:open|close)\w*|\bare (?:you|u|yall) (?:guys )?open\b|"
    r"\b(?:que|cual es (?:el|su)|su|el) horario\b|\ba que hora\w* (?:abren|cierran|atienden|estan)|"
    r"\bque dias (?:abren|atienden)|\bestan abiertos\b|^\W*(?:hours|horario)\W*$"
)
_TO_CALL = (
    r"(?: (?:to call|i can call|for (?:the |your )?(?:office|clinic|desk|billing|place)|of (?:the |"
    r"your )?(?:office|clinic|place)|to (?:the |your )?(?:office|clinic)|you|u|yall|you guys|at|on|"
    r"again|please|pls|there|in case|about (?:this|my bill|it)|so i can call))*\W*$"
)
_TALKS = re.compile(r"\b(?:talk|speak|someone|somebody|person|human|habl\w+|alguien|persona)\b")
_THEIR_PHONE = re.compile(
    r"\b(?:what'?s|whats|what is|need|give me|send me|is there|wheres) (?:the |your |ur |a |"
    r"an |yall'?s )?(?:office |clinic |phone |direct |main |billing |call ?back |office'?s )*"
    rf"(?:number|#|phone){_TO_CALL}|"
    r"\b(?:what|which) (?:phone )?number (?:do|can|should|could) i (?:call|reach|dial)"
    rf"{_TO_CALL}|^\W*(?:phone|phone number|telefono|numero de telefono)\W*$|"
    r"\b(?:cual es|deme|necesito|me da|paseme|digame) (?:el |su |un )?(?:numero de )?"
    r"(?:telefono|tel)(?: de (?:la |su )?(?:oficina|clinica)| para llamar\w*| por favor)*\W*$|"
    r"\ba que (?:numero|telefono) (?:les |le )?(?:llamo|puedo llamar|marco|hablo)\W*$"
)
_COSTS = re.compile(
    r"^(?!.*\b(?:charged|added|facility|cobraron|cobro|pusieron|me sumaron)\b)"
    r"(?!.*\b(?:the|this|that|your|my|whats|why|got|por que|esa|ese|la) (?:\w+ )*"
    r"(?:late|multa)\b).*"
    r"(?:\binterest\b(?! in)|\bintereses?\b|"
    r"\b(?:is|are) there (?:a |an |any |extra )*(?:\w+ )?fees?\b|"
    r"\b(?:charge|pay|add|any|extra|what|no) (?:me |us )?(?:a |an |any |extra )*(?:\w+ )?fees?\b|"
    r"\b(?:do|does|will|would|is|are|if|any|get)\b.{0,30}\b(?:late (?:fee|charge)s?|penalt\w+)\b|"
    r"\b(?:hay|cobran|cobrar|ponen|tiene|si|con) (?:\w+ ){0,2}multas?\b|"
    r"\brecargos?\b|\bcomisi\w+\b)"
)
_ASKS_WHO = re.compile(
    r"\bwho (?:the \w+ )?(?:you|u|yall|this|are you|is this|r u)\b|\b(?:ro)?bot\b|"
    r"\b(?:real|actual) (?:person|human)\b|\bquien(?:es)? (?:es|son|me escribe|habla|eres)\b|"
    r"\buna maquina\b"
)
_WHOSE = re.compile(
    r"\b(?:about|for|is (?:this|it|that)) (?:\w+ ){0,3}or (?:about |for |is it |its )?"
    r"(?:me|mine|my|him|her|hers|his)\b|\b(?:me|mine) or (?:\w+ ){0,2}"
    r"(?:son|daughter|kids?|baby|grand\w+|child\w*)\b|"
    r"\b(?:maybe|perhaps|probably|could|might|must|may)"
    r"(?: (?:it|this|that|thats|its|be|have|been|was|is|for))+ my "
    r"(?:\w+ )?(?:son|daughter|kids?|baby|boy|girl|grand\w+|child\w*)\b|"
    r"\b(?:a lo mejor|quizas?|tal vez|capaz|seguro|puede que)(?: (?:que|eso|esto|lo|sea|fue|era|es|"
    r"de|para))+ mi (?:hij[oa]s?|niet[oa]s?|nin[oa]s?|bebe)\b|"
    r"\b(?:have|got|has) custody\b|\b(?:his|her|their) (?:legal )?guardian\b|"
    r"\b(?:es|sera) (?:mi[oa]|de \w+ \w+|de \w+) o (?:es )?(?:mi[oa]|del?|mi)\b|"
    r"\b(?:mi[oa]|mi cuenta) o (?:es )?del? |\btengo la custodia\b|\bsoy (?:su|el|la) tutora?\b"
)


def is_another(text: str) -> bool:
    """Somebody other than the one we write to says so: a spouse, a caregiver, a colleague."""
    is_asking_for = _THEIRS.search(_said(text)) is not None and not names_child(text)
    return says_who_else(text) or (is_asking_for and not is_not_theirs(text))


def says_who_else(text: str) -> bool:
    """Who it is, and not only whose bill they speak of."""
    said = _said(text)
    return not is_not_theirs(text) and any(pattern.search(said) for pattern in _ANOTHER)


def is_absent(text: str) -> bool:
    """ "She's at work": read as all that a text says, for it may be a reason for something."""
    return not is_not_theirs(text) and _ABSENT.search(_said(text)) is not None


def is_handled_by_another(text: str) -> bool:
    """ "My mom handles this": somebody else should be asked."""
    said = _said(text)
    return any(pattern.search(said) for pattern in _HANDLED)


def is_not_theirs(text: str) -> bool:
    """The number was never theirs, or is no longer: an ex, somebody who moved out."""
    return _NOT_THEIRS.search(_said(text)) is not None


def asks_why(text: str) -> bool:
    """Read as an answer to the question who they are."""
    return _WHY.search(_said(text)) is not None


def will_not_say(text: str) -> bool:
    """Read as an answer to the question who they are."""
    return _WILL_NOT.search(_said(text)) is not None


def asks_who(text: str) -> bool:
    """Who we are, before anything is told: "not til i know who you are", "you a robot?"."""
    return _ASKS_WHO.search(_said(text)) is not None


def takes_it_back(text: str) -> bool:
    """Read after words of danger: they were not meant so."""
    return _JOKED.search(_said(text)) is not None


def asks_hours(text: str) -> bool:
    return _HOURS.search(_said(text)) is not None


def asks_their_phone(text: str) -> bool:
    """The office's number, to call it: no call is asked for, nor a person to write."""
    said = _said(text)
    return _THEIR_PHONE.search(said) is not None and not _TALKS.search(said)


def asks_whose(text: str) -> bool:
    """Whether it is theirs or a child's; or that the one it is about is in their care."""
    return _WHOSE.search(_said(text)) is not None


def asks_cost(text: str) -> bool:
    """Whether interest or a fee comes on top; what was charged already is another matter."""
    return _COSTS.search(_said(text)) is not None


def doubts(text: str) -> bool:
    """Whether we are real is asked."""
    return _DOUBTS.search(_said(text)) is not None


def claimed_name(text: str) -> str | None:
    """ "This is Sam": the name alone, lower case."""
    found = _NAMES.search(_said(text))
    return found["name"] if found and found["name"] not in _NO_NAMES else None


def _said(text: str) -> str:
    return " ".join(fold(text).text.replace("'", "").split())
