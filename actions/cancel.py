"""Never mind: whatever was open is dropped, and nothing has changed."""

from actions._promises import dropped
from bot.action import Context, Outcome, Say


def respond(context: Context) -> Outcome:
    given_up = dropped(context) if context.memory.question is None else None
    if given_up is not None:
        return given_up
    key = "dropped" if context.memory.question else "all_right"
    return Outcome(says=(Say(key),))
