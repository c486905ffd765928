"""The itemised bill: each charge, what came off it, and what is left. Only after the check."""

from dataclasses import dataclass

from bot.bill import LineView, StatementView
from bot.rules.money import money
from bot.web.page_words import Words
from bot.web.visit import Visit

PARTS = (
    ("insurance", "insurance_cents"),
    ("discount", "adjustment_cents"),
    ("you_paid", "patient_paid_cents"),
)


@dataclass(frozen=True)
class Charged:
    """One thing that was done; `rows` are words and amounts, top to bottom."""

    what: str
    day: str
    code: str
    rows: tuple[tuple[str, str], ...]
    is_held: bool


@dataclass(frozen=True)
class Itemised:
    title: str
    day: str
    due: str
    charges: tuple[Charged, ...]
    later: str
    left: str
    is_held: bool


@dataclass(frozen=True)
class Details:
    statements: tuple[Itemised, ...]
    earlier: tuple[str, ...]


def details_view(visit: Visit) -> Details:
    t = visit.words
    return Details(
        statements=tuple(_itemised(statement, t) for statement in visit.bill.statements),
        earlier=tuple(
            t("paid_on", amount=money(payment.cents), day=t.day(payment.paid_on))
            if payment.is_dated
            else money(payment.cents)
            for payment in visit.bill.payments
        ),
    )


def _itemised(statement: StatementView, t: Words) -> Itemised:
    later = statement.later_cents
    return Itemised(
        title=t("statement", number=statement.number),
        day=t("statement_on", day=t.day(statement.statement_on)),
        due=t("due_by", day=t.day(statement.due_on)) if statement.due_on else "",
        charges=tuple(_charged(line, t) for line in statement.lines),
        later=money(later) if later else "",
        left=money(statement.balance_cents),
        is_held=statement.disputed,
    )


def _charged(line: LineView, t: Words) -> Charged:
    taken_off = [(t(key), getattr(line, name)) for key, name in PARTS]
    return Charged(
        what=line.description,
        day=t.day(line.service_on) if line.service_on else "",
        code=t("line_code", code=line.code) if line.code else "",
        rows=(
            (t("charge"), money(line.charge_cents)),
            *((word, money(-cents)) for word, cents in taken_off if cents),
            (t("left"), money(line.left_cents)),
        ),
        is_held=line.disputed,
    )
