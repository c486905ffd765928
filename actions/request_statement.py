"""The bill itself: on the patient's page, to keep or to print; by mail or e-mail from a person."""

from actions._links import whole
from actions._people import fetch_or_add
from bot.action import Context, Link, Outcome, Say

NEEDS_IDENTITY = True


def respond(context: Context) -> Outcome:
    if context.bill.balance_cents <= 0 or context.understanding.entities.email:
        return fetch_or_add(context, "statement_person", "statement", "bill")
    return Outcome(says=(Say("statement_link", {"link": Link()}),), facts=(whole(context),))
