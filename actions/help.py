"""HELP and its like: who we are, what can be asked, how to stop (I18)."""

from bot.action import Context, Outcome, Say


def respond(context: Context) -> Outcome:
    return Outcome(says=(Say("help"),))
