"""Never mind: whatever was open is dropped, and nothing has changed."""

from actions import dispute_charge
from actions._open import FREE
from actions._promises import dropped
from bot.action import Context, Outcome, Say


def respond(context: Context) -> Outcome:
    question = context.memory.question
    if question and question.name == dispute_charge.WHY and context.person:
        return dispute_charge.withdrawn(context, question)
    given_up = dropped(context) if question is None else None
    if given_up is not None:
        return given_up
    key = "dropped" if question and question.name not in FREE else "all_right"
    return Outcome(says=(Say(key),))
