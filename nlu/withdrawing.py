"""What takes back a doubt about a bill: "never mind, i found it", "that was my visit"."""

import re
from dataclasses import dataclass
from enum import Enum

from nlu.normal import fold


class Surety(Enum):
    """PLAIN in any talk; LIKELY where it was just spoken of; MAYBE is asked about there."""

    PLAIN = "plain"
    LIKELY = "likely"
    MAYBE = "maybe"


class About(Enum):
    """What the text itself names."""

    BILL = "bill"
    PAYMENT = "payment"
    INSURANCE = "insurance"


@dataclass(frozen=True)
class TakenBack:
    """`about` None: whatever was in doubt."""

    surety: Surety
    about: About | None = None


_OWN_FAULT = re.compile(
    r"\bmy (?:own )?(?:mistake|bad|error|fault|mix ?-?up)\b|"
    r"\bi (?:was|am|must be) (?:so |just |all |totally )?(?:wrong|mistaken|confused|mixed up)\b|"
    r"\bi (?:mixed|got) (?:it|that|this|them|things) (?:mixed )?up\b|"
    r"\b(?:me equivoque|me confundi|mi error|error mio|culpa mia|mi culpa)\b"
)
_OWN_BILL = re.compile(
    r"\b(?:that|it)(?:s| is| was)(?: really| actually| indeed)? (?:mine|ours|(?:my|our) "
    r"(?:\w+ )?(?:visit|charge|appointment|test|labs?|x ?-?rays?|blood ?work))\b|"
    r"\byou(?: guys| all)?(?:re| are| were) right\b|"
    r"\b(?:drop|cancel|withdraw|forget|disregard|ignore|stop) (?:the|my|that|this) "
    r"(?:dispute|claim|check|review|investigation)\b|\bi (?:take|took) (?:it|that) back\b|"
    r"\b(?:no need|dont (?:need|have|bother)) (?:to |for anyone to )(?:check|look|dispute|review)|"
    r"\b(?:bill|charge|amount|total) (?:is|was|looks) (?:right|correct|fine|ok|okay|good)\b|"
    r"\bya (?:me )?(?:acord\w+|acuerdo)\b|\bsi (?:es|era|fue) (?:mi[oa]?|nuestr[oa]|mi visita)\b|"
    r"\btienen? (?:ustedes |usted |toda la )?razon\b|\bretiro (?:la|mi|el) \w+|"
    r"\b(?:ya )?no (?:(?:hace falta|es necesario|hay) que )?(?:lo |la )?(?:revis|chequ|verifi)\w+|"
    r"\b(?:factura|cuenta|cobro|cargo) (?:si )?(?:esta|estaba|es) (?:bien|correct[oa])\b"
)
_NEVER_MIND = re.compile(
    r"\b(?:nvm|nm|nevermind|never ?mind|forget (?:it|that|this|about (?:it|that))|scratch that|"
    r"disregard|ignore (?:that|me|my)|forget the|olvid\w+|no se preocupen?|dej[ae](?:lo|nlo))\b"
)
_SETTLED = re.compile(
    r"\b(?:its|it is|thats|that is|all|everything is|it was|that was) (?:\w+ )?(?:fine|good|ok|"
    r"okay|right|correct|clear|set)\b|\b(?:si )?(?:esta|estaba|todo) (?:todo )?"
    r"(?:bien|correcto|claro)\b|\b(?:its|es) correct[oa]?\b"
)
_REMEMBERS = re.compile(r"\b(?:remember(?:ed)?|recall(?:ed)?|ya (?:me )?(?:acord\w+|recuerdo))\b")
_DID = re.compile(
    r"\b(?:i|we|he|she) (?:\w+ )?did (?:go|come|see|have|get|take|receive|do)\b|"
    r"\bsi (?:fui|vine|la tuve|lo tuve|me l[oa]s? hicieron)\b"
)
_FOUND = re.compile(
    r"\bi (?:just |think i |do )?(?:found|figured|remember|recall|recogni[sz]e)(?:ed|d)? "
    r"(?:it|that|this|the \w+|what|now|my)\b|\b(?:now i|i now) (?:remember|see)\b|\bfound it\b|"
    r"\b(?:i|we|he|she) (?:\w+ )?did (?:go|come|see|have|get|take|receive)\b|\bsi (?:fui|"
    r"vine|fue|la tuve|"
    r"lo tuve|me vieron|me atendieron|me (?:la |lo |los |las )?(?:hicieron|hice|tomaron|"
    r"dieron|pusieron|sacaron))\b|"
    r"\bya (?:lo |la )?(?:vi|encontre|ubique|recorde|recuerdo|reconoci)\b"
)
_NOT_PAID = re.compile(
    r"\b(?:havent|have not|hadnt|didnt|did not|never|not)(?: actually| really| even)? "
    r"(?:paid|payed|pay|sent)(?: it| that| this| yet)*\b|"
    r"\bno (?:(?:lo|la|le|les|la he|lo he|he|hemos|habia|lo habia) )?(?:pague|pagado|pagamos)\b|"
    r"\b(?:paid|pague|pagamos) (?:a |una |otr[oa] |another |different |the wrong )+(?:bill|doctor|"
    r"office|clinic|place|hospital|account|cuenta|factura|clinica|recibo|oficina)\b|"
    r"\b(?:was|era|fue) (?:for |at |to |de |la |el |a |en |an ?|other |another |"
    r"different |otr[oa] )+(?:bill|doctor|office|"
    r"clinic|place|hospital|account|cuenta|factura|clinica|recibo|oficina)\b"
)
_PAID = re.compile(r"\b(?:paid|sent|mailed|pague|pagamos|mande)\b")
_INSURANCE = re.compile(r"\b(?:insurance|medicaid|medicare|seguro|aseguranza)\b")
_TOLD_SO = re.compile(
    r"\b(?:called|phoned|talked (?:to|with)|spoke (?:to|with)|asked|checked with|hable con|"
    r"llame al?|pregunte al?)\b|"
    r"\b(?:insurance|medicaid|medicare|seguro|aseguranza|they|wife|husband|espos[oa])"
    r" (?:says?|said|told|explained|confirmed|dicen?|dijo|dijeron|explico|confirmo)\b"
)
_OWES = re.compile(
    r"\W*(?:(?:so|ok|okay|oh|ah|then|well|i guess|guess|yes|yeah|entonces|bueno|si|pues|"
    r"ya veo)\W+)*"
    r"(?:i (?:do |still |really )?owe (?:it|this|that)|(?:si )?(?:la|lo) debo)"
    r"(?: (?:then|after all|entonces|yo))*\W*"
)
_OTHER_THING = re.compile(
    r"\b(?:about |of |lo de )?(?:the|my|that|your|a|el|la|mi|su|una?) (?:phone |new )?(?:call|"
    r"callback|address|email|phone|number|appointment|texts?|receipt|plan|question|form|person|"
    r"statement|link|llamada|direccion|correo|telefono|cita|recibo|pregunta|formulario|enlace)\b"
)
_STILL_WRONG = re.compile(
    r"\b(?:wrong|incorrect|overcharg\w+|not right|isnt right|not mine|isnt mine|not my|twice|"
    r"dont owe|do not owe|never|incorrect[oa]|mal|equivocad[oa]|no es mi[oa]?|no debo|"
    r"de mas|doble|nunca)\b|\?"
)
_NEVER_MIND_FIRST = re.compile(r"\bnever ?mind\b")
_NOT_WRONG = re.compile(r"\b(?:nothing(?:s| is)?|nada|no esta|no estaba) (?:wrong|mal)\b")


