"""First words about a bill: "what is this about", "whats this come to", "i like it on paper"."""

import re
from dataclasses import replace

from nlu.illness import plain_words
from nlu.understanding import Decision, Intent, Understanding

_BALANCE = "ask_balance"
_LEAST = 0.1  # a chance
_NEAR = frozenset({_BALANCE, "explain_charge", "who_is_this", "help", "pay_now", "thank"})
_ABOUT = re.compile(
    r"\bwh?[au]t(?:s|z| is| are| was)? (?:this|it|dis|that|these|yall|you|u)(?: \w+){0,2}? "
    r"(?:about|regarding|for)\b|"
    r"\b(?:whos|whose|who is)(?: the)? (?:bill|account|charge|balance|visit)\b|"
    r"\bwhose (?:is )?(?:this|it)\b|\bwhat bill\b|\bis (?:this|it) about (?:my|a|the)\b|"
    r"\bde q(?:ue|uien)? (?:se trata|es (?:esto|est[ae]|la|el))\b|\bpara que es esto\b|"
    r"\b(?:de|sobre) que es (?:esto|est[ae])\b|\bque (?:cuenta|factura) es\b"
)
_SUM = re.compile(
    r"\bwh?[au]t(?:s|z| is| do| does| did)? (?:(?:this|it|that|all|everything|my|the|bill|total) "
    r"){0,3}(?:come|comes|coming|run|add|adds|amount|amounts) (?:up |out )?to\b|"
    r"\bwhat (?:is it )?(?:do )?i owe\b|"
    r"\b(?:a|en) cuanto (?:me )?(?:sale|asciende|llega|queda|viene)\b|\bcuanto (?:me )?sale\b|"
    r"^\W*(?:y |pues |oiga |hola |entonces )?(?:que|q|k) (?:les |le |tanto |es lo que )?debo\b|"
    r"\bwhat (?:do )?i (?:gotta|have to|need to|got to|gota|must) pay\b"
)
_ON_PAPER = re.compile(
    r"\b(?:like|want|need|prefer|rather|send|get|mail|wish|better)\b(?: \w+){0,6}? "
    r"(?:on paper|by (?:regular |us |snail )?mail|in the mail|paper (?:copy|bill|statement))\b|"
    r"\b(?:quiero|quisiera|prefiero|necesito|mand\w+|envi\w+|gust\w+|mejor)\b(?: \w+){0,6}? "
    r"(?:en papel|por correo (?:postal|normal|regular)|impres[oa])\b"
)
_NO_PAPER = re.compile(
    r"\b(?:dont|do not|no|stop|quit|without|sin|dejen?) (?:\w+ ){0,4}"
    r"(?:paper|mail|papel|correo)\b|\b(?:check|cheque|payment|pago) (?:\w+ ){0,2}(?:mail|correo)\b"
)
_STATEMENT = "request_statement"


def with_paper(heard: Understanding, text: str) -> Understanding:
    """The bill on paper, told at such length that the model is unsure of it."""
    said = plain_words(text)
    chance = next((g.confidence for g in heard.ranking if g.name == _STATEMENT), 0.0)
    is_unsure = heard.decision is not Decision.ACT and chance >= _LEAST
    if not is_unsure or not _ON_PAPER.search(said) or _NO_PAPER.search(said):
        return heard
    return replace(heard, intents=(Intent(_STATEMENT, 1.0),), decision=Decision.ACT)


def asks_about(text: str) -> bool:
    """What or whose bill it is, beside who writes."""
    return _ABOUT.search(plain_words(text)) is not None


def with_asked_sum(heard: Understanding, text: str) -> Understanding:
    """The sum, in words the model is unsure of."""
    likeliest = next((guess.name for guess in heard.ranking), "")
    is_unsure = heard.decision is not Decision.ACT and likeliest in _NEAR
    if not is_unsure or not _SUM.search(plain_words(text)):
        return heard
    return replace(heard, intents=(Intent(_BALANCE, 1.0),), decision=Decision.ACT)
