"""Why a sum is what it is, asked beside a payment: no wish for money back."""

import re
from dataclasses import replace

from nlu.illness import plain_words
from nlu.understanding import Understanding

REFUND = "request_refund"
_WHY = re.compile(r"\b(?:why|how come|por ?que|xq|pq)\b")
_BACK = re.compile(
    r"\b(?:refund\w*|reimburs\w*|back|return\w*|over ?(?:paid|payed|charged)|credit|extra|twice|"
    r"too much|double|owe me|owes me|my money|devol\w+|devuel\w+|reembols\w+|regres\w+|de mas|"
    r"doble|dos veces|a favor|mi dinero|sobr\w+)\b"
)


def without_unsaid_refund(heard: Understanding, text: str) -> Understanding:
    """ "My copay was 40 and i paid it so why 60"."""
    said = plain_words(text)
    names = {intent.name for intent in heard.intents}
    if REFUND not in names or len(names) < 2 or not _WHY.search(said) or _BACK.search(said):
        return heard
    intents = tuple(intent for intent in heard.intents if intent.name != REFUND)
    ranking = tuple(intent for intent in heard.ranking if intent.name != REFUND)
    return replace(heard, intents=intents, ranking=ranking)
