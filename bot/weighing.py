"""Two ears: what a pattern heard in a longer text is doubted where the model all but rules it out.

A pattern knows words, the model the sentence: "she died laughing" is no death. Danger, a short text
and a word of the law alone are never doubted; a doubted opt-out is asked about, not dropped. The
model is doubted where a pattern knows better: "don't stop texting me" is asked about as well, and
what is named only to be denied ("i dont have a lawyer") is not heard as said.
"""

from collections.abc import Sequence, Set
from dataclasses import replace

from bot.guards import (
    ALARM_INTENTS,
    Certainty,
    Guarded,
    Keyword,
    guard,
    guard_all,
    has_false_friend,
    has_figure_of_speech,
)
from bot.plain_words import said_plainly
from nlu.anothers_texts import stops_only_anothers
from nlu.contact import names_contact
from nlu.death_signs import without_unsaid_death
from nlu.decide import CRISIS, OPT_OUT, costs, decide
from nlu.denied import denied, is_mere_denial
from nlu.disputed_sum import without_unsaid_copy, without_unsaid_payment
from nlu.illness import with_illness
from nlu.item_ask import asks_of_item
from nlu.misheard_stops import is_misheard_stop, without_misheard_stop
from nlu.openings import with_asked_sum, with_paper
from nlu.overcharged import with_overcharge
from nlu.reproach import without_reproach
from nlu.small_words import is_gasp
from nlu.sued import asks_if_sued
from nlu.taken_off import asks_taken_off, with_taken_off
from nlu.this_month import with_this_month
from nlu.understanding import Decision, Intent, Understanding
from nlu.wages import without_wages
from nlu.whose_sum import with_whose_sum
from nlu.whys import without_unsaid_refund

RULED_OUT = 0.05  # a chance; true opt-outs of six unread writers had .12 at the least
DENY = "deny"
EXPLAIN = "explain_charge"
_NOT_OF_ITEM = frozenset({"dispute_charge", "pay_now"})
_SHORT = 4  # words: there the pattern heard all there is


def weighed(guarded: Guarded, bodies: Sequence[str], heard: Understanding) -> Guarded:
    """The guards of these texts, taken as one thought, beside what the model heard in them.

    Only the guards' where the model gave no guesses: it is away, or there was nothing to read.
    """
    guarded = _without_denied(guarded, bodies)
    if guarded.keyword is Keyword.OPT_OUT and len(bodies) == 1 and _is_no_stop(bodies[0]):
        guarded = replace(guarded, keyword=None, certainty=None)
    if guarded.keyword is None and heard.main == OPT_OUT and any(map(has_false_friend, bodies)):
        return replace(guarded, keyword=Keyword.OPT_OUT, certainty=Certainty.ASK)
    if guarded.is_opt_out and not guarded.answered_by_carrier and _is_anothers(bodies):
        return replace(guarded, certainty=Certainty.ASK)
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
    if plainly := said_plainly(text, heard):
        return replace(heard, intents=(Intent(plainly, 1.0),), decision=Decision.ACT)
    if is_gasp(text):
        return replace(heard, intents=(), ranking=(), decision=Decision.CLARIFY)
    heard = with_taken_off(without_misheard_stop(heard, text), text)
    if heard.main == OPT_OUT and stops_only_anothers(text):
        return replace(heard, decision=Decision.CLARIFY)
    heard = with_illness(without_unsaid_death(without_reproach(heard, text), text), text)
    heard = with_this_month(with_paper(with_asked_sum(heard, text), text), text)
    heard = _of_item(text, with_overcharge(heard, text))
    heard = without_unsaid_copy(without_unsaid_payment(heard, text), text)
    heard = without_wages(heard, text)
    heard = _without_contact(text, with_whose_sum(without_unsaid_refund(heard, text), text))
    if heard.main != CRISIS or not has_figure_of_speech(text):
        return _undenied(text, heard)
    ranking = _others(heard.ranking, {CRISIS})
    intents = _others(heard.intents, {CRISIS}) or ranking[:1]
    return replace(heard, intents=intents, ranking=ranking, decision=Decision.CLARIFY)


def _of_item(text: str, heard: Understanding) -> Understanding:
    """A question of what a sum is for holds nothing and asks for no link."""
    names = {intent.name for intent in heard.intents}
    if not names & _NOT_OF_ITEM or not asks_of_item(text) or names - _NOT_OF_ITEM - {EXPLAIN}:
        return heard
    ranking = _others(heard.ranking, _NOT_OF_ITEM)
    return replace(heard, intents=(Intent(EXPLAIN, 1.0),), ranking=ranking, decision=Decision.ACT)


def _without_contact(text: str, heard: Understanding) -> Understanding:
    """ "Milos one now, the 130" changes no number or address: no person is fetched for that."""
    if heard.main != "pay_now" or names_contact(text):
        return heard
    return replace(heard, intents=_others(heard.intents, {"update_contact"}))


def _undenied(text: str, heard: Understanding) -> Understanding:
    """What is left is weighed anew; no person is fetched for a thing that is not so."""
    names = {intent.name for intent in heard.intents}
    not_so = denied(text) & names
    if not_so and heard.main == OPT_OUT and CRISIS not in names:
        return replace(heard, intents=_others(heard.intents, not_so))
    if not not_so or names & {CRISIS, OPT_OUT}:
        return heard
    ranking = _others(heard.ranking, not_so)
    if names <= not_so | {DENY} and is_mere_denial(text):
        return replace(heard, intents=(Intent(DENY, 1.0),), ranking=ranking, decision=Decision.ACT)
    intents = _others(heard.intents, not_so) or ranking[:1]
    decision = decide(intents, ranking, costs())
    if decision is Decision.PERSON:
        decision = Decision.CLARIFY
    return replace(heard, intents=intents, ranking=ranking, decision=decision)


def _is_anothers(bodies: Sequence[str]) -> bool:
    """Only another's texts are to end: asked about, where it is not known whose."""
    return stops_only_anothers("\n".join(bodies)) and not any(
        guard(body).is_opt_out and not stops_only_anothers(body) for body in bodies
    )


def _without_denied(guarded: Guarded, bodies: Sequence[str]) -> Guarded:
    not_so = denied("\n".join(bodies))
    alarms = {alarm for alarm, intent in ALARM_INTENTS.items() if intent in not_so}
    said = [body for body in bodies if not asks_if_sued(body)]
    if len(said) < len(bodies):  # a worried question; what another of the texts says still counts
        alarms |= guarded.alarms - (guard_all(said).alarms if said else frozenset())
    return replace(guarded, alarms=guarded.alarms - alarms)


def _is_no_stop(body: str) -> bool:
    return is_misheard_stop(body) or asks_taken_off(body)


def _others(intents: tuple[Intent, ...], names: Set[str]) -> tuple[Intent, ...]:
    return tuple(intent for intent in intents if intent.name not in names)


def _is_beyond_doubt(body: str) -> bool:
    return len(body.split()) <= _SHORT and bool(guard(body).intents)
