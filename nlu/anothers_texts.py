"""Another's texts are to end, and one's own bill is to be paid: no opt-out of all."""

import re

from nlu.normal import fold

_THINGS = (
    r"(?:stuff|bills?|texts?|messages?|msgs?|things?|mail|statements?|reminders?|ones?|crap|shit|"
    r"cosas|cuentas?|facturas?|mensajes?|recibos?|avisos?)"
)
_STOP = (
    r"\b(?:stop|quit|dont|do not|no more|no (?:me |nos )?(?:siga\w* )?mand\w+|"
    r"dej\w+ de (?:mand|envi)\w+|no me escrib\w+|no me envi\w+)\b(?: \w+){0,4}? "
)
_NO_ONE = (
    r"(?:mis?|textos?|cobr\w*|pag\w*|deud\w*|es[aeo]s?|est[aeo]s?|l[aeo]s?|ustede?s?|aqui|citas?|"
    r"visitas?|cuentas?|hospital|doctor\w*|siempre|nuev\w+|un[ao]?|salud)"
)
_NO_NAMES = (
    r"(?:mas|est[ao]s|es[ao]s|tus|mis|los|las|otr[ao]s|tant[ao]s|this|\w+less|various|previous|"
    r"ridiculous|obnoxious|bs|sms|\w*ass|always|yalls)"
)
_THEIRS = re.compile(
    rf"{_STOP}(?:(?:her|his|their) (?:\w+ )?{_THINGS}\b|hers\b|(?:about|for) (?:her|him|them)\b|"
    rf"(?!{_THINGS}\b|{_NO_NAMES}\b)[a-z]{{2,}}s {_THINGS}\b|sus {_THINGS}\b|"
    rf"(?:lo|la|las|los|cosas|cuentas|facturas) de (?:(?:mi|su) )?(?!{_NO_ONE}\b)[a-z]{{2,}}\b)"
)
_OWN = re.compile(
    r"\b(?:mine|my own|my (?:part|bill|balance|account|share|stuff)|what i owe|i owe(?! (?:you |"
    r"yall |u )?nothing)|lo mio|"
    r"l[oa]s? mi[oa]s?|mi (?:parte|cuenta|saldo)|yo debo)\b"
)
_NOT_OWN = re.compile(
    r"\b(?:and|or|nor|neither|y|ni|o) (?:tampoco )?(?:mine|my own|my bill|lo mio|la mia)\b"
    r"(?! (?:i|ill|im|is|whats?|how|si|la|lo|cuanto)\b)|"
    r"\bmine (?:too|also|as well|either)\b|\bl[oa] mi[oa] (?:tampoco|tambien)\b"
)
_WISHES = re.compile(r"\b(?:pay\w*|how much|whats?|owe|pag\w+|cuanto|deb\w+)\b")
_UNWILLING = re.compile(r"\b(?:not|wont|never|dont|cant|no|nunca) (?:\w+ ){0,2}(?:pay|pag)")
_ASKS = re.compile(r"\b(?:how much|whats?|owe|cuanto|deb\w+)\b")


def stops_only_anothers(text: str) -> bool:
    said = _said(text)
    return _THEIRS.search(said) is not None and _wants_own(said)


def asks_own_sum(text: str) -> bool:
    """What one's own comes to, rather than a way to pay it."""
    return _ASKS.search(_THEIRS.sub(" ", _said(text))) is not None


def _wants_own(said: str) -> bool:
    if _NOT_OWN.search(said) or _UNWILLING.search(said):
        return False
    return _OWN.search(said) is not None and _WISHES.search(said) is not None


def _said(text: str) -> str:
    return " ".join(re.sub(r"[^\w ]+", " ", fold(text).text.replace("'", "")).split())
