"""A reproach is no wish for a person: "check your records before you bother people"."""

import re
from dataclasses import replace

from nlu.normal import fold
from nlu.understanding import Intent, Understanding

PERSON, COMPLAINT = "request_human", "complaint"
_NAMES_PERSON = re.compile(
    r"\b(?:persons?|humans?|some ?one|some ?body|any ?one|any ?body|agents?|rep|reps|"
    r"representatives?|"
    r"operator|manager|supervisor|staff|real people|a lady|talk|speak|call|receptionist|front desk|"
    r"persona|alguien|humano|agente|asesor\w*|representante|gerente|supervisora?|encargad[oa]|"
    r"operadora?|licenciad[oa]|atiend\w+|hablar|hablo|comuni\w+|llam\w+)\b"
)
_OFFERED = re.compile(
    r"(?<!wrong )\b(?:persona?|human[oa]?|agente?|representative|representante)\b(?! equiv)"
)
_WANTS_PERSON = re.compile(
    r"\b(?:talk|speak|call|get me|want|need|give me|put me|transfer|connect|have) (?:\w+ ){0,3}"
    r"(?:persons?|humans?|some ?one|some ?body|agents?|rep\w*|operator|manager|supervisor|staff|"
    r"lady|receptionist|desk|you|me)\b|\b(?:hablar|comuni\w+|pas[ea]\w*|llam\w+|quiero|necesito) "
    r"(?:\w+ ){0,3}(?:persona|alguien|humano|agente|asesor\w*|gerente|supervisora?|encargad[oa]|"
    r"me|nos)\b"
)
_FEW_WORDS = 5
_REPROACHES = re.compile(
    r"\b(?:check|look (?:at|in|into|through)|read|fix|update|verify|review|"
    r"get) (?:\w+ )?(?:your|ur|"
    r"yalls?) (?:\w+ )?(?:records?|system|books?|files?|computers?|stuff|act|facts|notes|"
    r"account\w*)\b|"
    r"\blook it up\b|\bbother(?:ing)? (?:people|me|us|folks|sick)\b|\bridiculous\b|"
    r"\bdo your (?:damn )?jobs?\b|\bare you (?:people |guys )?(?:blind|stupid|kidding|serious)\b|"
    r"\bget it together\b|\bpay attention\b|"
    r"\b(?:revis\w+|chequ\w+|verifi\w+|fije\w+|busqu\w+|vean) (?:bien )?(?:(?:en )?sus?|los|"
    r"el|en el) "
    r"(?:\w+ )?(?:registros?|sistema|cosas|datos|papeles|archivos?|cuentas?|libros?|computadora)\b|"
    r"\bmolest\w+ a la gente\b|\bantes de (?:andar )?molest\w+|\bhagan (?:bien )?su trabajo\b|"
    r"\bridicul[oa]\b|\bes (?:el|un) colmo\b|\bpongan atencion\b"
)


def asks_for_person(text: str) -> bool:
    """ "Ok person then": the word that was offered, with a few around it."""
    return len(text.split()) <= _FEW_WORDS and _OFFERED.search(fold(text).text) is not None


def without_reproach(heard: Understanding, text: str) -> Understanding:
    """A person beside another wish only where one is named; a reproach alone is a complaint."""
    names = [intent.name for intent in heard.intents]
    said = fold(text).text
    is_reproach = _REPROACHES.search(said) is not None
    if PERSON not in names or _WANTS_PERSON.search(said):
        return heard
    if _NAMES_PERSON.search(said) and not (is_reproach and len(names) > 1):
        return heard
    others = tuple(intent for intent in heard.intents if intent.name != PERSON)
    if others:
        return replace(heard, intents=others)
    if not is_reproach:
        return heard
    return replace(heard, intents=(Intent(COMPLAINT, heard.intents[0].confidence),))
