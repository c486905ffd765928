"""Cannot afford it: acknowledged first, then a pause, then the smallest step (R17: 14 days)."""

from datetime import timedelta

from actions._next import NEXT_STEP
from actions._words import wants
from bot.action import Context, Fact, OpenHold, Outcome, Say
from bot.contact_facts import WithdrawPromise
from bot.rules.holds import HARDSHIP_PAUSE_DAYS, HoldKind


def respond(context: Context) -> Outcome:
    until = context.today + timedelta(days=HARDSHIP_PAUSE_DAYS)
    pause = OpenHold(HoldKind.HARDSHIP_PAUSE, until=until, note=context.text)
    facts: tuple[Fact, ...] = (pause, WithdrawPromise()) if context.promised else (pause,)
    if wants(context, "set_up_plan") or wants(context, "promise_to_pay"):
        return Outcome(says=(Say("hardship_heard"),), facts=facts)
    return Outcome(says=(Say("hardship", {"day": until}),), facts=facts, question=NEXT_STEP)
