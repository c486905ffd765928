"""The last answer in fewer words, for whoever asked for it a second time."""

from dataclasses import replace

from actions import _explaining as explaining
from actions._bill_told import Told, told_before, told_statement
from actions._next import NEXT_STEP
from actions._plan_offers import AGREE
from actions._plans import proposal_of, terms_of
from bot.action import Context, Money, Outcome, Question, Say, Value


def said_simply(context: Context) -> Outcome | None:
    """None where there are no fewer words for it."""
    question, keys = context.memory.question, context.memory.last_keys
    statement = told_statement(context)
    if statement is not None and statement.lines:
        told = told_before(context) or Told(statement.id)
        again = replace(told, tries=max(told.tries, 1), note=told.note or context.text)
        return explaining.in_short(statement, again)
    if question is not None and question.name == AGREE and context.person is not None:
        return _plan(question)
    is_sum = any(key.startswith(("balance", "simply_balance")) for key in keys)
    if is_sum and context.person is not None and context.bill.payable_cents > 0:
        cents = context.bill.payable_cents
        return Outcome(says=(Say("simply_balance", {"amount": Money(cents)}),), question=NEXT_STEP)
    return None


def _plan(question: Question) -> Outcome | None:
    """The first payment and how many; what all of them are was said before."""
    parts = proposal_of(question.about).installments
    if terms_of(question.about).now_cents or not parts:
        return None
    first = parts[0]
    values: dict[str, Value] = {
        "count": len(parts),
        "amount": Money(first.cents),
        "day": first.due_on,
    }
    return Outcome(says=(Say("simply_plan", values),), question=question)
