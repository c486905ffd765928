"""A yes: to the open question where its own reader did not take it, or to nothing at all."""

from actions import ask_due_date, out_of_scope
from actions._just_agreed import TOLD
from actions._links import link_sent
from actions._next import NEXT_STEP
from actions._open import ask_again
from actions._quiet import quietly
from actions._words import is_our_yes
from bot.action import Context, Outcome, Say


def respond(context: Context) -> Outcome:
    if context.memory.let_go is not None and context.memory.question is None:
        return out_of_scope.respond(context)
    question = context.memory.question
    is_free = question in (None, NEXT_STEP) or link_sent(context) is not None
    if is_our_yes(context.text) and (is_free or (question and question.name == TOLD)):
        return _without_an_offer(context)
    return ask_again(context) or quietly(context) or Outcome(says=(Say("anything_else"),))


def _without_an_offer(context: Context) -> Outcome:
    """No plan waits for a yes: one that runs is told, else both ways to pay are offered."""
    if context.bill.plan is not None:
        return ask_due_date.respond(context)
    return Outcome(says=(Say("plan_none_open"),), question=NEXT_STEP)
