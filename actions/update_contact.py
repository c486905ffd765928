"""A new number, address or way of writing: a person makes the change."""

from actions._people import fetch_or_add
from bot.action import Context, Outcome


def respond(context: Context) -> Outcome:
    return fetch_or_add(context, "contact_noted", "update_contact", "contact")
