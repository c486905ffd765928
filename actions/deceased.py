"""The patient has died: one line of sympathy, everything stops, a person writes."""

from actions._people import fetch
from bot.action import Context, OpenHold, Outcome
from bot.rules.holds import HoldKind


def respond(context: Context) -> Outcome:
    return fetch(context, "deceased", "deceased", "family", OpenHold(HoldKind.DECEASED))
