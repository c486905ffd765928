"""Never mind: whatever was open is dropped, and nothing has changed."""

from actions._open import FREE
from actions._promises import dropped
from actions._taken_back import SURE, answered, let_go
from actions._words import wants
from bot.action import Context, Outcome, Question, Say

_INSTEAD = ("pay_now", "set_up_plan", "change_plan", "promise_to_pay", "ask_balance")


def respond(context: Context) -> Outcome:
    back = let_go(context)
    if back is not None:
        return back
    if any(wants(context, name) for name in _INSTEAD):
        return Outcome()  # "never mind, ill just pay": that is what changes
    question = context.memory.question
    given_up = dropped(context) if question is None else None
    if given_up is not None:
        return given_up
    key = "dropped" if question and question.name not in FREE else "all_right"
    return Outcome(says=(Say(key),))


def answer(context: Context, question: Question) -> Outcome | None:
    return answered(context, question) if question.name == SURE else None
