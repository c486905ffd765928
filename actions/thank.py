"""Thanks or goodbye: a short kind word."""

from actions._quiet import quietly
from bot.action import Context, Outcome, Say


def respond(context: Context) -> Outcome:
    return quietly(context) or Outcome(says=(Say("you_are_welcome"),))
