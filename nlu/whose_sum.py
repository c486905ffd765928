"""A sum asked about by whose it is: the insurer's, or one that they paid themselves."""

import re
from dataclasses import replace

from nlu.illness import plain_words
from nlu.insurance import insurers
from nlu.understanding import Decision, Intent, Understanding

BALANCE, INSURANCE, EXPLAIN, PAID = (
    "ask_balance", "insurance_question", "explain_charge", "already_paid",
)  # fmt: skip
_INSURER = rf"(?:insurances?|insurer|seguro|aseguranza|aseguradora|{insurers()})"
_INSURERS_SUM = re.compile(
    rf"\b{_INSURER}\b(?: \w+){{0,3}}? (?:how much|what|cuanto|que tanto)\b|"
    rf"\b(?:how much|what|cuanto|que tanto) (?:\w+ ){{0,4}}?"
    rf"(?:did|do|does|paid|pay|put|cover\w*|pu[sz]o|pusieron|pago|pagaron|dio|dieron|cubri\w+)"
    rf"(?: \w+){{0,3}}? {_INSURER}\b|"
    rf"\b(?:how much|what|cuanto) (?:\w+ ){{0,4}}?{_INSURER} (?:\w+ ){{0,2}}?"
    rf"(?:do|paid|pay|put|cover\w*|pu[sz]o|pago|dio|cubri\w+)\b"
)
_ELSE = re.compile(
    r"\b(?:owe|left|my part|after|why|if|new|still|debo|queda\w*|mi parte|despues|por que|nuevo|"
    r"si|total is|balance|saldo)\b"
)
_MY_SUM = re.compile(
    r"\b(?:my|mis|mi pago de) \$?\d[\d ]*(?:dollars |bucks |dolares )?"
    r"(?:(?:that |que )?(?:i paid|i gave|pague|di) )?(?:\w+ ){0,3}?"
    r"(?:went|go|goes|gone|count\w*|appl\w+|posted|on there|in there|taken off|came off|"
    r"aplic\w+|abonaron|abono|contaron|cuenta|entraron|registr\w+)\b"
)
_ASKS = re.compile(
    r"\?|^(?:so|did|do|is|are|and|was|then|entonces|y|si|ya)\b|"
    r"\b(?:right|correct|verdad|good|correcto)$"
)
_DOUBTS = re.compile(r"\b(?:wrong|not|never|didnt|isnt|wasnt|no|nunca|why|por que|back|mal)\b")
_OF_OURS = frozenset({BALANCE, EXPLAIN, PAID, "request_receipt", "out_of_scope", "affirm"})
_MOST_WORDS = 12


def with_whose_sum(heard: Understanding, text: str) -> Understanding:
    """The insurer's is told alone; their own payment is looked up, and nothing is held for it."""
    said = plain_words(text)
    if len(said.split()) > _MOST_WORDS:
        return heard
    names = {intent.name for intent in heard.intents}
    if _INSURERS_SUM.search(said) and not _ELSE.search(said):
        if names and names <= {BALANCE, INSURANCE, EXPLAIN}:
            return _meaning(heard, INSURANCE)
        return heard
    is_asked = _ASKS.search(said) is not None or "?" in text
    is_free = heard.decision is not Decision.ACT or names <= _OF_OURS
    if is_free and _MY_SUM.search(said) and is_asked and not _DOUBTS.search(said):
        return _meaning(heard, PAID)
    return heard


def _meaning(heard: Understanding, name: str) -> Understanding:
    return replace(heard, intents=(Intent(name, 1.0),), decision=Decision.ACT)
