"""Money back: looked at by a person, promised by nobody else."""

from actions._people import fetch_or_add
from bot.action import Context, Outcome


def respond(context: Context) -> Outcome:
    return fetch_or_add(context, "refund", "refund", "payment")
