"""Somebody may be in danger: the fixed text first and only, and somebody is called (I16)."""

from bot.action import Context, FetchPerson, OpenHold, Outcome, Say
from bot.rules.holds import HoldKind


def respond(context: Context) -> Outcome:
    return Outcome(
        says=(Say("crisis"),),
        facts=(OpenHold(HoldKind.CRISIS), FetchPerson("crisis", "safety", urgent=True)),
    )
