"""The patient has died: one line of sympathy, everything stops, a person writes."""

from actions._people import fetch, fetch_or_add
from bot.action import Context, OpenHold, Outcome
from bot.rules.holds import HoldKind
from nlu.counsel import contact_in


def respond(context: Context) -> Outcome:
    who, hold = str(contact_in(context.text)), OpenHold(HoldKind.DECEASED)
    if HoldKind.DECEASED in context.stopped:  # sympathy twice is a form letter
        return fetch_or_add(context, "left_to_person", "deceased", "family", note=who)
    return fetch(context, "deceased", "deceased", "family", hold, note=who)
