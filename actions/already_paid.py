"""Paid already: looked up; what is not found is checked by a person, and nobody asks meanwhile."""

from actions._people import fetch
from bot.action import Context, Money, OpenHold, Outcome, Say, Value
from bot.bill import PaymentView
from bot.rules.holds import HoldKind


def respond(context: Context) -> Outcome:
    """Before the identity check nothing is looked up, and the asking stops all the same."""
    found = _found(context)
    if found is not None and context.bill.balance_cents <= 0:
        return Outcome(says=(Say("paid_found", _told(found)),))
    if found is not None and _names(context, found):
        values = {**_told(found), "left": Money(context.bill.balance_cents)}
        return Outcome(says=(Say("paid_found_left", values),))
    if context.bill.pending_cents > 0:
        return Outcome(says=(Say("pay_pending", {"amount": Money(context.bill.pending_cents)}),))
    hold = OpenHold(HoldKind.PAYMENT_CHECK, note=context.text)
    return fetch(context, "paid_check", "payment_check", "payment", hold)


def _found(context: Context) -> PaymentView | None:
    """The payment they speak of by sum or day, else the newest."""
    payments = context.bill.payments
    return next((p for p in payments if _names(context, p)), next(iter(payments), None))


def _names(context: Context, payment: PaymentView) -> bool:
    entities = context.understanding.entities
    is_sum = any(a.cents == payment.cents for a in entities.amounts)
    return is_sum or any(d.on == payment.paid_on for d in entities.dates)


def _told(payment: PaymentView) -> dict[str, Value]:
    return {"amount": Money(payment.cents), "day": payment.paid_on}
