"""A text that takes back what was just agreed, and one that speaks of our texts."""

import re

from nlu.reading import read
from nlu.wish_words import TEXTING

MOST_WORDS = 12
_ENDS = (
    r"(?=\W*(?:$|[.,;!?]|please|pls|plz|now|plan\b|thing\b|agreement\b|i\b|actually|thanks?\b|"
    r"for now|any ?more|any longer|ok\b|right|no\b|instead|too\b|por favor|porfa\w*|ya\b|gracias|"
    r"mejor|better))"
)
_IT = (
    rf"(?:(?:it|that|this|everything|what i (?:just )?(?:said|agreed to|did)){_ENDS}|"
    r"my (?:yes|agreement))"
)
_ESO = rf"(?:eso|esto|todo eso|lo (?:que dije|anterior|del plan|de los payments)){_ENDS}"
_BACK = re.compile(
    rf"\b(?<!don't )(?<!dont )(?<!do not )(?:cancel|undo|scratch|scrap|ditch|drop|forget|call off|"
    rf"reverse|void|nix|end|kill|delete|take back|back out of|get me out of) (?:all |about )?{_IT}|"
    r"\b(?:let'?s not|i'?m not|we'?re not|not) (?:do|doing|going through with|agreeing to) "
    r"(?:it|this|that)\b|\b(?:don'?t|dont) (?:do|set) (?:it|this|that)(?: up)?\b|"
    r"\bno lo hag\w+\b|\bmejor no lo\b|"
    r"\bnever ?mind\b|\bnvm\b|\bcall it off\b|\btake (?:it|that) back\b|\bback out\b|"
    r"\b(?:i|ive) (?:have )?change[d]? my mind\b|\bi didn'?t mean (?:it|that|to (?:agree|do))\b|"
    rf"\bi (?:don'?t|do not) (?:really )?want {_IT}|\bi (?:don'?t|do not) agree\b|"
    rf"\bi (?:don'?t|do not) want to do {_IT}|"
    r"^(?:oh |um |hmm |ok |sorry,? )*(?:wait|actually|hold on|hang on|on second thought)"
    r"(?: a (?:sec|second|minute))?,? (?:no|nope|nah|don'?t(?: do (?:it|that))?)\W*$|"
    rf"\b(?:cancel(?:e|en|a|enme|eme)|anule|anula|deshaga|borre|borra|quite|quita|deje|olvide|"
    rf"olvida|descarte|deshacer|anular) {_ESO}|"
    r"\b(?:olvidel[oa]|olvidal[oa]|olvidenlo|dejel[oa]|dejal[oa]|deshagal[oa]|deshazlo|anulel[oa]|"
    r"anulalo|cancelel[oa]|cancelal[oa]|cancelenlo|quitel[oa]|borrel[oa])\b(?! asi)|"
    r"\b(?:mejor|siempre) (?:siempre )?no\W*(?:$|[.,;!])|"
    r"\bmejor (?:ya )?no (?:quiero|lo hag\w+|hag\w+ nada)\b|\bme arrepent\w+|\bme arrepiento\b|"
    r"\bya no (?:l[oa] )?(?:quiero|deseo|queremos|me interesa|me conviene)\b"
    r"(?: (?:eso|esto|nada))?\W*$|"
    r"\bcambie de (?:opinion|idea|parecer)\b|\bno (?:estoy de acuerdo|acepto)\b|"
    rf"\bno quiero (?:{_ESO}|hacerlo|seguir con eso)|"
    r"^(?:ay |oiga |perdon,? )*(?:espere|espera|esperen|un momento|perdon|disculpe),? (?:ya |que )?"
    r"no\W*$"
)
_STOPPING = re.compile(
    r"\b(?:stop\w*|quit|revoke\w*|unsubscri\w*|opt(?:ing|ed)?[ -]?out|remove me|take me off|leave "
    r"me|my number|parar?|pare[n]?|alto|basta|de baja|desuscri\w*|"
    r"(?:la|su|the|your|this) list\w*|en paz|suscri\w+|subscri\w+|numero|celular|spam\w*|sms)\b"
)


def takes_back(text: str, language: str | None = None) -> bool:
    """ "Cancel that", "wait no, undo it", "mejor no": short, and not a word of our texts."""
    said = read(text, language).text
    if len(said.split()) > MOST_WORDS or speaks_of_texts(text, language):
        return False
    return _BACK.search(said) is not None


def speaks_of_texts(text: str, language: str | None = None) -> bool:
    """Of being written to, or of stopping; whatever else it says of it."""
    said = read(text, language).text
    return TEXTING.search(said) is not None or _STOPPING.search(said) is not None
