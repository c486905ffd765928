"""What a bill is made of, from the ledger: charged, insurance, discount, paid, left.

What was done is not named in a text (no clinical word); every item is on the patient's page.
"""

from actions._bills import listed, meant, owed, picked
from actions._next import NEXT_STEP
from actions._people import fetch
from actions.ask_balance import nothing_owed
from bot.action import Context, Link, Money, Outcome, Question, Say, ShowPage, Value
from bot.bill import StatementView

NEEDS_IDENTITY = True
WHICH = Question("which_bill", "explain_charge")


def respond(context: Context) -> Outcome:
    statements = owed(context.bill)
    if not statements:
        return Outcome(says=(nothing_owed(context.bill),))
    statement = meant(statements, context)
    if statement is None and context.memory.question == WHICH:
        return fetch(context, "explain_person", "which_bill", "bill")
    if statement is None:
        total = Money(sum(s.balance_cents for s in statements))
        says = Say("explain_which", {"bills": listed(statements), "amount": total})
        return Outcome(says=(says,), question=WHICH)
    return _explained(context, statement)


def answer(context: Context, question: Question) -> Outcome | None:
    statement = picked(owed(context.bill), context)
    return _explained(context, statement) if statement else None


def _explained(context: Context, statement: StatementView) -> Outcome:
    charged = sum(line.charge_cents for line in statement.lines)
    insurance = sum(line.insurance_cents for line in statement.lines)
    discount = sum(line.adjustment_cents for line in statement.lines)
    paid = charged - insurance - discount - statement.balance_cents
    if not statement.lines or min(insurance, discount, paid) < 0:
        return fetch(context, "explain_person", "bill_does_not_add_up", "bill")
    parts = (
        ("explain_insurance", insurance),
        ("explain_discount", discount),
        ("explain_paid", paid),
    )
    return Outcome(
        says=(
            _charged(statement, charged),
            *(Say(key, {"amount": Money(cents)}) for key, cents in parts if cents),
            Say("explain_left", {"amount": Money(statement.balance_cents), "link": Link()}),
        ),
        facts=(ShowPage(),),
        question=NEXT_STEP,
    )


def _charged(statement: StatementView, cents: int) -> Say:
    days = sorted({line.service_on or statement.statement_on for line in statement.lines})
    if len(days) == 1:
        return Say("explain_charged", {"amount": Money(cents), "day": days[0]})
    values: dict[str, Value] = {"amount": Money(cents), "first": days[0], "last": days[-1]}
    return Say("explain_charged_days", values)
