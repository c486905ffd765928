"""One turn: what was written and what is known, to what is said and made true. No I/O."""

from dataclasses import replace

from bot import anothers_texts, identity, parked, suspecting, web_identity
from bot.action import (
    ClockTime,
    Context,
    FetchPerson,
    Outcome,
    Question,
    Registry,
    Say,
    Wish,
)
from bot.asides import aside
from bot.besides import OFFERS, is_of_the_offer, with_besides
from bot.guards import Certainty, Guarded, Keyword
from bot.introduction import introduced
from bot.named_bill import with_named_bill
from bot.parts import (
    ALONE,
    SMALL_TALK,
    alone,
    each,
    knowing,
    ordered,
    told_once,
    wishes_again,
    wishes_apart,
    wishes_besides,
)
from bot.promised_days import with_moved_day
from bot.resuming import never_silent, never_unseen
from bot.stuck import unstuck
from nlu.decide import SUSPECTED, costs
from nlu.understanding import Decision

CHANGES_OF_MIND = ALONE | {
    "dispute_charge", "already_paid", "request_human", "request_call", "financial_hardship",
    "complaint", "who_is_this", "change_language", "cancel", "repeat", "update_contact",
}  # fmt: skip
OPEN_ENDS = frozenset({"next_step", "bill_told", "insurance_told"})
OUTLIVE = OFFERS | {"hold_off"}
"""A plan on offer outlives a question about the bill: "agree" afterwards agrees to it. So does
whether a hold is to be taken off."""
CHOICE = "which_choice"  # what we did not get is moot once something was understood
ALARMED = ("deceased", "legal")
LANGUAGES = ("en", "es", None)
IN_ANY_LANGUAGE = ("crisis", "opt_out")
TROUBLED = 0.2  # the chance of a crisis from which it is said whom to call


def take_turn(registry: Registry, context: Context, guarded: Guarded) -> Outcome:
    """Law and danger first, then the answer to what was asked, then what the text wants."""
    registry = web_identity.doable(registry, context)
    context = parked.without_false_stop(parked.without_anothers(context))
    context = with_named_bill(with_moved_day(context))
    context, before = parked.reconsidered(context), context
    decided = _by_guards(registry, context, guarded)
    if decided is None:
        decided = None if web_identity.is_of_code(context) else aside(registry, context)
        decided = decided or _by_question(registry, context)
        decided = decided or _by_intents(registry, context)
        if context.has_media:
            decided = _picture().then(decided)
    decided = parked.without_taken_back(decided, context, before)
    decided = never_silent(registry, context, decided)
    decided = never_unseen(context, unstuck(context, decided))
    if guarded.redacted:
        decided = Outcome(says=(Say("sensitive_removed"),)).then(decided)
    decided = web_identity.where_to_answer(context, web_identity.counted(context, decided))
    return introduced(context, decided)


def must_speak(guarded: Guarded) -> bool:
    """What is answered even while a colleague holds the thread: the law's words and danger."""
    return guarded.is_opt_out or guarded.is_crisis or guarded.keyword is Keyword.HELP


def _by_guards(registry: Registry, context: Context, guarded: Guarded) -> Outcome | None:
    if guarded.is_crisis:
        return registry["crisis"].respond(context)
    alarmed = next((name for name in guarded.intents if name in ALARMED), None)
    if guarded.is_opt_out:
        others = ((alarmed,) if alarmed else ()) + _wanted(context)
        return alone(registry, context, "opt_out", others)
    if alarmed is not None:
        return alone(registry, context, alarmed, _wanted(context))
    if guarded.is_blank:
        return (
            _picture() if context.has_media else Outcome(says=(Say("nothing_written"),), kept=True)
        )
    return _by_keyword(registry, context, guarded)


def _by_keyword(registry: Registry, context: Context, guarded: Guarded) -> Outcome | None:
    if guarded.keyword is Keyword.HELP:
        return replace(registry["help"].respond(context), kept=True)
    is_sure = guarded.certainty is Certainty.SURE
    if guarded.keyword is Keyword.OPT_IN and (context.opted_out or is_sure):
        return registry["opt_in"].respond(context)
    if guarded.asks_opt_out and not (parked.is_taken_back(context) or identity.answers_it(context)):
        return anothers_texts.ended(registry, context) or _unsure_opt_out(registry, context)
    return None


