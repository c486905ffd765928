"""Not about the bill: routed to the practice, never answered here."""

from actions._people import fetch_or_add
from bot.action import Context, Outcome


def respond(context: Context) -> Outcome:
    return fetch_or_add(context, "medical_question", "medical_question", "front desk")
