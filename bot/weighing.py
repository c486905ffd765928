"""Two ears: what a pattern heard in a longer text is doubted where the model all but rules it out.

A pattern knows words, the model the sentence: "she died laughing" is no death. Danger, a short text
and a word of the law alone are never doubted; a doubted opt-out is asked about, not dropped. The
model is doubted where a pattern knows better: "don't stop texting me" is asked about as well.
"""

from collections.abc import Sequence
from dataclasses import replace

from bot.guards import (
    ALARM_INTENTS,
    Certainty,
    Guarded,
    Keyword,
    guard,
    has_false_friend,
    has_figure_of_speech,
)
from nlu.decide import CRISIS, OPT_OUT
from nlu.reproach import without_reproach
from nlu.understanding import Decision, Intent, Understanding

RULED_OUT = 0.05  # a chance; true opt-outs of six unread writers had .12 at the least
AFFIRM = "affirm"
_BARE_YES = frozenset({"y", "k", "kk", "ok"})  # too short for the model to be sure of
_SHORT = 4  # words: there the pattern heard all there is


def weighed(guarded: Guarded, bodies: Sequence[str], heard: Understanding) -> Guarded:
    """The guards of these texts, taken as one thought, beside what the model heard in them.

    Only the guards' where the model gave no guesses: it is away, or there was nothing to read.
    """
    if guarded.keyword is None and heard.main == OPT_OUT and any(map(has_false_friend, bodies)):
        return replace(guarded, keyword=Keyword.OPT_OUT, certainty=Certainty.ASK)
    if not guarded.intents or not heard.ranking:
        return guarded
    likely = {guess.name for guess in heard.ranking if guess.confidence >= RULED_OUT}
    if any(_is_beyond_doubt(body) for body in bodies):
        return guarded
    doubts_opt_out = guarded.is_opt_out and OPT_OUT not in likely
    doubted = {alarm for alarm, intent in ALARM_INTENTS.items() if intent not in likely}
    return replace(
        guarded,
        alarms=guarded.alarms - doubted,
        certainty=Certainty.ASK if doubts_opt_out else guarded.certainty,
    )


def sobered(text: str, heard: Understanding) -> Understanding:
    """Without the danger that a figure of speech made the model hear; what is left is asked."""
    if heard.main == AFFIRM and text.strip(" .!").casefold() in _BARE_YES:
        return replace(heard, intents=(Intent(AFFIRM, 1.0),), decision=Decision.ACT)
    heard = without_reproach(heard, text)
    if heard.main != CRISIS or not has_figure_of_speech(text):
        return heard
    ranking = _others(heard.ranking)
    intents = _others(heard.intents) or ranking[:1]
    return replace(heard, intents=intents, ranking=ranking, decision=Decision.CLARIFY)


def _others(intents: tuple[Intent, ...]) -> tuple[Intent, ...]:
    return tuple(intent for intent in intents if intent.name != CRISIS)


def _is_beyond_doubt(body: str) -> bool:
    return len(body.split()) <= _SHORT and bool(guard(body).intents)
