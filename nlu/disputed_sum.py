"""A thing to be taken off the bill: its sum is no offer to pay."""

import re
from dataclasses import replace

from nlu.illness import plain_words
from nlu.understanding import Understanding

DISPUTE, PAY = "dispute_charge", "pay_now"
PROMISE, STATEMENT = "promise_to_pay", "request_statement"
_SENDS = re.compile(
    r"\b(?:ill|i will|im gonna|im going to|i can|let me|lemme|gonna) (?:\w+ )?(?:send|mail|drop)\b|"
    r"\b(?:le|les|lo|se lo) (?:mando|envio|voy a (?:mandar|enviar))\b|\bvoy a (?:mandar|enviar)"
)
_COPY = re.compile(
    r"\b(?:copy|copies|statement|bill|invoice|pdf|email|itemi\w+|send me|mail me|paper|copia|"
    r"factura|"
    r"estado|correo|mandeme|envieme)\b"
)
_NOT_PAYING = re.compile(
    r"\b(?:not|never|wont|dont|cant|cannot|shouldnt|refuse|no|nunca|ni)(?: \w+){0,3}? "
    r"(?:to )?(?:pay\w*|pag\w+|cover\w*)\b|\bwhy (?:\w+ ){0,3}pay\w*|\b(?:por ?que|xq|pq) "
    r"(?:\w+ ){0,3}pag\w+|\b(?:pay|pagar) (?:for )?(?:something|somebody|things|algo) (?:\w+ )*"
)
_PAYING = re.compile(
    r"\b(?:pay\w*|paid|link|card|settle|clear|cover|handle|take care|rest|others?|pag\w+|abon\w+|"
    r"enlace|liga|tarjeta|liquid\w+|resto|demas|otr[oa]s?|now|today|ahora|ahorita|hoy|friday|"
    r"viernes)\b"
)


def without_unsaid_copy(heard: Understanding, text: str) -> Understanding:
    """ "Ok ill send it on the 1st": the money, and no copy of a bill is wanted."""
    names = {intent.name for intent in heard.intents}
    if not (names & {PAY, PROMISE} and STATEMENT in names):
        return heard
    said = plain_words(text)
    if not _SENDS.search(said) or _COPY.search(said):
        return heard
    intents = tuple(intent for intent in heard.intents if intent.name != STATEMENT)
    return replace(heard, intents=intents)


def without_unsaid_payment(heard: Understanding, text: str) -> Understanding:
    """ "The 45 dollar thing nobody did, take it off": disputed, and nothing said of paying."""
    names = {intent.name for intent in heard.intents}
    if not {DISPUTE, PAY} <= names:
        return heard
    if _PAYING.search(_NOT_PAYING.sub(" ", plain_words(text))):
        return heard
    intents = tuple(intent for intent in heard.intents if intent.name != PAY)
    ranking = tuple(intent for intent in heard.ranking if intent.name != PAY)
    return replace(heard, intents=intents, ranking=ranking)
