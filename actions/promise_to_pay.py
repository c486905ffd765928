"""Will pay on a day: the day is said back and nothing is sent until two days after it (R17)."""

import re
from datetime import date, timedelta

from actions._amounts import leaves_rest, one_time
from actions._days import later_day, means_payday, means_today
from actions._days_denied import day_denied
from actions._links import pay_whole
from actions._next import NEXT_STEP
from actions._owed import nothing_owed
from actions._paydays import kind_meant, remembering, told_rule
from actions._promises import (
    ACTION,
    WHICH_DAY,
    facts_of,
    promised_cents,
    standing,
    withdrawn,
    written,
)
from actions._two_promises import TOLD_TWO, days_told, of_two, two_promises
from actions._words import is_no, is_yes, plain, wants
from bot.action import Context, OpenHold, Outcome, Question, Say
from bot.rules.holds import HoldKind
from bot.rules.promises import hold_until
from nlu.day_moves import asks_own_days
from nlu.hours import find_wait_of_days
from nlu.pay_rules import PAYDAY, PayRule, from_text
from nlu.reading import read
from nlu.understanding import Frequency

PAYDAY_RIGHT = "promise_payday_right"
FARTHEST_DAYS = 60
UNNAMED_DAYS = 14
_LEAVES_IT_OPEN = ("deny", "promise_to_pay")
_COMES_ONCE = re.compile(  # money of no rhythm: its day is asked for, not a payday
    r"\b(?:refunds?|irs|tax(?:es)?|settlement|bonus|inheritance|reembolso|impuestos|taxes|aguinaldo)\b"
)
_UNKNOWN = re.compile(
    r"\b(?:idk|dunno|no idea|whenever|not sure|don'?t know|hard to say|depends|can'?t say|"
    r"no se|quien sabe|cuando se pueda|no estoy segur[oa]|depende|ni idea)\b"
)


def respond(context: Context) -> Outcome:
    if context.person and context.bill.balance_cents <= 0:
        return Outcome(says=(nothing_owed(context.bill),))
    if context.promised is not None and asks_own_days(context.text, context.language):
        return days_told(context)
    given_up = withdrawn(context) or day_denied(context)
    if given_up is not None:
        return given_up
    if two := two_promises(context):
        return two
    told, day = told_rule(context), later_day(context)
    is_of_first = told is not None and told.on == context.today and (day or means_payday(context))
    if told is not None and not is_of_first:  # "half now, half on payday" tells of none
        return _told(context, told)
    if day is not None:
        return _remembered(context, day) if means_payday(context) else _promised(context, day)
    if means_payday(context) and not _COMES_ONCE.search(plain(context.text)):
        return _ask_payday(kind_meant(context) or PAYDAY)
    if means_today(context):
        return _today(context)
    if wants(context, "pay_now") and not leaves_rest(context):
        return Outcome()  # "ill pay the 220": the link is answer enough
    return standing(context) or Outcome(
        says=(Say("promise_which_day"),), question=Question(WHICH_DAY, ACTION)
    )


def answer(context: Context, question: Question) -> Outcome | None:
    """A day; a payday without one is not asked for twice."""
    if question.name == TOLD_TWO:
        return of_two(context, question)
    if question.name == PAYDAY_RIGHT and is_yes(context.text):
        return _confirmed(context, question)
    if two := two_promises(context):
        return two
    told = _answered_rule(context, question)
    if told is not None:
        return _told(context, told)
    day = later_day(context)
    if question.name == PAYDAY_RIGHT and is_no(context.text) and day is None:
        return _ask_payday(str(question.about["kind"]))
    if day is not None:
        return _promised(context, day, _kept_cents(question))
    if means_today(context):
        return _today(context)
    wait = find_wait_of_days(read(context.text, context.language).text)
    if wait is not None:
        return _promised(context, context.today + wait, _kept_cents(question))
    is_unknown = _UNKNOWN.search(plain(context.text)) is not None
    if is_unknown or means_payday(context) or context.understanding.main in _LEAVES_IT_OPEN:
        return _unnamed(context)
    return None


def _ask_payday(kind: str) -> Outcome:
    question = Question(WHICH_DAY, ACTION, {"kind": kind})
    return Outcome(says=(Say("promise_payday"),), question=question)


def _told(context: Context, rule: PayRule) -> Outcome:
    """What they told of their pay is kept; a rhythm alone still needs its next day."""
    if rule.needs_day:
        about = {"kind": rule.kind, "rule": rule.as_text()}
        question = Question(WHICH_DAY, ACTION, about)
        return Outcome(says=(Say("promise_next_payday"),), question=question)
    soonest = rule.after(context.today)
    names_both = rule.every is Frequency.TWICE_A_MONTH  # "the 1st and the 15th"
    day = soonest if names_both else later_day(context) or soonest
    kept = Outcome(facts=(remembering(rule),))
    return kept.then(_promised(context, day) if day else _today(context))


def _answered_rule(context: Context, question: Question) -> PayRule | None:
    """The rule the answer tells, or the one that waited for its next day."""
    kind = question.about.get("kind")
    if kind is None:
        return told_rule(context)
    told, day = told_rule(context, asked=str(kind)), later_day(context)
    waiting = question.about.get("rule")
    if waiting and day and (told is None or told.every is None):
        return from_text(str(kind), str(waiting)).starting(day)
    return told if told is None or not (waiting and told.needs_day) else None


def _remembered(context: Context, day: date) -> Outcome:
    """Said back for a yes; nothing is sent before it in the meantime."""
    about = {
        "kind": kind_meant(context),
        "day": day.isoformat(),
        "cents": promised_cents(context),
    }
    return Outcome(
        says=(Say("promise_payday_known", {"day": day}),),
        facts=facts_of(context, day, promised_cents(context)),
        question=Question(PAYDAY_RIGHT, ACTION, about),
    )


def _confirmed(context: Context, question: Question) -> Outcome:
    day, cents = date.fromisoformat(str(question.about["day"])), question.about.get("cents")
    return written(context, day, cents if isinstance(cents, int) else None)


def ask_day(cents: int) -> Outcome:
    """Of a sum that is to be paid another day."""
    question = Question(WHICH_DAY, ACTION, {"cents": cents})
    return Outcome(says=(Say("promise_which_day"),), question=question)


def _kept_cents(question: Question) -> int | None:
    cents = question.about.get("cents")
    return cents if question.name == WHICH_DAY and isinstance(cents, int) else None


def _promised(context: Context, day: date, cents: int | None = None) -> Outcome:
    if day > context.today + timedelta(days=FARTHEST_DAYS):
        return Outcome(says=(Say("promise_far", {"day": day}),), question=NEXT_STEP)
    return written(context, day, promised_cents(context) or cents)


def _today(context: Context) -> Outcome:
    if context.person and context.bill.payable_cents > 0 and one_time(context) is None:
        return pay_whole(context)
    says = (Say("promise_today"),)
    return Outcome(says=says, facts=facts_of(context, context.today, promised_cents(context)))


def _unnamed(context: Context) -> Outcome:
    day = context.today + timedelta(days=UNNAMED_DAYS)
    return Outcome(says=(Say("promise_open", {"day": day}),), facts=(_quiet_until(day),))


def _quiet_until(day: date) -> OpenHold:
    """No day of theirs: nothing of it is asked about by name later."""
    return OpenHold(HoldKind.PROMISE, until=hold_until(day))
