"""A yes: to the open question where its own reader did not take it, or to nothing at all."""

from actions._open import ask_again
from bot.action import Context, Outcome, Say


def respond(context: Context) -> Outcome:
    return ask_again(context) or Outcome(says=(Say("anything_else"),))
