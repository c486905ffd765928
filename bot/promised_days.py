"""A day told by the one that stands, and a payment of the plan that runs, are heard as that."""

from dataclasses import replace
from datetime import date

from bot.action import Context
from nlu.day_moves import (
    asks_own_days,
    asks_rest,
    day_after_that,
    day_instead,
    moved_of_two,
)
from nlu.plan_ear import asks_of_plan
from nlu.taking_back import speaks_of_texts
from nlu.understanding import DateMention, Decision, Intent

WHICH_DAY, STOOD = "promise_date", "stood"
PROMISE, REMINDER, PLAN = "promise_to_pay", "remind_later", "change_plan"
_OF_PLANS = frozenset({PLAN, "set_up_plan", "cancel"})
_GUESSES, _LEAST = 3, 0.05  # a chance among the likeliest that it is of a plan
_TOLD_PROMISE = frozenset({"promise_noted", "promise_moved", "promise_told", "promise_withdrawn"})
_TOLD_REMINDER = frozenset({"remind_noted", "remind_at", "remind_open"})
_OF_DAYS = frozenset(
    {PROMISE, REMINDER, "change_plan", "affirm", "deny", "out_of_scope", "update_contact",
     "repeat", "ask_due_date", "set_up_plan"}
)  # fmt: skip
TOLD_TWO = "promise_two_told"
_OF_OTHERS = frozenset(
    {"already_paid", "dispute_charge", "crisis", "deceased", "legal", "wrong_person", "opt_out",
     "identity_theft", "request_call", "update_contact"}
)  # fmt: skip
_OPEN = (None, WHICH_DAY, "next_step", "remind_when", "promise_payday_right", "which_choice")


def with_moved_day(context: Context) -> Context:
    """As if the day had been named in full: "the friday after", "no tuesday"."""
    if _is_of_those(context):
        return _meaning(context, PROMISE)
    if _is_of_the_plan(context):
        return _meaning(context, PLAN)
    heard, question = context.understanding, context.memory.question
    is_elsewhere = heard.decision is Decision.ACT and heard.main not in _OF_DAYS
    is_asked_other = (question.name if question else None) not in _OPEN
    if is_elsewhere or is_asked_other or context.bill.plan is not None:
        return context
    for name, day in ((PROMISE, _promised(context)), (REMINDER, _reminded(context))):
        if day is not None and day > context.today:
            return _meaning(context, name, day)
    return context


def _is_of_those(context: Context) -> bool:
    """ "So what are my dates", "change the 1st to the 3rd": of what they named themselves."""
    question, plan = context.memory.question, context.bill.plan
    has_two = question is not None and question.name == TOLD_TWO
    if plan is not None or not (has_two or context.promised) or _is_grave(context):
        return False
    if asks_own_days(context.text, context.language):
        return has_two or question is None or question.name in _OPEN
    if question is None or not has_two:
        return False
    first, last = (date.fromisoformat(str(question.about[name])) for name in ("first", "last"))
    moved = moved_of_two(context.text, (first, last), context.today, context.language)
    return moved is not None or asks_rest(context.text, context.language)


def _is_of_the_plan(context: Context) -> bool:
    """With a plan running "the first" is a payment, and no bill."""
    heard, question = context.understanding, context.memory.question
    if context.bill.plan is None or heard.decision is Decision.ACT:
        return False
    guesses = heard.ranking[:_GUESSES]
    is_likely = any(g.name in _OF_PLANS and g.confidence >= _LEAST for g in guesses)
    is_free = question is None or question.name in (*_OPEN, "plan_told", "bill_told")
    has_day = any(day.on for day in heard.entities.dates)
    return (
        is_likely
        and is_free
        and asks_of_plan(context.text, has_day=has_day, language=context.language)
    )


def _is_grave(context: Context) -> bool:
    heard = context.understanding
    return heard.decision is Decision.PERSON or heard.main in _OF_OTHERS


def _promised(context: Context) -> date | None:
    stands = _stands(context)
    if stands is None or _told(context, _TOLD_REMINDER):
        return None
    if speaks_of_texts(context.text, context.language):
        return None
    is_new = _told(context, _TOLD_PROMISE)
    after = day_after_that(context.text, stands, context.language)
    return after or day_instead(
        context.text, context.today, context.language, needs_word=not is_new
    )


def _reminded(context: Context) -> date | None:
    if not _told(context, _TOLD_REMINDER):
        return None
    return day_instead(context.text, context.today, context.language)


def _stands(context: Context) -> date | None:
    """The day they named, also just after it was taken back."""
    question = context.memory.question
    stood = question.about.get(STOOD) if question and question.name == WHICH_DAY else None
    if context.promised is not None:
        return context.promised.on
    return date.fromisoformat(str(stood)) if stood else None


def _told(context: Context, keys: frozenset[str]) -> bool:
    return any(key.removesuffix("_amount") in keys for key in context.memory.last_keys)


def _meaning(context: Context, name: str, day: date | None = None) -> Context:
    heard = context.understanding
    mentions = (DateMention(0, len(context.text), day, context.text),) if day else ()
    understanding = replace(
        heard,
        intents=(Intent(name, 1.0),),
        decision=Decision.ACT,
        entities=replace(heard.entities, dates=mentions or heard.entities.dates),
    )
    return replace(context, understanding=understanding)