def _unsure_opt_out(registry: Registry, context: Context) -> Outcome:
    """A false friend of "stop" is asked about; an open plan or payment may still answer it."""
    unsure = replace(context.understanding, decision=Decision.CLARIFY)
    return registry["opt_out"].respond(replace(context, understanding=unsure))


def _suspected(registry: Registry, context: Context) -> Outcome:
    """While an offer is open the hint is enough; a stop is what takes it away."""
    if not suspecting.is_mere(context):
        return _unsure_opt_out(registry, context)
    outcome = registry["out_of_scope"].respond(suspecting.without_it(context))
    return replace(outcome, says=(*outcome.says, Say("opt_out_hint")))


def _wanted(context: Context) -> tuple[str, ...]:
    """What the text says besides, where that is sure enough to be noted for a person."""
    heard = context.understanding
    return tuple(i.name for i in heard.intents) if heard.decision is Decision.ACT else ()


def _by_question(registry: Registry, context: Context) -> Outcome | None:
    """The open question's own parser first, unless the patient clearly changed their mind."""
    question = context.memory.question
    if question is None:
        return _unasked(registry, context)
    if question.name == identity.QUESTION:
        return _by_identity(registry, context)
    heard, action = context.understanding, registry[question.action]
    if action.answer is None or (_changed_mind(context) and heard.main != question.action):
        return _unasked(registry, context)
    if parked.waits(context, question):
        return _parked(registry, context, question)
    outcome = action.answer(context, question)
    if outcome is None:
        return _unasked(registry, context)
    if outcome.says or outcome.facts:
        return with_besides(registry, context, outcome)
    return _taken_up(registry, context, outcome.wishes)


def _unasked(registry: Registry, context: Context) -> Outcome | None:
    """Some say who they are before they are asked, and what they want in the same breath."""
    may_be_asked = web_identity.is_stranger(context) or (context.people and not context.person)
    if not may_be_asked or not identity.is_told_unasked(context):
        return None
    rest = identity.besides(context)
    if rest and _changed_mind(context):
        return None
    return identity.ask(context, wishes_besides(registry, context, rest))


def _parked(registry: Registry, context: Context, question: Question) -> Outcome | None:
    """An answer about a bill waits for the identity check, and its question with it."""
    if not parked.may_answer(registry, context, question):
        return None
    return identity.ask(context, parked.wishes(context))


def _by_identity(registry: Registry, context: Context) -> Outcome | None:
    """A birth date is an answer whatever else it looks like; then what else it said is a wish."""
    wish = identity.texting_wish(context)
    asks_why = context.understanding.main == "who_is_this" and identity.tells_it(context)
    if _changed_mind(context) and not (wish or asks_why or identity.is_bare_answer(context)):
        return None
    outcome = identity.answer(context)
    if outcome is None:
        is_known = context.understanding.decision is Decision.ACT
        is_unread = not is_known or context.understanding.main == "out_of_scope"
        if context.person is not None and not identity.is_of_the_check(context):
            return None  # who is known asks on; another's check can wait
        return identity.unread(context) if is_unread else _parked_anew(context)
    outcome = parked.with_wish(registry, context, outcome, wish)
    if not outcome.facts or identity.is_bare_answer(context) or not outcome.wishes:
        return outcome
    more = tuple(
        Wish(name, context.text)
        for name in _wanted(context)
        if registry[name].needs_identity and name not in {wish.intent for wish in outcome.wishes}
    )
    return replace(outcome, wishes=outcome.wishes + more)


def _parked_anew(context: Context) -> Outcome | None:
    """Other terms instead of those that wait for the check."""
    question = parked.question_of(context.memory)
    if question is None or not parked.is_newer(context, question):
        return None
    return identity.ask(context, parked.wishes(context))


def _changed_mind(context: Context) -> bool:
    heard = context.understanding
    if heard.main not in CHANGES_OF_MIND or heard.decision is not Decision.ACT:
        return False
    if parked.is_called_off(context) or is_of_the_offer(context):
        return False
    return heard.main != "update_contact" or not identity.tells_what_was_asked(context)


