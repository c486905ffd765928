"""After a death or a danger was told, a mere "ok" or "thank you" gets one quiet line."""

from bot.action import Context, Outcome, Say

GRAVE = frozenset({"deceased", "crisis"})


def quietly(context: Context) -> Outcome | None:
    """None where the last words were of nothing so grave."""
    return Outcome(says=(Say("all_right"),)) if GRAVE & {*context.memory.last_keys} else None
