"""A person is asked for: when they will answer is said, and meant; asked again, said again."""

from actions._people import fetch
from bot.action import Context, Outcome


def respond(context: Context) -> Outcome:
    return fetch(context, "person_promised", "asked_for_person", "billing")