def _taken_up(registry: Registry, context: Context, wishes: tuple[Wish, ...]) -> Outcome:
    """What a choice meant, as if it had been said in full."""
    outcome = Outcome()
    for again, _ in wishes_again(context, wishes):
        bill = knowing(context, outcome).bill
        outcome = outcome.then(_by_intents(registry, replace(again, bill=bill)))
    return told_once(outcome)


def _by_intents(registry: Registry, context: Context) -> Outcome:
    """Every part of the text is dealt with, the most pressing first; none is dropped."""
    heard = context.understanding
    is_sure = heard.decision is Decision.ACT
    if not is_sure and suspecting.may_opt_out(heard):
        return _hinted(registry, context, "opt_out_hint") or _suspected(registry, context)
    if not is_sure and (hinted := _heard_in_trouble(registry, context)):
        return hinted
    if heard.language not in LANGUAGES and not (is_sure and heard.main in IN_ANY_LANGUAGE):
        return _unsupported(registry, context)
    if not is_sure or not heard.intents:
        return registry["out_of_scope"].respond(context)
    if suspecting.barely_opts_out(heard) and (hinted := _hinted(registry, context, "opt_out_hint")):
        return hinted
    wanted = ordered(heard.intents)
    if heard.parts and wanted[0] not in ALONE:
        return _taken_up(registry, context, wishes_apart(context))
    if wanted[0] in ALONE:
        return alone(registry, context, wanted[0], tuple(i.name for i in heard.intents))
    closed = [n for n in wanted if registry[n].needs_identity and context.person is None]
    outcome = each(registry, context, [name for name in wanted if name not in closed])
    if not closed:
        return _asked_again(context, wanted, outcome)
    wishes = tuple(Wish(name, context.text) for name in closed)
    if outcome.question is not None and outcome.question.name == identity.QUESTION:
        return replace(outcome, wishes=parked.together(outcome.wishes, wishes))
    return outcome.then(identity.ask(context, wishes))


def _hinted(registry: Registry, context: Context, hint: str | None) -> Outcome | None:
    """Surely something else and hardly an opt-out or a crisis: it is done, and the hint is said."""
    heard = context.understanding
    others = tuple(intent for intent in heard.intents if intent.name not in IN_ANY_LANGUAGE)
    if not others or others[0] != heard.intents[0] or others[0].confidence < costs().sure:
        return None
    sure = replace(heard, intents=others, decision=Decision.ACT)
    outcome = _by_intents(registry, replace(context, understanding=sure))
    return replace(outcome, says=(*outcome.says, Say(hint))) if hint else outcome


def _heard_in_trouble(registry: Registry, context: Context) -> Outcome | None:
    """Asking back would tell nothing of a danger: what is sure is done, with whom to call."""
    ranking = context.understanding.ranking
    chance = next((guess.confidence for guess in ranking if guess.name == "crisis"), 0.0)
    if chance < SUSPECTED:
        return None
    return _hinted(registry, context, "crisis_hint" if chance >= TROUBLED else None)


def _unsupported(registry: Registry, context: Context) -> Outcome:
    """A person who speaks the language, once; after that it is added for them."""
    if context.handed_off:
        return registry["out_of_scope"].respond(context)
    says = Say("language_unsupported", {"time": ClockTime(context.person_answers_at)})
    return Outcome(says=(says,), facts=(FetchPerson("other_language", "language"),))


def _picture() -> Outcome:
    return Outcome(
        says=(Say("picture_received"),), facts=(FetchPerson("picture", "picture"),), kept=True
    )


def _asked_again(context: Context, wanted: list[str], outcome: Outcome) -> Outcome:
    """After a digression that asked nothing of its own, the open question stays open."""
    question = context.memory.question
    is_chosen = question is not None and question.name == CHOICE and not set(wanted) <= SMALL_TALK
    if question is None or is_chosen or set(wanted) & {"cancel", "deny"}:
        return outcome
    if outcome.question is None:
        return replace(identity.still_asked(context, outcome), kept=True)
    is_offer = question.name in OUTLIVE and outcome.question.name in OPEN_ENDS
    return replace(outcome, question=None, kept=True) if is_offer else outcome
