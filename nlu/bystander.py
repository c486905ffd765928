"""Who is not the patient, in few words: not them, a parent, or somebody who would pay for them."""

import re

from nlu.kin import ADULT_KIN, CHILD, PARENT
from nlu.normal import fold

_NOT_ME = re.compile(
    r"(?:no |hi |hey |hola |sorry |um |uh )*(?:this|that|it|thats|its|dis|dat)(?: is| s)?"
    r"(?: aint| isnt| is not| not| really not| definitely not)+ me(?: at all| sorry| here)*|"
    r"(?:no |hola |perdon )*(?:est[aeo]|es[aeo]|aqui|yo)? ?no (?:soy|es para mi)(?: yo| esa| ese)?"
    r"(?: persona| disculpe| perdon)*"
)
_PARENT = re.compile(
    rf"(?:hi |hey |hola |ok )*(?:im|i am|this is|soy|habla|aqui) (?:\w+ )?(?:her|his|their|the|su|"
    rf"la|el|\w+s) {PARENT}(?: de \w+| here| speaking)?(?: (?:and|y) \w+ (?:is|tiene) .*)?|"
    rf"(?:hi |hey |hola )*(?:\w+|s?hes|that is|this is)(?: is| es|) (?:my|mi) {CHILD}|"
    rf"(?:soy|im|i am) (?:la |el |the )?{PARENT}(?: (?:de|of) \w+)?"
)
_PAYS_FOR = re.compile(
    rf"\b(?:can|could|may|how (?:do|can)|want to|like to|ill|i will|let me) (?:i )?(?:just )?pay\b"
    rf".*\b(?:for|on behalf of) (?:him|her|them|somebody|someone|my (?:\w+ )?{ADULT_KIN})\b|"
    rf"\b(?:can|could|may|how (?:do|can)|want to|like to) (?:i )?(?:just )?pay (?:his|her|their|my "
    rf"(?:\w+ )?{ADULT_KIN}s?)(?: \w+)?$|"
    rf"\b(?:puedo|podria|quiero|quisiera|como|le) (?:yo )?(?:pag\w+|pago)(?:\w*|selo)\b.*"
    rf"\b(?:por|de|a) (?:el|ella|ellos|mi {ADULT_KIN})$"
)
_ABSENT = re.compile(
    r"(?:s?hes|s?he is|ella|el)(?: \w+)? (?:in (?:the )?(?:hospital|icu|surgery|jail|rehab)|"
    r"at work|asleep|sleeping|(?:esta )?(?:internad[oa]|hospitalizad[oa]|dormid[oa]|en (?:el )?"
    r"(?:hospital|trabajo)))(?: right now| now| ahora| ahorita)?"
)
_MOST_WORDS = 9


def says_not_me(text: str) -> bool:
    """ "This isnt me", and no more: whom the text is for is somebody else."""
    return _NOT_ME.fullmatch(_said(text)) is not None


def is_parent(text: str) -> bool:
    """ "Im her mom", "wes is my son": of a child they may answer for, of a grown-up not."""
    said = _said(text)
    return len(said.split()) <= _MOST_WORDS and _PARENT.fullmatch(said) is not None


def would_pay_for(text: str) -> bool:
    """ "Can i pay for him": another grown-up's."""
    return _PAYS_FOR.search(_said(text)) is not None


def is_absent_one(text: str) -> bool:
    """ "Hes in the hospital", as all that is said: "he" can only be whom we write to."""
    return _ABSENT.fullmatch(_said(text)) is not None


def _said(text: str) -> str:
    return " ".join(re.sub(r"[^\w ]", " ", fold(text).text.replace("'", "")).split())
