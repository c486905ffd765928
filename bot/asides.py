"""What is dealt with before any wish: who holds the phone, whose bill is meant, what was too much.

Read from plain words, for the language model has no intent for them.
"""

import re
from collections.abc import Callable
from dataclasses import replace

from bot import identity, parked
from bot.action import (
    CheckEnded,
    ClockTime,
    Context,
    FetchPerson,
    Outcome,
    Phrase,
    Registry,
    Say,
    Value,
    Wish,
)
from bot.parts import ALONE, SMALL_TALK, each
from bot.rules.texting_wishes import was_noted
from nlu import kin, speaker
from nlu.small_words import small_words, takes_note
from nlu.understanding import Decision
from nlu.which_card import asks_which_card
from nlu.wishes import find_correction

DANGER = "crisis"
TOLD = ("bill_told", "insurance_told")  # what was told is clear, and so what comes next is said
STOPS = "opt_out_sure"  # a mere "ah ok" may be a yes to it
GRAVE = ALONE - {"wrong_person"}
_PROMISES = frozenset({"promise_to_pay", "remind_later", "set_up_plan", "payment_methods"})
_SAYS_LITTLE = SMALL_TALK | {
    "wrong_person", "remind_later", "who_is_this", "request_human", "ask_balance", "pay_now",
    "explain_charge", "update_contact",
}  # fmt: skip
PLAN_OFFERS = ("agree_plan", "agree_change")
MOST_WORDS = 9  # of a question by itself
_BESIDES_CARD = ("ask_balance", "ask_due_date")
_GENERAL = SMALL_TALK | {"medical_question", "who_is_this", "payment_methods", "request_call"}


def aside(registry: Registry, context: Context) -> Outcome | None:
    """None: the text is an answer or a wish like any other."""
    if _is_sure(context) and context.understanding.main in GRAVE:
        return None
    for look in _LOOKS:
        found = look(registry, context)
        if found is not None:
            return found
    return None


def _left_to_a_person(registry: Registry, context: Context) -> Outcome | None:
    """After a death, a bankruptcy or a stolen name nothing of money is spoken of by us."""
    question = context.memory.question
    is_open = question is not None and question.name in parked.OF_A_BILL | {identity.QUESTION}
    names = _names(context)
    is_of_money = bool(names & _PROMISES) or any(registry[n].needs_identity for n in names)
    if not context.stopped or not (is_of_money or (is_open and not names & {"request_human"})):
        return None
    return _person(context, "left_to_person", min(context.stopped).value, "account")


def _somebody_else(_: Registry, context: Context) -> Outcome | None:
    """Nothing is told; the one it is for may write, or a person sees what may be shared."""
    if not _is_somebody_else(context):
        return None
    ended = (CheckEnded(),) if context.person is not None else ()
    if context.stopped:  # after a death the one it is for cannot write to us
        left = _person(context, "left_to_person", min(context.stopped).value, "account")
        return Outcome(facts=ended).then(left)
    question = identity.only_themselves(context)
    is_again = "identity_other" in context.memory.last_keys
    if is_again or "request_human" in _names(context):
        fetched = _person(context, "identity_other_person", "somebody_else", "identity")
        return Outcome(facts=ended, question=question).then(fetched)
    return Outcome(says=(Say("identity_other"),), facts=ended, question=question)


def _is_somebody_else(context: Context) -> bool:
    text = context.text
    if speaker.is_another(text):
        return True
    question = context.memory.question
    is_answering = question is not None and not identity.is_asked(context)
    if context.person is None and not is_answering and speaker.is_handled_by_another(text):
        return True
    says_little = not _is_sure(context) or context.understanding.main in _SAYS_LITTLE
    return says_little and speaker.is_absent(text)


def _after_danger(_: Registry, context: Context) -> Outcome | None:
    """Whoever takes it back is met kindly; the person who was called still writes."""
    is_after = DANGER in (context.handoff_reason, *context.memory.last_keys)
    if not is_after or not speaker.takes_it_back(context.text):
        return None
    return Outcome(says=(Say("crisis_after"),), kept=True)


def _about_the_check(registry: Registry, context: Context) -> Outcome | None:
    """Why it is asked, whether we are real, and that a no is fine."""
    if not identity.is_asked(context) or context.person or identity.tells_it(context):
        return None
    if speaker.asks_who(context.text):
        return replace(registry["who_is_this"].respond(context), kept=True)
    if speaker.will_not_say(context.text):
        return _person(context, "identity_refused", "identity_refused", "identity")
    if speaker.asks_why(context.text):
        return Outcome(says=(Say("identity_why"),), kept=True)
    if speaker.doubts(context.text):
        return replace(registry["who_is_this"].respond(context), kept=True)
    return None


def _of_wishes(registry: Registry, context: Context) -> Outcome | None:
    """ "No wait, after 7", just after "after 6" was noted."""
    if not was_noted(context.memory.last_keys):
        return None
    newer = find_correction(context.text, context.today, context.language)
    return replace(registry["update_contact"].respond(context), kept=True) if newer else None


