"""What a text is heard to say: by the model, corrected by plain words, as a whole and apart."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date

from bot.guards import guard
from bot.weighing import sobered
from bot.wishing import with_wish
from nlu.company import besides_company
from nlu.decide import CRISIS, SUSPECTED
from nlu.sentences import with_parts
from nlu.understanding import Decision, Ear, Understanding
from nlu.wordless import without_words

_MAY_BE_ANYTHING = frozenset({CRISIS, "help", "request_human", "out_of_scope", "complaint"})


def heard_by(ear: Ear, text: str, today: date, question: str | None) -> Understanding:
    """`text` without the marks of what was taken out of it; `question`: the one that is open."""

    def apart(said: str) -> Understanding:
        return sobered(said, ear.understand(said, today, question))

    heard = sobered(
        text, without_words(ear.understand(text, today, question), text, question, today)
    )
    heard = with_wish(_in_company(heard, text, apart), text, today, question)
    return with_parts(heard, text, apart)


def _may_be_danger(heard: Understanding) -> bool:
    """Whatever is not surely something else: "and wont let me leave", "help me"."""
    is_guessed = any(g.name == CRISIS and g.confidence >= SUSPECTED for g in heard.ranking)
    return is_guessed or heard.decision is not Decision.ACT or heard.main in _MAY_BE_ANYTHING


def _in_company(
    heard: Understanding, text: str, apart: Callable[[str], Understanding]
) -> Understanding:
    """Danger that was heard only in who is with them is none."""
    is_crisis = any(intent.name == CRISIS for intent in heard.intents)
    rest = besides_company(text) if is_crisis else None
    if rest is None or guard(text).alarms:
        return heard
    if rest and _may_be_danger(apart(rest)):
        return heard
    intents = tuple(intent for intent in heard.intents if intent.name != CRISIS)
    ranking = tuple(guess for guess in heard.ranking if guess.name != CRISIS)
    decision = heard.decision if intents else Decision.CLARIFY
    return replace(heard, intents=intents or ranking[:1], ranking=ranking, decision=decision)
