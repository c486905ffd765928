"""Who writes, that it is automated, and how to check that it is real."""

from bot.action import Context, Outcome, Say


def respond(context: Context) -> Outcome:
    return Outcome(says=(Say("who_is_this"),))
