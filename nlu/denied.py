"""What a text names only to say that it is not so: "i dont have a lawyer", "no es queja".

A model hears the words and not the no. Read narrowly: once the denials are cut out no word of the
matter may be left, and nothing like "yet" or "but" that takes them back. Danger, a death and a stop
are never read so.
"""

import re

from nlu.normal import fold

LEGAL, THEFT, COMPLAINT, REFUND = "legal", "identity_theft", "complaint", "request_refund"
_LAWYER = r"(?:lawyers?|attorneys?|abogad[oa]s?|licenciad[oa]s?)"
_ARTICLE = r"(?:(?:a|an|any|the|my|un|una|ningun|ninguna|ni|el|la) )*"
_SAID_SO = r"(?:its|it is|it was|this is|this was|thats|that is|that was|i am|im|am|is|was) not"
_THEFTS = r"(?:identity theft|fraud|(?:a )?scam|robo de identidad|fraude|estafa)"
_REFUND = r"(?:refunds?|reembolsos?|devolucion(?:es)?)"

_DENIALS = {
    LEGAL: (
        rf"(?:\b(?:i|we)|^(?:no )?(?:i )?) ?(?:(?:really|honestly|just|even) )*"
        rf"(?:dont|do not|didnt|never|havent|have not|aint) "
        rf"(?:have|had|need|want|got|get|hire|hired|call|called|use|talked to)(?: to)? "
        rf"(?:(?:get|hire|call|see) )?{_ARTICLE}{_LAWYER}",
        rf"\b(?:no|sin) {_LAWYER}(?: (?:here|needed|involved|necessary|aqui))*"
        rf"(?=\W*$|[,.;!])",
        r"\b(?:not|never|wont|will not|wouldnt|dont want to|do not want to) "
        r"(?:(?:be|going|gonna|trying|looking|planning|here|to) )*(?:sue|suing)\b"
        r"(?: (?:you|u|yall|anybody|anyone|nobody|them|over (?:this|it)))*",
        r"\b(?:not|never|didnt|did not|wont|dont want to|do not want to) "
        r"(?:(?:be|been|going|gonna|planning|to|on) )*"
        r"(?:(?:file|filed|filing|declare|declaring|declared|in|go) )*(?:for )?bankrupt(?:cy)?\b",
        rf"\bno (?:tengo|necesito|ocupo|quiero|traigo|hay|contrate|ando con|estoy con|"
        rf"busco) {_ARTICLE}(?:a )?{_LAWYER}",
        r"\bno (?:(?:los|les|lo|te) )?(?:voy|vamos|pienso|quiero|pretendo) (?:a )?"
        r"demandar(?:los|les|lo|te)?(?: a (?:nadie|ustedes))?",
        r"\bno (?:(?:me|nos|estoy|ando|voy a|quiero|pienso|he) )*(?:declar\w+ )?"
        r"(?:en )?(?:bancarrota|quiebra)\b",
    ),
    THEFT: (
        r"\b(?:nobody|no one|noone|no body) (?:(?:has|had|ever) )*"
        r"(?:stole|stolen|took|used|uses|is using|hacked) (?:my|our) "
        r"(?:identity|name|insurance|information|info)\b",
        rf"\b(?:{_SAID_SO}|isnt|wasnt|aint) {_ARTICLE}{_THEFTS}\b",
        rf"\bnot saying (?:(?:its|it is|it was) )?{_ARTICLE}{_THEFTS}\b",
        r"\bmy identity (?:(?:was|is|has) (?:not|never) (?:been )?|wasnt |isnt )stolen\b",
        r"\bnadie (?:me |nos )?(?:robo|ha robado|uso|usa|esta usando) (?:mi|la|el) "
        r"(?:identidad|nombre|seguro)\b",
        rf"\bno (?:es|fue|era|hay|hubo|digo que (?:sea|es|fue)) {_ARTICLE}{_THEFTS}\b",
        r"\bno me (?:robaron|han robado) (?:la|mi) identidad\b",
    ),
    COMPLAINT: (
        r"\b(?:not|isnt|aint|never) (?:(?:really|a|to|here|trying) )*complain(?:ing|t|ts)?\b",
        r"\bno complaints?(?: (?:here|at all|from me))*",
        r"\b(?:dont|do not|cant|cannot) (?:(?:have|want|any|a|to) )*complain(?:t|ts)?\b",
        r"\b(?:no (?:es|son|tengo|hay|seria)|sin) (?:(?:una|ninguna|ningun|mis) )*quejas?\b",
        r"\bno (?:me quejo|me estoy quejando|vengo a quejarme|quiero quejarme)\b",
    ),
    REFUND: (
        rf"\b(?:dont|do not|didnt|did not|never|not) (?:want|need|ask|asked|asking|looking|"
        rf"requesting|requested)(?: for)? {_ARTICLE}{_REFUND}\b",
        rf"\bno (?:need|reason) (?:for|to) {_ARTICLE}refunds?\b(?: (?:me|it|that))?",
        r"\bno refunds? (?:needed|necessary|please|required)\b",
        rf"\bno (?:quiero|necesito|ocupo|pido|pedi|busco|hace falta|estoy pidiendo) "
        rf"{_ARTICLE}(?:{_REFUND}\b|"
        r"que me (?:devuelvan|regresen)\b(?: (?:nada|dinero|el dinero))?)",
    ),
}  # fmt: skip
_TRACES = {
    LEGAL: r"lawyer|attorney|\batty|counsel|legal|\blaw\b|court|\bsu(?:e|ed|es|ing|it)\b|lawsuit|"
    r"bankrupt|\bchapter\b|creditor|trustee|abogad|licenciad|demand|\bcorte\b|\bjuez|tribunal|"
    r"bancarrota|quiebra|represent",
    THEFT: r"identity|identidad|fraud|theft|\bstole|\brob[oa]|scam|estafa|hack|used my|using my|"
    r"\b(?:wasnt|was not|not|isnt) me\b|no fui yo|never (?:went|been|was)|nunca (?:fui|he ido)|"
    r"somebody else|someone else|alguien mas|otra persona",
    COMPLAINT: r"complain|quej|worst|terrible|horrible|rude|ridicul|unaccept|angry|\bmad\b|upset|"
    r"pissed|disgust|\bbad\b|awful|\bhate|pesim|groser|\bmal[oa]?\b|enojad|molest|suck|"
    r"(?:one|zero|1|0|una|cero) (?:star|estrella)|manager|report you|\bfed up|hart[oa]",
    REFUND: r"refund|reimburs|money back|my money|reembols|devol|devuel|regresen|mi dinero",
}
_TAKEN_BACK = re.compile(
    r"\b(?:yet|until|unless|any ?more|no longer|for now|but|todavia|aun|hasta|a menos|"
    r"ya no (?:tengo|traigo|estoy|hay|ando)|por ahora|ahorita|pero|sino)\b"
)
_ASKED = re.compile(r"\W*(?:right|is it|do i|or not|verdad|cierto|o si)?\W*\?")
_STARS = re.compile(r"\b(?:5|five|cinco)[ -]?(?:stars?|estrellas)\b")
_SOURED = re.compile(
    r"\?|\b(?:if|scale|not|no|never|hours?|hold|wait\w*|esper\w*|horas?|yeah right|my ass|smh|"
    r"lol|nunca|wow|supposed|used to|dizque)\b"
)
_WORD = re.compile(r"[a-z]+")
_FEW = 3
_MOST_PRAISE = 10  # words: a longer text tells a story, and may turn
_COMPILED = {
    intent: (tuple(map(re.compile, denials)), re.compile(_TRACES[intent]))
    for intent, denials in _DENIALS.items()
}


