"""Somebody used their name or their insurance: held, and looked at by a person."""

from actions._people import fetch
from bot.action import Context, OpenHold, Outcome
from bot.rules.holds import HoldKind


def respond(context: Context) -> Outcome:
    hold = OpenHold(HoldKind.IDENTITY_THEFT, note=context.text)
    return fetch(context, "identity_theft", "identity_theft", "fraud", hold)
