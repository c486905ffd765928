"""What comes after the due day, as patients fear it: never answered with a threat."""

import re

from actions._words import plain
from nlu.sued import asks_if_sued

_WHAT_COMES = re.compile(
    r"\bcollect\w*|\bcredit (?:score|report|bureau)|my credit\b|\bcredit\b|\bagenc(?:y|ies)\b|"
    r"\breport(?:ed|ing)?\b|\bgarnish\w*|\bcobranza\w*|\bcolecci\w+|\bcredito\b|"
    r"\breport(?:ar|an|en)\b"
)
_CANNOT = re.compile(
    r"what (?:happens |will happen |do you do )?if i (?:can'?t|cannot|can not|don'?t|miss|am late)|"
    r"(?:que|y) (?:pasa |hacen )?si no (?:puedo|pago|alcanzo|llego)"
)


_MEANWHILE = re.compile(
    r"\bmeanwhile\b|\bmean time\b|\bmeantime\b|\bwhile (?:i wait|you|they|that|this|its|it's|we)\b|"
    r"\buntil then\b|\btill then\b|\bin between\b|\bmientras\b|\bentre ?tanto\b|\bhasta entonces\b"
)


def asks_meanwhile(text: str) -> bool:
    """ "Do I have to pay meanwhile"."""
    return _MEANWHILE.search(plain(text)) is not None


def asks_what_comes(text: str) -> bool:
    return _WHAT_COMES.search(plain(text)) is not None or asks_if_sued(text)


def asks_what_if(text: str) -> bool:
    """ "What if I cannot pay by then"."""
    return _CANNOT.search(plain(text)) is not None
