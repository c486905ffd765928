"""Every payment of one person, year by year, to keep or to print. Only after the check."""

from dataclasses import dataclass
from itertools import groupby

from bot.bill import Bill, PaymentView
from bot.rules.money import money
from bot.web.page_words import Words
from bot.web.visit import Visit


@dataclass(frozen=True)
class Year:
    """`rows`: day, what it was, and amount; `total` is what was paid less what was sent back."""

    year: int
    rows: tuple[tuple[str, str, str], ...]
    total: str


@dataclass(frozen=True)
class Receipts:
    who: str
    years: tuple[Year, ...]


def receipts_view(visit: Visit) -> Receipts:
    patient = visit.patient
    return Receipts(
        who=f"{patient.first_name} {patient.last_name}",
        years=years_of(visit.bill, visit.words),
    )


def years_of(bill: Bill, t: Words) -> tuple[Year, ...]:
    """The newest first."""
    moved = [("receipts_paid", 1, each) for each in bill.payments]
    moved += [("receipts_back", -1, each) for each in bill.refunds]
    moved.sort(key=lambda row: row[2].paid_on, reverse=True)
    by_year = groupby(moved, key=lambda row: row[2].paid_on.year)
    return tuple(_year(t, year, list(rows)) for year, rows in by_year)


def day_of(payment: PaymentView, t: Words) -> str:
    """Of a payment that a file told without its day, that it has none."""
    return t.day(payment.paid_on) if payment.is_dated else t("no_day")


def _year(t: Words, year: int, rows: list[tuple[str, int, PaymentView]]) -> Year:
    return Year(
        year=year,
        rows=tuple((day_of(each, t), t(key), money(sign * each.cents)) for key, sign, each in rows),
        total=money(sum(sign * each.cents for _, sign, each in rows)),
    )
