"""A person is asked for: when they will answer is said, and meant; asked again, said again."""

from actions import _explaining as explaining
from actions._bill_told import told_before
from actions._people import fetch
from actions._plan_person import for_open_offer
from actions._untold import OFFERED
from actions.financial_hardship import CHOICE, for_person
from bot.action import Context, Outcome


def respond(context: Context) -> Outcome:
    question = context.memory.question
    if question is not None and question.name == CHOICE:
        return for_person(context)
    if (told := told_before(context)) and OFFERED in told.aspects:
        return explaining.for_person(context, told, "bill_question")
    offered = for_open_offer(context)
    if offered is not None:
        return offered
    return fetch(context, "person_promised", "asked_for_person", "billing")
