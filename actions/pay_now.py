"""All or a part is paid by our link, never more than is owed now."""

from actions import promise_to_pay, set_up_plan
from actions._amounts import LEAST_CENTS, by_period, cents_of, one_time
from actions._days import later_day, means_payday, means_today
from actions._links import pay_part, pay_whole, whole
from actions._plan_payments import pay_extra
from actions._plans import next_due
from actions._words import wants
from actions.ask_balance import nothing_owed
from bot.action import Context, Link, Money, Outcome, Question, Say, Value
from bot.bill import Bill
from nlu.understanding import Relative

NEEDS_IDENTITY = True
HOW_MUCH = Question("pay_amount", "pay_now")


def respond(context: Context) -> Outcome:
    if context.bill.payable_cents <= 0:
        return Outcome(says=(nothing_to_pay(context.bill),))
    if _belongs_to_plan(context):
        return Outcome() if wants(context, "set_up_plan") else set_up_plan.respond(context)
    if _is_for_later(context):
        is_promised = wants(context, "promise_to_pay")
        return Outcome() if is_promised else promise_to_pay.respond(context)
    if _leaves_rest(context):
        return _paid_now(context).then(promise_to_pay.respond(context))
    return _paid_now(context)


def answer(context: Context, question: Question) -> Outcome | None:
    """Only a sum answers "how much"."""
    return _paid_now(context) if one_time(context) else None


def nothing_to_pay(bill: Bill) -> Say:
    if bill.pending_cents > 0:
        return Say("pay_pending", {"amount": Money(bill.pending_cents)})
    return Say("pay_disputed") if bill.balance_cents > 0 else nothing_owed(bill)


def _belongs_to_plan(context: Context) -> bool:
    """ "I want to pay 50 a month": a plan, and nothing today."""
    if one_time(context) is not None:
        return False
    return by_period(context) is not None or wants(context, "set_up_plan")


def _is_for_later(context: Context) -> bool:
    """ "I will pay Friday", but not "20 now and the rest Friday"."""
    if later_day(context) is None or means_today(context) or wants(context, "set_up_plan"):
        return False
    sums = context.understanding.entities.amounts
    return len(sums) < 2 or all(a.relative is Relative.REST for a in sums)


def _leaves_rest(context: Context) -> bool:
    """ "Half now, half on the 15th", where only the paying was heard."""
    is_later = later_day(context) is not None or means_payday(context)
    is_heard = wants(context, "promise_to_pay") or wants(context, "set_up_plan")
    has_two = len(context.understanding.entities.amounts) > 1
    return means_today(context) and is_later and has_two and not is_heard


def _paid_now(context: Context) -> Outcome:
    amount, owed = one_time(context), context.bill.payable_cents
    if amount is not None and amount.relative is Relative.AS_MUCH_AS_I_CAN:
        return Outcome(says=(Say("pay_how_much"),), question=HOW_MUCH)
    cents = cents_of(amount, owed, context.practice.plan_policy.min_cents)
    if cents is not None and cents < LEAST_CENTS:
        says = Say("pay_at_least", {"amount": Money(LEAST_CENTS)})
        return Outcome(says=(says,), question=HOW_MUCH)
    if context.bill.plan is not None:
        return _beside_plan(context, cents)
    if cents is None or cents == owed:
        return pay_whole(context)
    if cents > owed:
        return pay_whole(context, "pay_link_capped")
    return pay_part(context, cents, saves_card=wants(context, "set_up_plan"))


def _beside_plan(context: Context, cents: int | None) -> Outcome:
    """All at once ends the plan; a part beside it makes its last payments smaller."""
    owed, upcoming = context.bill.payable_cents, next_due(context.bill)
    if cents is not None and cents < owed and context.bill.plan is not None:
        return pay_extra(context, context.bill.plan, cents)
    if upcoming is None:
        return pay_whole(context)
    values: dict[str, Value] = {"next": Money(upcoming.cents), "day": upcoming.due_on}
    values |= {"amount": Money(owed), "link": Link()}
    return Outcome(says=(Say("pay_on_plan", values),), facts=(whole(context),))
