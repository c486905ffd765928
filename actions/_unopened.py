"""The page of a link that does not open: "it just spins", "ha de ser mi telefono viejo"."""

import re

from actions._links import link_sent
from actions._words import plain
from bot.action import Context

OTHER_WAYS = "link_other_ways"
_PAGE = re.compile(
    r"\b(?:wo ?n'?t|wont|does ?n'?t|doesnt|does not|can'?t|cant|cannot|did ?n'?t|didnt|not|never|"
    r"no (?:se |me )?|nunca (?:se |me )?)(?: (?:let me|me deja|deja|quiere|even|ever|to|get it to|"
    r"pude|puedo|logro))* ?(?:open\w*|load\w*|come up|pull\w* (?:it )?up|show\w* up|abr\w+|"
    r"carg(?:a|o|an|ue|ar)|sal(?:e|io))\b|\b(?:blank|en blanco)\b"
)
_HANGS = re.compile(
    r"\b(?:spins?|spinning|loading forever|(?:just|keeps?) loading|dando vueltas)\b"
)
_DEVICE = re.compile(
    r"\b(?:old|ancient|flip|cheap|dumb|crappy|little) (?:cell ?|flip )?phone\b|"
    r"\bphone (?:is|must be|is too|s too|is so|is really) (?:too |so |really )?old\b|"
    r"\b(?:no|dont have|do not have|without) (?:internet|data|wifi|smart ?phone)\b|"
    r"\b(?:telefono|cel|celular|tel)\b.{0,12}\b(?:viej\w+|antigu\w+|no sirve)|"
    r"\bno (?:tengo|hay) (?:internet|datos)\b"
)
_STILL = re.compile(
    r"\bstill (?:nothing|not|no|spinning|the same|same|wont|won'?t|doesn'?t|doesnt|broken)\b|"
    r"^\W*(?:the )?same (?:thing|problem)\b|\bnothing happens\b|\bsigue igual\b|\bsigue sin\b|"
    r"^\W*(?:es )?lo mismo\b|\b(?:nada )?todavia nada\b|\baun nada\b|\bno pasa nada\b"
)
_TRIED = re.compile(r"\b(?:paid|payed|hit pay|submit\w*|pressed|pague|le di (?:a )?pagar)\b")
_AFTER = frozenset({"fresh_link", "try_failed", "try_unfinished", "try_expired", OTHER_WAYS})
_MOST_WORDS = 14


def page_fails(text: str) -> bool:
    """Nothing was paid on it: it was not even seen. One that hangs later may have been."""
    said = plain(text)
    return bool(_PAGE.search(said) or _DEVICE.search(said)) and not _TRIED.search(said)


def is_unopened(context: Context) -> bool:
    """After a link: of its page, of the phone, or, once a new one was sent, that it is the same."""
    said = plain(context.text)
    if link_sent(context) is None or len(said.split()) > _MOST_WORDS:
        return False
    is_again = bool(_AFTER & set(context.memory.last_keys)) and _STILL.search(said) is not None
    return page_fails(said) or _HANGS.search(said) is not None or is_again
