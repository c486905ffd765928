"""A day told by the one that stands, and a payment of the plan that runs, are heard as that."""

from dataclasses import replace
from datetime import date

from bot.action import Context
from nlu.day_moves import (
    asks_own_days,
    asks_rest,
    day_after_that,
    day_at_the_end,
    day_instead,
    day_to_text,
    day_waited_for,
    in_that_week,
    moved_of_two,
    names_month_alone,
    says_then,
)
from nlu.more_time import after_more_time, asks_more_time
from nlu.next_payment import cannot_pay_that, denies_that_day, pays_early, pays_more, pays_next
from nlu.one_payment import is_nothing_else
from nlu.plan_ear import asks_of_plan
from nlu.taking_back import speaks_of_texts
from nlu.understanding import DateMention, Decision, Intent, Relative
from nlu.whole_day import pays_whole_on_a_day

WHICH_DAY, STOOD, LINK_SENT = "promise_date", "stood", "pay_other_amount"
PROMISE, REMINDER, PLAN = "promise_to_pay", "remind_later", "change_plan"
OFFERED, AGREE, WHEN = "set_up_plan", "agree_plan", "remind_when"
PAYING = "pay_now"
_OF_PLANS = frozenset({PLAN, "set_up_plan", "cancel"})
_OF_PAYING = frozenset({PROMISE, "set_up_plan", "pay_now", "ask_due_date", "out_of_scope"})
_OF_TIME = frozenset(
    {"request_call", "set_up_plan", "ask_due_date", "financial_hardship", "update_contact",
     "remind_later"}
)  # fmt: skip
_GUESSES, _LEAST = 3, 0.05  # a chance among the likeliest that it is of a plan
_TOLD_PROMISE = frozenset({"promise_noted", "promise_moved", "promise_told", "promise_withdrawn"})
_TOLD_QUIET = frozenset({"wish_noted"})  # "nothing till january", and then "jan 5"
_TOLD_REMINDER = frozenset({"remind_noted", "remind_at", "remind_open"})
_OF_DAYS = frozenset(
    {PROMISE, REMINDER, "change_plan", "affirm", "deny", "out_of_scope", "update_contact",
     "repeat", "ask_due_date", "set_up_plan", "cancel"}
)  # fmt: skip
TOLD_TWO = "promise_two_told"
_OF_OTHERS = frozenset(
    {"already_paid", "dispute_charge", "crisis", "deceased", "legal", "wrong_person", "opt_out",
     "identity_theft", "request_call", "update_contact"}
)  # fmt: skip
_OPEN = (None, WHICH_DAY, "next_step", "remind_when", "promise_payday_right", "which_choice")


def with_moved_day(context: Context) -> Context:
    """As if the day had been named in full: "the friday after", "no tuesday"."""
    if any(look(context) for look in (_is_of_those, _is_whole, _is_once, _is_bare_day)):
        return _meaning(context, PROMISE)
    if until := _time_asked(context):
        return _meaning(context, PROMISE, until)
    if _pays_on_the_plan(context):
        return _meaning(context, PAYING)
    if _is_of_the_plan(context):
        return _meaning(context, PLAN)
    if part := _part_of_it(context):
        return part
    if asks_more_time(context.text, context.language):
        return _with_more_time(context)
    heard, question = context.understanding, context.memory.question
    is_elsewhere = heard.decision is Decision.ACT and heard.main not in _OF_DAYS
    is_asked_other = (question.name if question else None) not in _OPEN
    if is_elsewhere or is_asked_other or context.bill.plan is not None:
        return context
    for name, day in ((PROMISE, _promised(context)), (REMINDER, _reminded(context))):
        if day is not None and day > context.today:
            return _meaning(context, name, day)
    return context


def _with_more_time(context: Context) -> Context:
    """ "Another week": from the promise, the plan's next or first payment, or what is due."""
    question = context.memory.question
    name = PLAN if context.plan_runs else PROMISE
    if question is not None and question.name == AGREE:
        name = OFFERED
    elif question is not None and question.name == WHEN:
        name = REMINDER
    stands = _stands_for(context, name)
    start = max(stands, context.today) if stands else None
    day = after_more_time(context.text, start, context.language) if start else None
    return _meaning(context, name, day)


def _stands_for(context: Context, name: str) -> date | None:
    question, plan = context.memory.question, context.bill.plan
    if name == PLAN and plan is not None:
        return min((p.due_on for p in plan.installments if not p.paid), default=None)
    if name == OFFERED and question is not None:
        rows = question.about.get("rows")
        return date.fromisoformat(str(rows[0][0])) if isinstance(rows, list | tuple) else None
    if name == REMINDER and question is not None:
        return date.fromisoformat(str(question.about["day"]))
    return _stands(context) or context.bill.next_due_on


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


