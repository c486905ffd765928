"""When it is due; a day that has passed is told without a reproach."""

from actions._next import NEXT_STEP
from actions.ask_balance import nothing_owed
from bot.action import Context, Money, Outcome, Say, Value

NEEDS_IDENTITY = True


def respond(context: Context) -> Outcome:
    bill = context.bill
    if bill.balance_cents <= 0:
        return Outcome(says=(nothing_owed(bill),))
    upcoming = next((i for i in bill.plan.installments if not i.paid), None) if bill.plan else None
    if upcoming:
        values: dict[str, Value] = {"amount": Money(upcoming.cents), "day": upcoming.due_on}
        return Outcome(says=(Say("due_plan", values),))
    due_on = bill.next_due_on
    if due_on is None:
        says = Say("due_open", {"amount": Money(bill.balance_cents)})
    else:
        key = "due_on" if due_on >= context.today else "due_passed"
        says = Say(key, {"amount": Money(bill.balance_cents), "day": due_on})
    return Outcome(says=(says,), question=NEXT_STEP)
