"""Our link, for what may be paid now: never what is disputed or already on its way.

After a link one question stays open: another sum, another bill, or that it is paid.
"""

from dataclasses import replace

from bot.action import Context, Link, Money, Outcome, Question, RequestPayment, Say, Value
from bot.bill import StatementView

SENT = "pay_other_amount"


def sent(cents: int | None, statement_id: int | None = None, tries: int = 0) -> Question:
    """`cents` None: all that may be paid. `tries`: how often paying has failed in this talk."""
    about = {"cents": cents, "statement": statement_id, "tries": tries}
    return Question(SENT, "pay_now", about)


def link_sent(context: Context) -> Question | None:
    """The open question after a link, if the last link is still what is spoken of."""
    question = context.memory.question
    return question if question is not None and question.name == SENT else None


def number(question: Question | None, name: str) -> int | None:
    value = question.about.get(name) if question else None
    return value if isinstance(value, int) else None


def whole(context: Context) -> RequestPayment:
    bill = context.bill
    return RequestPayment(None if bill.payable_cents == bill.balance_cents else bill.payable_cents)


def pay_whole(context: Context, key: str = "pay_link") -> Outcome:
    values: dict[str, Value] = {"amount": Money(context.bill.payable_cents), "link": Link()}
    return Outcome(says=(Say(key, values),), facts=(whole(context),))


def pay_part(context: Context, cents: int, *, saves_card: bool) -> Outcome:
    left = context.bill.payable_cents - cents
    values: dict[str, Value] = {"amount": Money(cents), "left": Money(left), "link": Link()}
    return Outcome(says=(Say("pay_link_part", values),), facts=(RequestPayment(cents, saves_card),))


def pay_bill(context: Context, statement: StatementView, part: int | None = None) -> Outcome:
    """One of several bills, or `part` cents of it: what is paid by this link settles it first."""
    most = min(statement.open_cents, context.bill.payable_cents)
    cents = most if part is None else min(part, most)
    values: dict[str, Value] = {
        "amount": Money(cents),
        "day": statement.statement_on,
        "left": Money(context.bill.payable_cents - cents),
        "link": Link(),
    }
    fact = RequestPayment(cents, statement_id=statement.id)
    question = sent(cents, statement.id)
    return Outcome(says=(Say("pay_link_bill", values),), facts=(fact,), question=question)


def pay_again(context: Context, key: str, tries: int = 0) -> Outcome:
    """A fresh link for the same sum as the last one, as far as it is still owed."""
    owed, last = context.bill.payable_cents, link_sent(context)
    latest = next(iter(context.bill.attempts), None)
    asked, statement_id = number(last, "cents"), number(last, "statement")
    if last is None and latest is not None:
        asked, statement_id = latest.cents, latest.statement_id
    cents = min(asked or owed, owed)
    fact = whole(context) if cents == owed else RequestPayment(cents)
    return Outcome(
        says=(Say(key, {"amount": Money(cents), "link": Link()}),),
        facts=(replace(fact, statement_id=statement_id),),
        question=sent(None if cents == owed else cents, statement_id, tries),
    )
