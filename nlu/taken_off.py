"""Whether something came off the bill already: "the discount. did it get taken off"."""

import re
from dataclasses import replace

from nlu.illness import plain_words
from nlu.understanding import Decision, Intent, Understanding

EXPLAIN, OPT_OUT = "explain_charge", "opt_out"
_OFF = r"(?:discount\w*|adjust\w*|write ?off|descuento|rebaja|ajuste)"
_DONE = (
    r"(?:taken|take|took|applied|apply|off|included?|on there|in there|on it|in it|on this|counted|"
    r"already|part of)"
)
_ASKS = re.compile(
    rf"\b(?:did|was|is|has|have|were|does) (?:\w+ ){{0,6}}{_OFF} (?:\w+ ){{0,4}}?{_DONE}\b|"
    rf"\b{_OFF} (?:\w+ ){{0,3}}?(?:did|was|is|has) (?:it|that) (?:\w+ ){{0,3}}?{_DONE}\b|"
    rf"\bdid (?:you|u|they|yall) (?:\w+ ){{0,3}}?(?:take|apply|give|count) (?:\w+ ){{0,3}}{_OFF}\b|"
    rf"\b{_OFF} (?:\w+ ){{0,6}}?already off\b|"
    r"\b(?:what|how much) (?:was|got|did you|did they|has been|is) (?:\w+ ){0,2}?(?:taken|take|"
    r"knocked|written|adjusted|discounted|came) off\b|\b(?:what|how much) (?:came|was adjusted|"
    r"was discounted)\b(?: off)?|"
    r"\b(?:full|original|regular) (?:price|charge|cost|amount) (?:\w+ ){0,2}?before\b|"
    r"\b(?:quitaron|hicieron|aplicaron|pusieron|dieron|descontaron|rebajaron|incluye\w*|quito|"
    r"aplico) (?:ya )?(?:el|mi|un|ese|la) (?:\w+ )?(?:descuento|rebaja|ajuste)\b|"
    r"\b(?:descuento|rebaja|ajuste) (?:\w+ ){0,6}?(?:ya|si|esta|viene|va|me lo|se) "
    r"(?:\w+ ){0,3}?(?:aplic\w+|hic\w+|quit\w+|inclu\w+|puest\w+|descont\w+)\b|"
    r"\b(?:cuanto|que) (?:me |le |les |se )?(?:quitaron|descontaron|rebajaron|desconto|rebajo)\b|"
    r"\bprecio (?:completo|original|total|normal)\b"
)
_ELSE = re.compile(
    r"\b(?:take|remove|get) (?:me|us) (?:off|from|out)|\bremove me|\bleave (?:me|us) alone|"
    r"\bopt(?:ing)? ?out|"
    r"\b(?:wrong|why|didnt|never|forgot|missing|wheres|where is|should|stop|quit|unsubscribe|"
    r"text\w*|messag\w*|list|number|phone|can i|could i|may i|any|is there|do you|offer|if i|nunca|"
    r"no me|falta|olvid\w+|por que|puedo|hay|podria|si pago|pare\w*|mensaj\w+|lista|numero)\b"
)
_MAY_BE = frozenset(
    {EXPLAIN, OPT_OUT, "financial_hardship", "dispute_charge", "repeat", "ask_balance",
     "out_of_scope", "affirm", "insurance_question"}
)  # fmt: skip
_MOST_WORDS = 24


def asks_taken_off(text: str) -> bool:
    """Asks for no discount, doubts none, and is no word of texts."""
    said = plain_words(text)
    return len(said.split()) <= _MOST_WORDS and bool(_ASKS.search(said)) and not _ELSE.search(said)


def with_taken_off(heard: Understanding, text: str) -> Understanding:
    """As a question about the bill, where it was heard as need, a doubt, or a stop."""
    names = {intent.name for intent in heard.intents}
    if not asks_taken_off(text) or (heard.decision is Decision.ACT and names - _MAY_BE):
        return heard
    ranking = tuple(intent for intent in heard.ranking if intent.name != OPT_OUT)
    return replace(heard, intents=(Intent(EXPLAIN, 1.0),), ranking=ranking, decision=Decision.ACT)
