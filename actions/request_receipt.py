"""Proof of a payment: told from the ledger, sent by a person."""

from actions._people import fetch, fetch_or_add
from bot.action import Context, Money, Outcome

NEEDS_IDENTITY = True


def respond(context: Context) -> Outcome:
    newest = next(iter(context.bill.payments), None)
    if newest is None:
        return fetch_or_add(context, "receipt_person", "receipt", "payment")
    return fetch(
        context, "receipt_last", "receipt", "payment",
        amount=Money(newest.cents), day=newest.paid_on,
    )  # fmt: skip