def _is_whole(context: Context) -> bool:
    """ "Pay it all in 2 weeks" names a day, and asks for no plan."""
    heard = context.understanding
    if context.bill.plan is not None or _is_grave(context):
        return False
    days = [day.on for day in heard.entities.dates if day.on and day.on > context.today]
    is_plain = heard.decision is not Decision.ACT or heard.main in _OF_PAYING
    return (
        bool(days)
        and is_plain
        and pays_whole_on_a_day(context.text, heard.entities, context.language)
    )


def _is_once(context: Context) -> bool:
    """ "50 on march 20 yes", at which a model is at a loss."""
    question, heard = context.memory.question, context.understanding
    is_asked_other = (question.name if question else None) not in _OPEN
    if is_asked_other or context.bill.plan is not None or _is_grave(context):
        return False
    is_unsure = heard.decision is not Decision.ACT or heard.main == "affirm"
    return is_unsure and is_nothing_else(
        context.text, heard.entities, context.today, context.language
    )


def _is_bare_day(context: Context) -> bool:
    """ "April 10" alone, after a sum that is owed was told."""
    question, heard = context.memory.question, context.understanding
    is_told = question is not None and question.name == "next_step"
    if not is_told or context.bill.plan is not None or heard.decision is Decision.ACT:
        return False
    told = (context.text, context.today, context.language)
    return day_instead(*told, needs_word=False) is not None


def _time_asked(context: Context) -> date | None:
    """ "Dame chance al 15", which a model hears as a wish to be called."""
    heard = context.understanding
    is_of_it = heard.decision is not Decision.ACT or heard.main in _OF_TIME
    is_plain = context.bill.plan is None and heard.decision is not Decision.PERSON and is_of_it
    told = (context.text, context.today, context.language)
    is_of_texts = speaks_of_texts(context.text, context.language)
    return day_waited_for(*told) if is_plain and not is_of_texts else None


def _part_of_it(context: Context) -> Context | None:
    """ "Can i pay half then", "and the other half feb": a part of it on a day, and no link now."""
    entities, stands = context.understanding.entities, context.promised
    is_plain = context.bill.plan is None and not _is_grave(context) and not entities.dates
    if stands is None or not is_plain or not entities.amounts:
        return None
    asked = context.memory.question
    is_of_link = asked is not None and asked.name == LINK_SENT
    if not is_of_link and says_then(context.text, context.language):
        return _meaning(context, PROMISE, stands.on)
    is_share = all(a.relative in (Relative.HALF, Relative.REST) for a in entities.amounts)
    is_of_month = is_share and names_month_alone(context.text, context.language)
    return _meaning(context, PROMISE) if is_of_month else None


def _is_of_the_plan(context: Context) -> bool:
    """With a plan running "the first" is a payment, and no bill."""
    heard, question = context.understanding, context.memory.question
    if context.bill.plan is None or heard.decision is Decision.ACT:
        return False
    is_denied = _was_told_next(context) and denies_that_day(context.text)
    if is_denied or cannot_pay_that(context.text):
        return True
    guesses = heard.ranking[:_GUESSES]
    is_likely = any(g.name in _OF_PLANS and g.confidence >= _LEAST for g in guesses)
    is_free = question is None or question.name in (*_OPEN, "plan_told", "bill_told")
    has_day = any(day.on for day in heard.entities.dates)
    return (
        is_likely
        and is_free
        and asks_of_plan(context.text, has_day=has_day, language=context.language)
    )


def _pays_on_the_plan(context: Context) -> bool:
    """ "I wanna pay it early", of the next payment; "20 extra too" is nothing to give back."""
    heard, text = context.understanding, context.text
    if context.bill.plan is None or _is_grave(context):
        return False
    if heard.decision is Decision.ACT:
        return heard.main == "request_refund" and bool(heard.entities.amounts) and pays_more(text)
    return pays_next(text) or (_was_told_next(context) and pays_early(text))


def _was_told_next(context: Context) -> bool:
    return any(key.startswith("due_plan") for key in context.memory.last_keys)


def _is_grave(context: Context) -> bool:
    heard = context.understanding
    return heard.decision is Decision.PERSON or heard.main in _OF_OTHERS


def _promised(context: Context) -> date | None:
    stands = _stands(context)
    if stands is None and _told(context, _TOLD_QUIET) and _is_unsure(context):
        return day_instead(context.text, context.today, context.language, needs_word=False)
    if stands is None or _told(context, _TOLD_REMINDER):
        return None
    if speaks_of_texts(context.text, context.language):
        return None
    is_new = _told(context, _TOLD_PROMISE)
    after = day_after_that(context.text, stands, context.language)
    told = (context.text, context.today, context.language)
    instead = day_instead(*told, needs_word=not is_new)
    instead = instead or (day_at_the_end(*told) if is_new else None)
    return after or (in_that_week(instead, stands, context.text) if instead else None)


def _is_unsure(context: Context) -> bool:
    return context.understanding.decision is not Decision.ACT


def _reminded(context: Context) -> date | None:
    told = (context.text, context.today, context.language)
    if not _told(context, _TOLD_REMINDER):
        return day_to_text(*told) if _is_unsure(context) else None
    return day_instead(*told) or day_at_the_end(*told) or day_to_text(*told)


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
