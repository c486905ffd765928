"""Several bills: why they are several, and which is of what; what was done stands on the page."""

from actions._bills import owed, visits
from actions._told_bills import told_apart
from bot.action import Context, Link, Money, Outcome, Question, Say, ShowPage, Value
from nlu.one_bill import asks_which_is, asks_why_several

WHICH = Question("which_bill", "explain_charge")


def of_several(context: Context) -> Outcome | None:
    """None where there is one bill, or something else is asked."""
    statements = owed(context.bill)
    if len(statements) < 2:
        return None
    days = visits(statements)
    values: dict[str, Value] = {
        "bills": days,
        "amount": Money(sum(s.balance_cents for s in statements)),
    }
    if asks_why_several(context.text):
        is_dated = all(any(line.service_on for line in s.lines) for s in statements)
        if is_dated and len({day for day, _ in days.rows}) == len(days.rows):
            return Outcome(says=(Say("explain_several", values),), question=WHICH)
        return _on_page("explain_several_page", values)
    if asks_which_is(context.text) and len(told_apart(statements, context)) != 1:
        return _on_page("explain_which_page", values)
    return None


def _on_page(key: str, values: dict[str, Value]) -> Outcome:
    says = (Say(key, {**values, "link": Link()}),)
    return Outcome(says=says, facts=(ShowPage(),), question=WHICH)
