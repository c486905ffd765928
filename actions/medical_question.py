"""Not about the bill: routed to the practice, never answered here. A visit named is of the bill."""

from actions._of_the_bill import of_the_bill
from actions._people import fetch_or_add
from bot.action import Context, Outcome
from nlu.health import asks_of_health


def respond(context: Context) -> Outcome:
    known = None if asks_of_health(context.text) else of_the_bill(context)
    if known is not None:
        return known
    return fetch_or_add(context, "medical_question", "medical_question", "front desk")
