"""Our own word for a yes ("agree", "acepto") or a plain "do it", and what is said besides."""

import re
from dataclasses import dataclass

from nlu.normal import fold
from nlu.taking_back import speaks_of_texts, takes_back

_AGREES = re.compile(
    r"\b(?:agree|agreed|agre|aggree|i accept|accept|accepted|acepto|aceptado|acepta|aceptamos|"
    r"de acuerdo|conforme)\b"
)
_DOES = re.compile(
    r"\b(?:(?:i|we)'?ll (?:do|take)|do) (?:it|that|this)\b|"
    r"\b(?:set|sign) (?:it|that|this|me|us) up\b|"
    r"\bset up the plan\b|\bsign me up\b|\bgo (?:ahead|for it)\b|\bstart (?:it|the plan)\b|"
    r"\b(?:hagalo|hazlo|hagale|hagamoslo|hagamos eso|lo hago|lo tomo|adelante|apunteme|anoteme|"
    r"pongalo|empecemos)\b"
)
_YES = re.compile(r"\b(?:yes|yeah|yea|ya|yep|yup|sure|please|absolutely|si|claro|por supuesto)\b")
_RESERVED = frozenset({"yes", "start", "unstop"})
_NO = re.compile(
    r"\b(?:no|nope|nah|not|never|don'?t|can'?t|cannot|won'?t|disagree|tampoco|nunca|jamas)\b"
)
_NO_PROBLEM = re.compile(r"\b(?:no problem|no prob|not bad|why not|como no|no worries)\b")
_OPEN = re.compile(r"\?|\b(?:why|how|what|later|por que|como|luego)\b|\bacepto si (?!acepto)\w")
_OBLIGED = re.compile(  # "do i need to agree to something", with or without its mark
    r"\b(?:do|did|does|should|must|have|had|would|will|can|could|am|is|are|was|were) "
    r"(?:i|we|you|u|it|that|this|there|they|my \w+)\b|"
    r"\b(?:need|have|has|had|got|supposed|required|forced|making|made|make|want|wants) (?:me |us )?"
    r"to\b|\b(?:before|when|once|after|until|where|who|whether) (?:i|we|you|u)\b|"
    r"\b(?:tengo|tenemos|tiene|habria|hay|debo|debe|deberia|necesito|ocupo) (?:que )?(?:estar )?"
    r"(?:de acuerdo|conforme|aceptar?|acepte)\b|\b(?:antes de|cuando|hasta que|donde|quien)\b"
)
_CONDITION = re.compile(
    r"\b(?:if|unless|maybe|might|except|as long as|provided|depends|on (?:one|1|the) condition|"
    r"let me (?:see|think|check|ask|talk)|think about|not sure|first i|i first|first let|"
    r"get back to you|con tal|siempre que|siempre y cuando|solo si|a menos|quizas?|tal vez|"
    r"depende|pensarlo|lo pienso|consult\w*|habl\w+ con mi|lo veo con|dejeme|"
    r"(?:but|pero) (?:first|primero|antes)|"
    r"primero (?:quiero|necesito|tengo))\b"
)
_TERMS = re.compile(
    r"\b(?:skip\w*|later|sooner|earlier|lower|less|smaller|cheaper|bigger|more time|another day|"
    r"different day|other day|instead of|push|start|begin|salt\w+|mas tarde|despues|menos|mas bajo|"
    r"mas chico|otr[oa] (?:dia|fecha)|empez\w+|empiec\w+|cambiar (?:la fecha|el dia|el monto))\b"
)
_CARD = re.compile(
    r"\b(?:cards?|tarjetas?|auto ?-?pay\w*|automatic\w*|debit|hsa|fsa|venmo|zelle|checks?)\b"
)
_PARTS = re.compile(r"[.,;!\n]+|\b(?:and|but|also|plus|though|y|pero|tambien|ademas|aunque)\b|&")
_SMALL = re.compile(
    r"\b(?:ok|okay|k|yes|yeah|yea|yep|yup|sure|si|claro|bueno|dale|thanks?|thank|you|u|so|very|"
    r"much|please|pls|por favor|muchas|mil|gracias|great|good|fine|perfect\w*|that|works|work|for|"
    r"me|sounds|deal|do|it|i|we|to|the|this|plan|all|of|esta|bien|muy|el|al|con|lo|todo|a|perfecto|"
    r"god|bless|dios|bendiga|le|les|la|have|nice|day|let'?s|lets|vamos|ya|no problem|then|"
    r"entonces)\b"
)


@dataclass(frozen=True)
class Agreement:
    """`rest`: what is said besides, in plain letters; empty where there is nothing more."""

    rest: str

    @property
    def names_card(self) -> bool:
        return _CARD.search(self.rest) is not None


def find_agreement(text: str) -> Agreement | None:
    """None without our word, and where it is asked about, denied, tied to terms or taken back."""
    said = _NO_PROBLEM.sub("sure", fold(text).text)
    parts = [part.strip() for part in _PARTS.split(said) if part and part.strip()]
    yes = next((part for part in parts if _AGREES.search(part)), None)
    if yes is None and _does(said):
        return Agreement("")
    if yes is None or _OBLIGED.search(yes[: _end(yes)]):
        return None
    if _NO.search(yes) or _OPEN.search(yes) or _CONDITION.search(said):
        return None
    rest = " ".join(part for part in parts if part is not yes)
    if not rest or not _SMALL.sub("", rest).strip():
        return Agreement("")
    is_harmless = _CARD.search(rest) is not None or speaks_of_texts(rest)
    denies = _NO.search(rest) is not None and not is_harmless
    if denies or _TERMS.search(rest) or takes_back(rest):
        return None
    return Agreement(rest)


def _end(yes: str) -> int:
    found = _AGREES.search(yes)
    return found.end() if found else len(yes)


def insists(text: str) -> bool:
    """A clear yes where our word was just asked for; never one of the carrier's (0019)."""
    said = fold(text).text
    return not is_reserved(text) and _YES.search(said) is not None and _is_small(said)


def is_reserved(text: str) -> bool:
    """A word that the carrier takes for signing up: no agreement to a debt may rest on it."""
    return fold(text).text.strip(" .,!") in _RESERVED


def _does(said: str) -> bool:
    """ "Yes do that": told to do what was shown, with nothing else in the text."""
    return _DOES.search(said) is not None and _is_small(_DOES.sub(" ", said))


def _is_small(said: str) -> bool:
    is_tied = _NO.search(said) or _OPEN.search(said) or _CONDITION.search(said)
    left = _SMALL.sub("", _YES.sub("", _PARTS.sub(" ", said)))
    return not is_tied and not left.strip(" '\"-")


def says_our_yes(text: str) -> bool:
    """Our word stands there, whatever is tied to it."""
    return _AGREES.search(fold(text).text) is not None
