"""Nobody is asked the same thing over and over: the third time a person is fetched (F15)."""

from dataclasses import replace

from bot.action import ClockTime, Context, FetchPerson, Memory, Outcome, Question, Say

MOST_ALIKE = 2
MAY_REPEAT = frozenset(
    {
        "next_step",
        "call_when",
        "call_told",
        "remind_when",
        "agree_change",
        "plan_told",
        "refund_told",
    }
)
"""Open offers rather than questions, or counted by whoever makes them."""
CLOSES = frozenset({"all_right", "you_are_welcome", "explain_good"})
"""A kind word asks for nothing."""
ASSENT = "plan_say_agree"
"""A yes in other words than ours is no sign of being lost: the word is asked for each time."""


def unstuck(context: Context, outcome: Outcome) -> Outcome:
    """The same question a third time running, with nothing done in between, is for a person."""
    if not asks_alike(context.memory, outcome) or context.memory.alike < MOST_ALIKE:
        return outcome
    time = ClockTime(context.person_answers_at)
    says = (Say("not_understood_person", {"time": time}),)
    return Outcome(says=says, facts=(FetchPerson("not_understood", "unclear"),))


def counted(memory: Memory, outcome: Outcome) -> Memory:
    """How often the last question has now been asked running."""
    if asks_alike(memory, outcome):
        return replace(memory, alike=memory.alike + 1)
    return replace(memory, alike=1 if _open(memory, outcome) else 0)


def asks_alike(memory: Memory, outcome: Outcome) -> bool:
    asked = _open(memory, outcome)
    if asked is None or asked.name in MAY_REPEAT or not outcome.says:
        return False
    last = outcome.says[-1].key
    if last in CLOSES or last.startswith(ASSENT):
        return False
    is_same = memory.question is not None and memory.question.name == asked.name
    return is_same and not outcome.facts and last in memory.last_keys


def _open(memory: Memory, outcome: Outcome) -> Question | None:
    return outcome.question or (memory.question if outcome.kept else None)
