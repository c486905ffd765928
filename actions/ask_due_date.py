"""When it is due; a day that has passed is told without a reproach, and nothing is threatened."""

import re
from datetime import date

from actions._bills import listed_due, named, owed
from actions._need import asks_need
from actions._next import NEXT_STEP
from actions._owed import all_held, nothing_owed
from actions._people import fetch
from actions._what_comes import asks_meanwhile, asks_what_comes
from actions._words import plain
from bot.action import Context, Money, Outcome, Say, Value
from bot.bill import StatementView
from bot.rules.holds import HoldKind
from nlu.sure_asks import asks_what_if

NEEDS_IDENTITY = True
_LATE = re.compile(
    r"\blate\b|past due|overdue|\bbehind\b|atrasad\w+|\bvenci\w+|(?<!la )\btarde\b|\bretras\w+"
)


def respond(context: Context) -> Outcome:
    bill, said = context.bill, plain(context.text)
    if bill.balance_cents <= 0:
        return Outcome(says=(nothing_owed(bill),))
    if asks_what_comes(context.text):
        return fetch(context, "due_next_person", "due_question", "bill", note=context.text)
    if asks_what_if(context.text):
        return Outcome(says=(Say("due_cannot"),), question=NEXT_STEP)
    if held := all_held(bill):
        return Outcome(says=(held,))
    if bill.plan is None and _waits(context) and asks_meanwhile(context.text):
        return Outcome(says=(Say("due_meanwhile"),))
    upcoming = next((i for i in bill.plan.installments if not i.paid), None) if bill.plan else None
    if upcoming:
        values: dict[str, Value] = {"amount": Money(upcoming.cents), "day": upcoming.due_on}
        return Outcome(says=(Say("due_plan", values),))
    return Outcome(says=(_due(context, said),), question=NEXT_STEP)


def _waits(context: Context) -> bool:
    """A person looks at something, or we pause for a hard time."""
    return context.handed_off or HoldKind.HARDSHIP_PAUSE in context.bill.holds


def _due(context: Context, said: str) -> Say:
    """Only what may be asked for: nothing that is disputed."""
    bill = context.bill
    asked = tuple(s for s in owed(bill) if s.open_cents > 0)
    one = named(asked, context) if len(asked) > 1 else None
    dated = (one,) if one else tuple(s for s in asked if s.due_on)
    if len({s.due_on for s in dated}) > 1 and len(dated) == len(asked) and not bill.pending_cents:
        return Say("due_several", {"bills": listed_due(dated), "amount": Money(_sum(dated))})
    day = min((s.due_on for s in dated if s.due_on), default=None)
    if day is None:
        return Say("due_open", {"amount": Money(_sum((one,)) if one else bill.payable_cents)})
    on_day = tuple(s for s in dated if s.due_on == day)
    left = min(_sum(on_day), bill.payable_cents)
    return Say(_key(context, day, said), {"amount": Money(left), "day": day})


def _key(context: Context, day: date, said: str) -> str:
    if day < context.today:
        return "due_passed"
    if asks_need(context.text) and day > context.today:
        return "due_no_rush"
    return "due_not_late" if _LATE.search(said) else "due_on"


def _sum(statements: tuple[StatementView, ...]) -> int:
    return sum(s.open_cents for s in statements)
