"""One turn: what was written and what is known, to what is said and made true. No I/O."""

from dataclasses import replace
from datetime import datetime

from bot import identity
from bot.action import (
    Context,
    IdentityFailed,
    Memory,
    Outcome,
    Registry,
    Say,
    Verified,
    Wish,
)
from bot.guards import Alarm, Guarded, Keyword
from nlu.entities import find_entities
from nlu.understanding import Decision, Intent, Understanding

PRIORITY = (
    "crisis", "opt_out", "wrong_person", "deceased", "legal", "identity_theft",
    "dispute_charge", "already_paid", "request_human",
)  # fmt: skip
SMALL_TALK = frozenset({"greet", "thank", "affirm", "deny", "out_of_scope", "help"})
CHANGES_OF_MIND = frozenset(PRIORITY) | {
    "financial_hardship", "complaint", "who_is_this", "change_language", "cancel", "repeat",
}  # fmt: skip
ALARMS = {
    Alarm.CRISIS: "crisis", Alarm.LEGAL: "legal", Alarm.DECEASED: "deceased",
}  # fmt: skip
KEYWORDS = {Keyword.STOP: "opt_out", Keyword.START: "opt_in", Keyword.HELP: "help"}
MAX_PARTS = 3


def take_turn(registry: Registry, context: Context, guarded: Guarded) -> Outcome:
    """Law and danger first, then the answer to what was asked, then what the text wants."""
    decided = _by_guards(registry, context, guarded)
    if decided is not None:
        return decided
    outcome = _by_question(registry, context) or _by_intents(registry, context)
    if guarded.redacted:
        outcome = Outcome(says=(Say("sensitive_removed"),)).then(outcome)
    return _introduced(context, outcome)


def remembered(memory: Memory, outcome: Outcome, context: Context) -> Memory:
    """What is kept in mind for the next text."""
    question = memory.question if outcome.kept and not outcome.question else outcome.question
    keys = tuple(say.key for say in outcome.says)
    return replace(
        memory,
        question=question,
        wishes=outcome.wishes if not outcome.kept else outcome.wishes or memory.wishes,
        clarifications=memory.clarifications + 1 if outcome.clarifies else 0,
        introduced=memory.introduced or bool(keys),
        last_keys=keys or memory.last_keys,
        identity_failures=_failures(memory, outcome, context),
    )


def _failures(memory: Memory, outcome: Outcome, context: Context) -> tuple[datetime, ...]:
    if any(isinstance(fact, Verified) for fact in outcome.facts):
        return ()
    failed = any(isinstance(fact, IdentityFailed) for fact in outcome.facts)
    return (*memory.identity_failures, context.now) if failed else memory.identity_failures


def _by_guards(registry: Registry, context: Context, guarded: Guarded) -> Outcome | None:
    for alarm, intent in ALARMS.items():
        if alarm in guarded.alarms:
            return registry[intent].respond(context)
    if guarded.keyword in KEYWORDS:
        return registry[KEYWORDS[guarded.keyword]].respond(context)
    if guarded.opt_out_sure:
        return registry["opt_out"].respond(context)
    if guarded.is_blank:
        return _introduced(context, Outcome(says=(Say("nothing_written"),), kept=True))
    return None


def _by_question(registry: Registry, context: Context) -> Outcome | None:
    """The open question's own parser first, unless the patient clearly changed their mind."""
    question = context.memory.question
    if question is None or _changed_mind(context.understanding):
        return None
    if question.name == identity.QUESTION:
        return identity.answer(context, question)
    action = registry[question.action]
    return action.answer(context, question) if action.answer else None


def _changed_mind(understanding: Understanding) -> bool:
    return understanding.main in CHANGES_OF_MIND and understanding.decision is Decision.ACT


def _by_intents(registry: Registry, context: Context) -> Outcome:
    """Every part of the text is dealt with, the most pressing first; none is dropped."""
    understanding = context.understanding
    if understanding.decision is not Decision.ACT or not understanding.intents:
        return registry["out_of_scope"].respond(context)
    wanted = [intent.name for intent in ordered(understanding.intents)]
    closed = [name for name in wanted if registry[name].needs_identity and not context.person]
    outcome = Outcome()
    for name in wanted:
        if name not in closed:
            outcome = outcome.then(registry[name].respond(context))
    if not closed:
        return _asked_again(registry, context, wanted, outcome)
    wishes = tuple(Wish(name, context.text) for name in closed)
    return outcome.then(identity.ask(context, wishes))


def ordered(intents: tuple[Intent, ...]) -> tuple[Intent, ...]:
    """By the contract's priority; small talk only counts where nothing else is said."""
    serious = tuple(i for i in intents if i.name not in SMALL_TALK) or intents[:1]
    rank = {name: place for place, name in enumerate(PRIORITY)}
    return tuple(sorted(serious, key=lambda i: rank.get(i.name, len(rank))))[:MAX_PARTS]


def _asked_again(
    registry: Registry, context: Context, wanted: list[str], outcome: Outcome
) -> Outcome:
    """After a digression that asked nothing of its own, the open question stays open."""
    question = context.memory.question
    if question is None or outcome.question or set(wanted) & {"cancel", "deny", "opt_out"}:
        return outcome
    return replace(outcome, kept=True)


def resume(registry: Registry, context: Context, wishes: tuple[Wish, ...]) -> Outcome:
    """The wishes that waited, read again for a person who is now known."""
    outcome = Outcome()
    for wish in wishes:
        entities = find_entities(wish.text, context.today, context.language)
        heard = Understanding((Intent(wish.intent, 1.0),), entities, context.language)
        again = replace(context, text=wish.text, understanding=heard)
        outcome = outcome.then(registry[wish.intent].respond(again))
    return outcome


def _introduced(context: Context, outcome: Outcome) -> Outcome:
    """The first text of a thread names the practice and says that it is automated."""
    if context.memory.introduced or not outcome.says:
        return outcome
    return replace(outcome, says=(Say("introduction"), *outcome.says))
