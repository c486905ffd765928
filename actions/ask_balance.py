"""How much is owed, from the ledger of this moment, and what can be done about it."""

import re
from dataclasses import replace

from actions import already_paid, explain_charge
from actions._after_paying import asks_after_paying
from actions._aspects import OF_A_BILL, Aspect, aspect_of
from actions._bills import listed, named, owed
from actions._choosing import chosen
from actions._much import struck
from actions._need import asks_need
from actions._next import NEXT_STEP, taken_up
from actions._owed import all_held, nothing_owed
from actions._paid_total import asks_paid_total, paid_total
from actions._payments import told
from actions._told_bills import names_month, told_apart
from actions._what_comes import asks_what_comes
from actions._words import plain, wants
from bot.action import Context, Money, Outcome, Question, Say, Value, Wish
from bot.bill import Bill, StatementView
from nlu.sure_asks import asks_what_if
from nlu.understanding import Decision

NEEDS_IDENTITY = True
_WHY = re.compile(r"\bwhy\b|\bhow come\b|\bpor ?que\b|\b[xp]q\b")
FEW_WORDS = 5  # "the february one"


def respond(context: Context) -> Outcome:
    bill = context.bill
    if asks_paid_total(context.text):
        return paid_total(context)
    if asks_after_paying(context.text):
        return after_paying(context)
    if bill.balance_cents <= 0:
        return Outcome(says=(nothing_owed(bill),))
    if aspect_of(context.text) is Aspect.HOW or _asks_why(context):
        return explain_charge.respond(context)
    if wants(context, "pay_now") and all_held(bill):
        return Outcome()  # a link, or that there is no need to pay: never both
    statements = owed(bill)
    one = _one_of(statements, context)
    if wants(context, "explain_charge") and one is None and not all_held(bill):
        return Outcome()  # what it is made of ends with what is left; and so does "which one"
    if wants(context, "ask_due_date") and _is_told_with_day(bill, statements):
        return Outcome()
    says = (_one(one, bill),) if one else _balance(bill)
    about = {"statement": one.id} if one else {}
    return Outcome(says=says, question=replace(NEXT_STEP, about=about))


def _one_of(statements: tuple[StatementView, ...], context: Context) -> StatementView | None:
    """ "Not the total, just the february one"."""
    if len(statements) < 2:
        return None
    apart = told_apart(statements, context)
    return apart[0] if len(apart) == 1 else named(statements, context)


def answer(context: Context, question: Question) -> Outcome | None:
    """PAY, PLAN or QUESTION, in one word or in their own; and a question that is unsure so far."""
    if heard := struck(context):
        return heard
    if picked := chosen(context):
        return picked
    intent = taken_up(context) or _asked(context)
    return Outcome(wishes=(Wish(intent, context.text),)) if intent else None


def _asks_why(context: Context) -> bool:
    """ "So why do i still owe that much"; what is held is told as held."""
    is_asked = aspect_of(context.text) is Aspect.WHY and _WHY.search(plain(context.text))
    return bool(is_asked) and not all_held(context.bill)


def _is_told_with_day(bill: Bill, statements: tuple[StatementView, ...]) -> bool:
    """Where one day is for all of it, or none can be paid now, that answer says the sum too."""
    if all_held(bill):
        return True
    is_whole = bill.plan is None and bill.payable_cents == bill.balance_cents
    return is_whole and len(statements) == 1


def _asked(context: Context) -> str | None:
    if context.understanding.decision is Decision.ACT:
        return None
    said = context.text
    if asks_what_comes(said) or asks_what_if(said) or asks_need(said):
        return "ask_due_date"
    if (
        names_month(said)
        and len(said.split()) <= FEW_WORDS
        and _one_of(owed(context.bill), context)
    ):
        return "ask_balance"
    is_asked = aspect_of(context.text) in OF_A_BILL | {Aspect.UNCLEAR}
    return "explain_charge" if is_asked else None


def after_paying(context: Context) -> Outcome:
    """The newest payment of the ledger; one that is not there is looked for by a person."""
    bill = context.bill
    newest = next(iter(bill.payments), None)
    if bill.pending_cents > 0 or newest is None or bill.balance_cents <= 0:
        return already_paid.respond(context)
    left = Money(bill.balance_cents)
    says = told("balance_after_payment", newest, paid=Money(newest.cents), amount=left)
    return Outcome(says=(says,), question=NEXT_STEP)


def _one(statement: StatementView, bill: Bill) -> Say:
    values: dict[str, Value] = {
        "day": statement.statement_on,
        "amount": Money(statement.balance_cents),
    }
    if statement.open_cents <= 0:
        return Say("balance_one_disputed", values)
    return Say("balance_one", {**values, "total": Money(bill.balance_cents)})


def _balance(bill: Bill) -> tuple[Say, ...]:
    if held := all_held(bill):
        return (held,)
    total = Money(bill.balance_cents)
    if bill.payable_cents < bill.balance_cents:
        return (Say("balance_disputed", {"amount": total, "payable": Money(bill.payable_cents)}),)
    upcoming = next((i for i in bill.plan.installments if not i.paid), None) if bill.plan else None
    if upcoming and bill.plan:
        values: dict[str, Value] = {"next": Money(upcoming.cents), "day": upcoming.due_on}
        values |= {"amount": total}
        if bill.plan.left_cents < bill.balance_cents:
            values |= {"planned": Money(bill.plan.left_cents)}
            return (Say("balance_plan_part", values),)
        return (Say("balance_plan", values),)
    statements = owed(bill)
    if len(statements) > 1:
        return (Say("balance_several", {"amount": total, "bills": listed(statements)}),)
    return (Say("balance", {"amount": total}),)
