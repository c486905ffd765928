"""Will pay on a day: the day is said back and nothing is sent until two days after it (R17)."""

from datetime import date, timedelta

from actions._amounts import one_time
from actions._days import later_day, means_payday, means_today
from actions._links import pay_whole
from actions._next import NEXT_STEP
from actions.ask_balance import nothing_owed
from bot.action import Context, Money, OpenHold, Outcome, Question, Say
from bot.rules.holds import HoldKind
from bot.rules.promises import hold_until
from nlu.understanding import Relative

WHICH_DAY = "promise_date"
FARTHEST_DAYS = 60
UNNAMED_DAYS = 14


def respond(context: Context) -> Outcome:
    if context.person and context.bill.balance_cents <= 0:
        return Outcome(says=(nothing_owed(context.bill),))
    day = later_day(context)
    if day is not None:
        return _promised(context, day)
    if means_today(context):
        return _today(context)
    key = "promise_payday" if means_payday(context) else "promise_which_day"
    return Outcome(says=(Say(key),), question=Question(WHICH_DAY, "promise_to_pay"))


def answer(context: Context, question: Question) -> Outcome | None:
    """A day; a payday without one is not asked for twice."""
    day = later_day(context)
    if day is not None:
        return _promised(context, day)
    if means_today(context):
        return _today(context)
    if means_payday(context) or context.understanding.main in ("deny", "promise_to_pay"):
        return _unnamed(context)
    return None


def _promised(context: Context, day: date) -> Outcome:
    if day > context.today + timedelta(days=FARTHEST_DAYS):
        return Outcome(says=(Say("promise_far", {"day": day}),), question=NEXT_STEP)
    cents = _promised_cents(context)
    says = Say("promise_noted", {"day": day})
    if cents is not None and cents > 0:
        says = Say("promise_noted_amount", {"day": day, "amount": Money(cents)})
    return Outcome(says=(says,), facts=(_hold(day),))


def _promised_cents(context: Context) -> int | None:
    """The last sum named; "the rest" is what the first one leaves. No sum to the unknown."""
    sums = [a for a in context.understanding.entities.amounts if a.per is None]
    if context.person is None or not sums:
        return None
    owed, last = context.bill.payable_cents, sums[-1]
    if len(sums) > 1 and last.relative is Relative.REST:
        return owed - sum(a.cents or 0 for a in sums[:-1])
    return last.cents


def _today(context: Context) -> Outcome:
    if context.person and context.bill.payable_cents > 0 and one_time(context) is None:
        return pay_whole(context)
    return Outcome(says=(Say("promise_today"),), facts=(_hold(context.today),))


def _unnamed(context: Context) -> Outcome:
    day = context.today + timedelta(days=UNNAMED_DAYS)
    return Outcome(says=(Say("promise_open", {"day": day}),), facts=(_hold(day),))


def _hold(day: date) -> OpenHold:
    return OpenHold(HoldKind.PROMISE, until=hold_until(day))