def _of_kin(registry: Registry, context: Context) -> Outcome | None:
    """ "And my daughter's?": one answer holds all that one person answers for, no more."""
    known, names = context.person, _names(context)
    if known is None or identity.tells_it(context):
        return None
    wanted = [name for name in names if registry[name].needs_identity]
    if not wanted and _is_sure(context) and context.understanding.main not in SMALL_TALK:
        return None
    whose = kin.kin_whose(context.text)
    is_own = _speaks_of(context.text, known.dependents)
    others = tuple(p.first_name for p in context.people if p.id != known.id)
    if is_own or (whose and kin.is_child(whose) and known.dependents):
        answered = each(registry, context, wanted or ["ask_balance"])
        return Outcome(says=(Say("kin_included"),)).then(answered)
    if whose or _speaks_of(context.text, others):
        wishes = tuple(Wish(name, context.text) for name in wanted or ["ask_balance"])
        return identity.ask_for_another(context, wishes)
    return None


def _whose(_: Registry, context: Context) -> Outcome | None:
    """ "Is this about me or my grandson": told to whoever answers for it, once they are known."""
    if context.person is not None or not context.people or identity.tells_it(context):
        return None
    is_open = not _is_sure(context) or context.understanding.main in _SAYS_LITTLE
    if not is_open or not speaker.asks_whose(context.text):
        return None
    return identity.ask(context, (Wish("explain_charge", context.text),))


def _hours(_: Registry, context: Context) -> Outcome | None:
    is_general = not _is_sure(context) or context.understanding.main in _GENERAL
    desk = context.practice.desk
    if desk is None or not is_general or not speaker.asks_hours(context.text):
        return None
    days = sorted(desk.days)
    values: dict[str, Value] = {"opens": desk.opens, "closes": desk.closes}
    if days != list(range(days[0], days[-1] + 1)):
        return Outcome(says=(Say("hours_some_days", values),), kept=True)
    week = {"first": Phrase(f"weekday_{days[0]}"), "last": Phrase(f"weekday_{days[-1]}")}
    return Outcome(says=(Say("hours", {**values, **week}),), kept=True)


def _cost(_: Registry, context: Context) -> Outcome | None:
    """Whether interest or a fee comes on top; of a plan on offer the plan itself tells."""
    asked = context.memory.question
    of_plan = _is_sure(context) and context.understanding.main == "set_up_plan"
    if of_plan or (asked is not None and asked.name in PLAN_OFFERS):
        return None
    is_short = len(context.text.split()) <= MOST_WORDS
    if not (is_short or not _is_sure(context)) or not speaker.asks_cost(context.text):
        return None
    return Outcome(says=(Say("methods_no_fee"),), kept=True)


def _which_card(registry: Registry, context: Context) -> Outcome | None:
    """Of the plan that runs; told to nobody but who it is. Beside insurance it is another card."""
    question = context.memory.question
    is_insurers = question is not None and question.action == "insurance_question"
    if is_insurers or not asks_which_card(context.text, context.language):
        return None
    besides = [name for name in _names(context) if name in _BESIDES_CARD]
    if context.person is None:
        wishes = tuple(Wish(name, context.text) for name in ("change_plan", *besides))
        return identity.ask(context, wishes)
    return each(registry, context, ("change_plan", *besides))


def _acknowledged(registry: Registry, context: Context) -> Outcome | None:
    """ "Ohh ok my bad" answers nothing: a kind word, and what was asked stays open."""
    small, question = small_words(context.text), context.memory.question
    asked = question.name if question is not None else ""
    if small is None or asked in TOLD or (asked == STOPS and not takes_note(context.text)):
        return None
    return replace(registry[small].respond(context), kept=True)


def _person(context: Context, key: str, reason: str, topic: str) -> Outcome:
    """Who waits for a person already hears the same time again."""
    said = "added_for_person" if context.handed_off else key
    says = (Say(said, {"time": ClockTime(context.person_answers_at)}),)
    return Outcome(says=says, facts=(FetchPerson(reason, topic),))


def _speaks_of(text: str, names: tuple[str, ...]) -> bool:
    """By name, as an owner: "and Leo's?", "la de Leo"; a bare word may be anything."""
    said = text.replace("\u2019", "'")
    return any(
        re.search(
            rf"\b(?:about|for|de|para|and|y) {re.escape(n)}\b|\b{re.escape(n)}'s\b", said, re.I
        )
        for n in names
    )


def _is_sure(context: Context) -> bool:
    return context.understanding.decision is Decision.ACT


def _names(context: Context) -> set[str]:
    return {i.name for i in context.understanding.intents} if _is_sure(context) else set()


_LOOKS: tuple[Callable[[Registry, Context], Outcome | None], ...] = (
    _somebody_else,
    _after_danger,
    _left_to_a_person,
    _about_the_check,
    _of_wishes,
    _of_kin,
    _whose,
    _hours,
    _cost,
    _which_card,
    _acknowledged,
)
