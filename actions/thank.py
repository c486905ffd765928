"""Thanks or goodbye: a short kind word."""

from bot.action import Context, Outcome, Say


def respond(context: Context) -> Outcome:
    return Outcome(says=(Say("you_are_welcome"),))
