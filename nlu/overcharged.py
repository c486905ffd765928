"""The same charged twice, or more than was said before: a bill that is wrong, in plain words."""

import re
from dataclasses import replace

from nlu.illness import plain_words
from nlu.understanding import Decision, Intent, Understanding

DISPUTE = "dispute_charge"
LIKELY = 0.2  # of the model's guess; without it the words may be of a plan or a refund
_TWICE = re.compile(
    r"\b(?:charg\w+|bill\w*|invoiced?) (?:\w+ ){0,6}?(?:twice|two times|2x|2 times|double)\b"
    r"(?! (?:a|per|each|every)\b)|"
    r"\b(?:double|twice) (?:charg\w+|bill\w+)|\bsame (?:\w+ ){1,3}(?:twice|two times|2 times)\b|"
    r"\b(?:cobr\w+|factur\w+|carg\w+) (?:\w+ ){0,4}?(?:dos veces|2 veces|doble|por duplicado)\b"
    r"(?! (?:al|por|cada)\b)"
)
_SAID = re.compile(
    r"\b(?:told|said|quoted|promised|dijo|dijeron|cotiz\w+|prometieron)\b"
    r"\D{0,30}(?<![\d/])(\d{2,6})(?![\d/]|st\b|nd\b|rd\b|th\b)"
    r"\D{1,40}(?<![\d/])(\d{2,6})(?![\d/]|st\b|nd\b|rd\b|th\b)"
)


_TAKEN = re.compile(
    r"\b(?:took|taken|charged?|charges|debited|withdrew|shows?|came out|went (?:out|through|thru)|"
    r"quitaron|cobraron|sacaron|descontaron|cargaron|salen?|aparecen?)\b"
)
_THEN_AGAIN = re.compile(
    r"(?<![\d/])(\d{1,4}(?:\.\d\d)?)(?: dollars| bucks| dolares)?,? "
    r"(?:(?:and|then|plus|y|luego|despues|another|otros|otro|a|for|de|by|also|tambien) )+"
    r"\1(?![\d/])(?: (?:dollars|bucks|dolares))?"
    r"(?: (?:again|more|too|as well|the next|otra vez|de nuevo|mas|tambien|on|el)\b|\W*$)"
)


_UNASKED = re.compile(
    r"\b(?:charged|took|debited|withdrew|ran|used)\b.{0,40}\b(?:card|account|money|bank)\b.{0,40}\b"
    r"(?:(?:didnt|did not|never|wasnt|not) (?:authoriz\w+|approve\w*|agree\w*|give|allow\w*|ok)|"
    r"without (?:my )?(?:permission|asking|authoriz\w+|consent|ok))|"
    r"\b(?:didnt|did not|never) (?:authoriz\w+|approve\w*)\b.{0,30}\b(?:charge|payment|card|that|"
    r"it)\b|"
    r"\b(?:cobraron|cargaron|quitaron|sacaron|usaron)\b.{0,40}\bsin (?:mi )?(?:permiso|autoriz\w+|"
    r"avisar\w*|preguntar\w*)|\bno (?:autorice|di permiso)\b"
)


def charged_unasked(text: str) -> bool:
    """A card charged that nobody allowed: a person looks, and nothing is asked for meanwhile."""
    return _UNASKED.search(plain_words(text)) is not None


def same_sum_twice(text: str) -> bool:
    """ "You took 45 and then 45 again"."""
    said = plain_words(text)
    return _TAKEN.search(said) is not None and _THEN_AGAIN.search(said) is not None


def with_overcharge(heard: Understanding, text: str) -> Understanding:
    """Sure where the model leans to it."""
    chance = next((g.confidence for g in heard.ranking if g.name == DISPUTE), 0.0)
    if heard.decision is Decision.ACT or chance < LIKELY or not is_overcharged(text):
        return heard
    return replace(heard, intents=(Intent(DISPUTE, 1.0),), decision=Decision.ACT)


def is_overcharged(text: str) -> bool:
    said = plain_words(text)
    more = _SAID.search(said)
    return _TWICE.search(said) is not None or (more is not None and int(more[1]) < int(more[2]))
