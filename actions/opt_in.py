"""Texts are welcome again on this number."""

from bot.action import Context, OptInNumber, Outcome, Say


def respond(context: Context) -> Outcome:
    if not context.opted_out:
        return Outcome(says=(Say("opted_in_already"),))
    return Outcome(says=(Say("opted_in"),), facts=(OptInNumber("text"),))