def taken_back(text: str) -> TakenBack | None:
    """None where nothing is taken back, or something is still said to be wrong."""
    said = " ".join(fold(text).text.replace("'", "").split())
    rest = said
    for harmless in (_OWN_FAULT, _NOT_WRONG, _NEVER_MIND_FIRST, _NOT_PAID):
        rest = harmless.sub(" ", rest)
    if _STILL_WRONG.search(rest):
        return None
    is_unpaid = _NOT_PAID.search(said) is not None and _PAID.search(rest) is None
    is_over = _NEVER_MIND.search(said) is not None
    is_own = bool(_OWN_FAULT.search(said) or _NOT_WRONG.search(said))
    if is_unpaid:
        return TakenBack(Surety.LIKELY if is_own or is_over else Surety.MAYBE, About.PAYMENT)
    if is_own or _OWN_BILL.search(said):
        return TakenBack(Surety.PLAIN)
    return _less_plain(said, is_over)


_STILL_DOUBTED = re.compile(
    r"\b(?:dont|don't|not|but|mistake|wrong|free|husband|wife|no (?:me )?(?:acuerdo|recuerdo)|pero|"
    r"error|gratis|espos[oa]|friday|monday|tomorrow)\b"
)


def _less_plain(said: str, is_over: bool) -> TakenBack | None:
    is_doubted = _STILL_DOUBTED.search(said) is not None
    if _SETTLED.search(said) and _TOLD_SO.search(said) and not is_doubted:
        return TakenBack(Surety.LIKELY)
    if _OWES.fullmatch(said):
        return TakenBack(Surety.MAYBE)
    if _REMEMBERS.search(said) and _DID.search(said) and not is_doubted:
        return TakenBack(Surety.LIKELY, About.BILL)
    if is_over and _OTHER_THING.search(said) and not (_FOUND.search(said) or _SETTLED.search(said)):
        return None
    if is_over and _INSURANCE.search(said):
        return TakenBack(Surety.LIKELY, About.INSURANCE)
    if is_over and (_FOUND.search(said) or _SETTLED.search(said)):
        return TakenBack(Surety.LIKELY)
    if is_over:
        return TakenBack(Surety.MAYBE)
    return TakenBack(Surety.MAYBE, About.BILL) if _FOUND.search(said) else None


_NARROWS = re.compile(
    r"(?<!not )(?<!no )\b(?:only|just|solo|solamente|nomas|nada mas|unicamente|nothing but|"
    r"rest (?:is|are|of it|looks)|lo demas|el resto)\b"
)


def narrows(text: str) -> bool:
    """ "Only the lab", "the rest is fine"."""
    return _NARROWS.search(fold(text).text) is not None
