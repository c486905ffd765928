"""Why a sum is what it is, asked beside a payment: no wish for money back."""

import re
from dataclasses import replace

from nlu.illness import plain_words
from nlu.understanding import Understanding

REFUND, PAY = "request_refund", "pay_now"
_WHY = re.compile(r"\b(?:why|how come|por ?que|xq|pq)\b")
_BACK = re.compile(
    r"\b(?:refund\w*|reimburs\w*|back|return\w*|over ?(?:paid|payed|charged)|credit|extra|twice|"
    r"too much|double|owe me|owes me|my money|devol\w+|devuel\w+|reembols\w+|regres\w+|de mas|"
    r"doble|dos veces|a favor|mi dinero|sobr\w+)\b"
)


def without_unsaid_refund(heard: Understanding, text: str) -> Understanding:
    """ "My copay was 40 and i paid it so why 60"; "those 45 are mine, send me where to pay"."""
    said = plain_words(text)
    names = {intent.name for intent in heard.intents}
    is_why = _WHY.search(said) is not None or PAY in names
    if REFUND not in names or len(names) < 2 or not is_why or _BACK.search(said):
        return heard
    intents = tuple(intent for intent in heard.intents if intent.name != REFUND)
    ranking = tuple(intent for intent in heard.ranking if intent.name != REFUND)
    return replace(heard, intents=intents, ranking=ranking)
