"""One bill in words: as a whole, item by item, compared with the one before."""

from dataclasses import replace

from actions._bill_told import Told
from actions._items import MOST_TOLD, add_up, dearest, told
from actions._people import fetch
from bot.action import Context, Link, Money, Outcome, Say, ShowPage, Value
from bot.bill import StatementView


def whole(context: Context, statement: StatementView, before: Told) -> Outcome:
    """Charged, what came off, what is left."""
    sums = Sums(statement)
    if not statement.lines or min(sums.insurance, sums.discount, sums.paid) < 0:
        return for_person(context, before, "bill_does_not_add_up")
    parts = (
        ("explain_insurance", sums.insurance),
        ("explain_discount", sums.discount),
        ("explain_paid", sums.paid),
    )
    return Outcome(
        says=(
            _charged(statement, sums.charged),
            *(Say(key, {"amount": Money(cents)}) for key, cents in parts if cents),
            _whole_left(statement),
        ),
        facts=(ShowPage(),),
        question=replace(before, item=0, shown=0).question(),
    )


class Sums:
    """What the lines of a statement come to; `paid` also counts what came after them."""

    def __init__(self, statement: StatementView) -> None:
        self.charged = sum(line.charge_cents for line in statement.lines)
        self.insurance = sum(line.insurance_cents for line in statement.lines)
        self.discount = sum(line.adjustment_cents for line in statement.lines)
        self.part = self.charged - self.insurance - self.discount
        self.paid = self.part - statement.balance_cents


def items(context: Context, statement: StatementView, before: Told) -> Outcome:
    """Some at a time, from where the last text ended; the last ones with what is left of all."""
    if not add_up(statement):
        return for_person(context, before, "bill_does_not_add_up")
    start = before.shown if before.shown < len(statement.lines) else 0
    end = min(start + MOST_TOLD, len(statement.lines))
    says = tuple(say for number in range(start + 1, end + 1) for say in told(statement, number))
    later = replace(before, shown=end, item=0).question()
    if end < len(statement.lines):
        more = Say("items_more", {"count": len(statement.lines) - end})
        return Outcome(says=(*says, more), question=later)
    since = sum(line.left_cents for line in statement.lines) - statement.balance_cents
    paid = (Say("items_paid_since", {"amount": Money(since)}),) if since else ()
    return Outcome(says=(*says, *paid, _left(statement)), facts=(ShowPage(),), question=later)


def item(context: Context, statement: StatementView, number: int, before: Told) -> Outcome:
    if not add_up(statement):
        return for_person(context, before, "bill_does_not_add_up")
    sums = () if before.item == number else told(statement, number)
    return Outcome(
        says=(*sums, Say("item_what", {"link": Link()})),
        facts=(ShowPage(),),
        question=replace(before, item=number).question(),
    )


def why(statement: StatementView, before: Told) -> Outcome:
    """What the sum is mostly of. Why the price is what it is, no ledger tells."""
    sums = Sums(statement)
    number = dearest(statement)
    values: dict[str, Value] = {
        "n": number,
        "amount": Money(statement.lines[number - 1].charge_cents),
        "total": Money(sums.charged),
    }
    most = Say("explain_most", values) if len(statement.lines) > 1 else _one(sums.charged)
    came_off = Say("explain_insurance", {"amount": Money(sums.insurance)})
    insured = came_off if sums.insurance > 0 else Say("explain_no_insurance")
    return Outcome(
        says=(most, insured, Say("explain_if_wrong")), question=replace(before, item=0).question()
    )


def compared(context: Context, statement: StatementView, before: Told) -> Outcome:
    """With the bill before it of the same account, each from the ledger."""
    earlier = [
        each
        for each in (*context.bill.earlier, *context.bill.statements)
        if each.account_id == statement.account_id
        and each.statement_on < statement.statement_on
        and each.lines
    ]
    if not earlier or not statement.lines:
        return for_person(context, before, "bill_question")
    last = max(earlier, key=lambda each: (each.statement_on, each.id))
    return Outcome(
        says=(
            _summed("compare_now", statement),
            _summed("compare_before", last),
            Say("explain_if_wrong"),
        ),
        question=before.question(),
    )


def days(context: Context, statement: StatementView, before: Told) -> Outcome:
    """The day or days of what was done, where every line has one."""
    if before.item:
        known = [statement.lines[before.item - 1].service_on]
    else:
        known = [line.service_on for line in statement.lines]
    told_days = sorted({day for day in known if day})
    if not told_days or None in known:
        return for_person(context, before, "bill_question")
    if len(told_days) == 1:
        says = Say("explain_day", {"day": told_days[0]})
    else:
        says = Say("explain_days", {"first": told_days[0], "last": told_days[-1]})
    return Outcome(says=(says,), question=before.question())


def in_short(statement: StatementView, before: Told) -> Outcome:
    """A bill of one line in other words, and what of it is not clear."""
    sums = Sums(statement)
    values: dict[str, Value] = {
        "amount": Money(sums.charged),
        "off": Money(sums.charged - statement.balance_cents),
        "left": Money(statement.balance_cents),
    }
    return Outcome(
        says=(Say("explain_in_short", values), Say("explain_what_unclear")),
        question=before.question(),
    )


def for_person(context: Context, before: Told, reason: str, key: str = "explain_person") -> Outcome:
    """With the question written down; what comes next is still about this bill."""
    note = "\n".join(text for text in (before.note, context.text) if text)
    fetched = fetch(context, key, reason, "bill", note=note)
    return fetched.then(Outcome(question=before.question()))


def _one(charged: int) -> Say:
    return Say("explain_one_item", {"amount": Money(charged)})


def _summed(key: str, statement: StatementView) -> Say:
    sums = Sums(statement)
    values: dict[str, Value] = {
        "day": statement.statement_on,
        "amount": Money(sums.charged),
        "insurance": Money(sums.insurance),
        "part": Money(sums.part),
    }
    return Say(key, values)


def _whole_left(statement: StatementView) -> Say:
    """That it is the whole charge, where nothing came off."""
    sums = Sums(statement)
    if not (sums.insurance or sums.discount or sums.paid):
        return Say("explain_nothing_off", {"link": Link()})
    return _left(statement)


def _left(statement: StatementView) -> Say:
    return Say("explain_left", {"amount": Money(statement.balance_cents), "link": Link()})


def _charged(statement: StatementView, cents: int) -> Say:
    days = sorted({line.service_on or statement.statement_on for line in statement.lines})
    if len(days) == 1:
        return Say("explain_charged", {"amount": Money(cents), "day": days[0]})
    values: dict[str, Value] = {"amount": Money(cents), "first": days[0], "last": days[-1]}
    return Say("explain_charged_days", values)
