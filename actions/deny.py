"""A no: what was asked is let go; who keeps their birth date to themselves gets a person."""

from actions._days_denied import day_denied
from actions._people import fetch_or_add
from actions._promises import withdrawn
from bot.action import Context, Outcome, Say
from bot.identity import QUESTION


def respond(context: Context) -> Outcome:
    given_up = withdrawn(context) or day_denied(context)
    if given_up is not None:
        return given_up
    question = context.memory.question
    if question is not None and question.name == QUESTION:
        return fetch_or_add(context, "identity_refused", "identity_refused", "identity")
    return Outcome(says=(Say("all_right"),))
