"""Somebody is angry: an apology, and a person reads it."""

from actions._people import fetch_or_add
from bot.action import Context, Outcome


def respond(context: Context) -> Outcome:
    return fetch_or_add(context, "complaint", "complaint", "complaint")
