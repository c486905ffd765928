"""Somebody else who would pay: asked about, told of, or to be sent the link by us."""

import re

from nlu.kin import ADULT_KIN, CHILD, KIN_WHO_ANSWER
from nlu.normal import fold

_KIN = rf"(?:{ADULT_KIN}|{CHILD}|{KIN_WHO_ANSWER}|parents?|padres|family|familia)"
_WHO = (
    rf"(?:(?:my|our|mi|mis|un|a|el|ella) (?:\w+ )?{_KIN}|he|she|someone else|somebody else|"
    r"another person)"
)
_QUIEN = rf"(?:mi|mis|un|una|el|la) {_KIN}|otra persona|alguien mas"
_LINK = r"(?:the |this |that |your |my |el |este |ese )?(?:link|page|enlace|liga|pagina)"
_MAY_PAY = re.compile(
    rf"\b(?:can|could|may|what if|if) {_WHO} (?:just |also )?"
    rf"(?:pay|use {_LINK}|open {_LINK})\b(?! me\b)|"
    rf"\bmy (?:\w+ )?{_KIN} (?:will|can|wants? to|would|is going to|is gonna|gonna|'?ll|could|is) "
    rf"(?:\w+ )?(?:pay|paying)\b(?! me\b)|"
    r"\b(?:s?he|they)(?: will|'ll) pay (?:it|this|that|for (?:it|me))\b|"
    rf"\b(?:puede|podria|pueden) (?:(?:{_QUIEN}|el|ella) )?(?:pagar|usar {_LINK}) (?:{_QUIEN})\b|"
    rf"\b(?:puede|podria|pueden) (?:{_QUIEN}|el|ella) (?:pagar|usar {_LINK})|\bpuede usar {_LINK}|"
    rf"\b(?:{_QUIEN}) (?:\w+ )?(?:lo |la |me lo )?(?:va a pagar\w*|quiere pagar\w*|"
    r"puede pagar\w*|paga|pagara)\b|"
    rf"\b(?:lo|la) (?:va a pagar|paga|pagara|puede pagar) (?:{_QUIEN})\b"
)
_SEES = re.compile(
    rf"\bwhat (?:all )?(?:will|would|does|do|can|could) (?:{_WHO}|they|whoever \w+) "
    r"(?:be able to |get to )?see\b|"
    rf"\b(?:will|would|can) {_WHO} (?:be able to )?see (?:my|what|the|it|every\w*|all)\b|"
    rf"\bque (?:ve|vera|va a ver|puede ver) (?:{_QUIEN}|el|ella)\b|\bque (?:va a ver|vera)\W*$"
)
_SEND = re.compile(
    rf"\b(?:send|text|forward|mand\w*|envi\w*|pas\w*) (?:it|that|this|{_LINK}|lo|la)?\s?(?:to )?"
    rf"(?:him|her|them|a el|a ella|(?:my|a mi) {_KIN})\b"
)
_WHEN = re.compile(r"\b(?:when|once|after|until|cuando|hasta|despues)\b")
_NUMBER = re.compile(r"\(?\d{3}\)?[ .-]?\d{3}[ .-]?\d{4}\b")


def another_pays(text: str) -> bool:
    """ "My husband will pay", "can he use the link"; a day or "when" makes it a promise."""
    said = fold(text).text
    return _MAY_PAY.search(said) is not None and not _WHEN.search(said)


def asks_what_seen(text: str) -> bool:
    """What the page shows to whoever opens it."""
    return _SEES.search(fold(text).text) is not None


def wants_sent(text: str) -> bool:
    """The link to another's number, or to "him"."""
    said = fold(text).text
    found = _SEND.search(said)
    return found is not None and bool(_NUMBER.search(said) or re.search(_LINK, said))
