"""Not now: nothing is sent before the day they name, or for a week."""

from datetime import timedelta

from actions._days import later_day, means_today
from bot.action import Context, OpenHold, Outcome, Say
from bot.rules.holds import HoldKind

UNNAMED_DAYS = 7


def respond(context: Context) -> Outcome:
    ahead = 1 if means_today(context) else UNNAMED_DAYS
    day = later_day(context) or context.today + timedelta(days=ahead)
    quiet = OpenHold(HoldKind.PROMISE, until=day - timedelta(days=1))
    return Outcome(says=(Say("remind_noted", {"day": day}),), facts=(quiet,))
