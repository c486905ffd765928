"""How much is owed, from the ledger of this moment, and what can be done about it."""

from actions._bills import listed, owed
from actions._next import NEXT_STEP, taken_up
from bot.action import Context, Money, Outcome, Question, Say, Value, Wish
from bot.bill import Bill

NEEDS_IDENTITY = True


def respond(context: Context) -> Outcome:
    bill = context.bill
    if bill.balance_cents <= 0:
        return Outcome(says=(nothing_owed(bill),))
    return Outcome(says=_balance(bill), question=NEXT_STEP)


def answer(context: Context, question: Question) -> Outcome | None:
    """PAY, PLAN or QUESTION, in one word or in their own."""
    intent = taken_up(context)
    return Outcome(wishes=(Wish(intent, context.text),)) if intent else None


def nothing_owed(bill: Bill) -> Say:
    if bill.balance_cents < 0:
        return Say("credit", {"amount": Money(-bill.balance_cents)})
    return Say("nothing_owed")


def _balance(bill: Bill) -> tuple[Say, ...]:
    total = Money(bill.balance_cents)
    if bill.pending_cents > 0:
        return (Say("balance_pending", {"amount": total, "pending": Money(bill.pending_cents)}),)
    if bill.payable_cents == 0:
        return (Say("balance_all_disputed", {"amount": total}),)
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
