"""What comes after the due day, as patients fear it: never answered with a threat."""

import re

from actions._words import plain
from nlu.sued import asks_if_sued

_WHAT_COMES = re.compile(
    r"\bcollect\w*|\bcredit (?:score|report|bureau)|my credit\b|\bcredit\b|\bagenc(?:y|ies)\b|"
    r"\breport(?:ed|ing)?\b|\bgarnish\w*|\bcobranza\w*|\bcolecci\w+|\bcredito\b|"
    r"\breport(?:ar|an|en)\b"
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