def denied(text: str) -> frozenset[str]:
    """The intents whose matter is named there only to be denied."""
    said = _plain(text)
    if _TAKEN_BACK.search(said):
        return frozenset()
    return frozenset(intent for intent in _COMPILED if _is_denied(said, intent))


def is_mere_denial(text: str) -> bool:
    """Hardly a word besides: "no lawyer here, just me"."""
    said = _plain(text)
    left = said
    for intent in denied(text):
        left = _cut(left, intent)
    return left != said and len(_WORD.findall(left)) <= _FEW


def is_praise(text: str) -> bool:
    """ "5 star service", and nothing that turns it sour."""
    said = _plain(text)
    is_sour = _SOURED.search(said) or _TAKEN_BACK.search(said) or _trace(COMPLAINT).search(said)
    return bool(_STARS.search(said)) and not is_sour and len(said.split()) <= _MOST_PRAISE


def _is_denied(said: str, intent: str) -> bool:
    left = _cut(said, intent)
    return left != said and not _trace(intent).search(left)


def _cut(said: str, intent: str) -> str:
    """Without its denials; what is asked about ("it's not fraud, right?") is no denial."""
    for denial in _COMPILED[intent][0]:
        places = [found.span() for found in denial.finditer(said)]
        for start, end in places[::-1]:
            if not _ASKED.match(said, end):
                said = f"{said[:start]} ~ {said[end:]}"
    return said


def _trace(intent: str) -> re.Pattern[str]:
    return _COMPILED[intent][1]


def _plain(text: str) -> str:
    """Lower case, without accents and apostrophes; marks stay, each run of spaces is one."""
    return " ".join(fold(text).text.replace("'", "").replace("\u2019", "").split())
