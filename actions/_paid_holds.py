"""A hold for a payment that was told of before the check, and whether it is only asked about."""

from dataclasses import replace

from actions._payments import asks_whether
from bot.action import Context, FetchPerson, LookForPayment, Outcome, Wish
from bot.bill_facts import TakeBackHold
from bot.rules.holds import HoldKind
from nlu.paid_ask import asks_if_charged, asks_if_paid


def asks_about(context: Context) -> bool:
    """ "Did i already pay it" says nothing of a payment."""
    text = context.text
    return asks_whether(context) or asks_if_paid(text) or asks_if_charged(text)


def no_longer_held(context: Context, told: Outcome) -> Outcome:
    """What was held before the check, for who might be right, is known now: nobody looks for it."""
    waited = Wish("already_paid", context.text) in context.memory.wishes
    is_looked_for = context.handed_off or any(
        isinstance(fact, LookForPayment | FetchPerson) for fact in told.facts
    )
    if not waited or is_looked_for or HoldKind.PAYMENT_CHECK not in context.bill.holds:
        return told
    return replace(told, facts=(TakeBackHold(HoldKind.PAYMENT_CHECK), *told.facts))
