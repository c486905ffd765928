"""Never mind: whatever was open is dropped, and nothing has changed."""

from bot.action import Context, Outcome, Say


def respond(context: Context) -> Outcome:
    key = "dropped" if context.memory.question else "all_right"
    return Outcome(says=(Say(key),))
