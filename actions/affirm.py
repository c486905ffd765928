"""A yes: to the open question where its own reader did not take it, or to nothing at all."""

from actions import ask_due_date, out_of_scope
from actions._just_agreed import TOLD
from actions._links import link_sent
from actions._next import NEXT_STEP
from actions._open import ask_again
from actions._quiet import quietly
from actions._words import is_our_yes
from bot import identity
from bot.action import Context, Outcome, Say, Wish
from nlu.small_words import is_small

ASKED_ENOUGH = 2  # times; a third one would fetch a person


def respond(context: Context) -> Outcome:
    if context.memory.let_go is not None and context.memory.question is None:
        return out_of_scope.respond(context)
    question = context.memory.question
    is_free = question is None or question.name == NEXT_STEP.name or link_sent(context) is not None
    if is_our_yes(context.text) and (is_free or (question and question.name == TOLD)):
        return _without_an_offer(context)
    again = ask_again(context)
    is_left = is_free or again is None or context.memory.alike >= ASKED_ENOUGH
    if is_left and is_small(context.text):
        return Outcome(says=(Say("all_right"),))
    return again or quietly(context) or Outcome(says=(Say("anything_else"),))


def _without_an_offer(context: Context) -> Outcome:
    """No plan waits for a yes: one that runs is told, else both ways to pay are offered.

    Whoever is not known hears of neither, and is asked who they are.
    """
    if context.person is None:
        return identity.ask(context, (Wish("ask_due_date", context.text),))
    if context.bill.plan is not None:
        return ask_due_date.respond(context)
    return Outcome(says=(Say("plan_none_open"),), question=NEXT_STEP)
