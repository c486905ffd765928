"""A call is asked for: a person agrees on the time."""

from actions._people import fetch_or_add
from bot.action import Context, Outcome


def respond(context: Context) -> Outcome:
    wished = context.understanding.entities.time_of_day
    topic = f"call {wished}" if wished else "call"
    return fetch_or_add(context, "call_promised", "asked_for_call", topic)
