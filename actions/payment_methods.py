"""The ways to pay."""

from bot.action import Context, Outcome, Say


def respond(context: Context) -> Outcome:
    return Outcome(says=(Say("payment_methods"),))
