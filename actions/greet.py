"""Hello again, and what can be asked."""

from bot.action import Context, Outcome, Say


def respond(context: Context) -> Outcome:
    return Outcome(says=(Say("greeting"),))
