"""Words of billing in plain words: what a deductible is, a copay, an adjustment."""

import re

from actions._words import plain
from bot.action import Context, Outcome, Say

_TERMS = (
    ("term_deductible", r"deduct[ia]?bles?|deductable|deducibles?"),
    ("term_coinsurance", r"co[ -]?insur[ae]nce|co-?seguro"),
    ("term_copay", r"co[ -]?pay(?:ment)?s?|co-?pagos?"),
    ("term_adjustment", r"adjust(?:ed|ments?)|write[ -]?offs?|ajustes?"),
    ("term_eob", r"e\.?o\.?b\.?|explanation of benefits|explicacion de beneficios"),
    ("term_allowed", r"allowed amount|monto permitido|cantidad permitida"),
    ("term_facility", r"facility fee|cargo (?:de|por) (?:la |las )?instalacion(?:es)?"),
)
_COMPILED = tuple((key, re.compile(rf"\b(?:{words})\b")) for key, words in _TERMS)
_ASKS = re.compile(
    r"\b(?:what(?:'?s|s| is| are| does| do)?|wat|define|means?|meaning|difference|"
    r"same (?:as|thing)|"
    r"how does|que (?:es|son|significa|quiere)|significa|quiere decir|diferencia|lo mismo|"
    r"como funciona|el \w+ que es)\b"
)
_STATE = re.compile(
    r"\b(?:met|meet|left|reached|hit|cumpl\w+|alcanc\w+|falta|queda)\b|"
    r"^\W*(?:y )?(?:el |la |my |the )?[\w-]+\W*\?+\W*$"
)
_WHY = re.compile(r"\b(?:why|por ?que|xq|didn'?t|no)\b")
MOST_WORDS = 16


def told_term(context: Context) -> Outcome | None:
    """The term that a short text asks about; whatever was open stays open."""
    said = plain(context.text)
    if len(said.split()) > MOST_WORDS or _WHY.search(said):
        return None
    if not (_ASKS.search(said) or _STATE.search(said)):
        return None
    keys = [key for key, words in _COMPILED if words.search(said)]
    return Outcome(says=tuple(Say(key) for key in keys[:2]), kept=True) if keys else None
