"""A person is asked for: when they will answer is said, and meant."""

from actions._people import fetch_or_add
from bot.action import Context, Outcome


def respond(context: Context) -> Outcome:
    return fetch_or_add(context, "person_promised", "asked_for_person", "billing")
