"""Which sums may be told to a scripted patient: those of the ledger, and their own up to it.

Written apart from the product's own arithmetic, so that it can judge it.
"""

import re
from collections.abc import Iterable, Sequence
from itertools import combinations

from benchmarks.persona_people import Payer
from bot.rules.money import parse_decimal
from tests.world import Bill, Line

Sums = frozenset[int]
SAID = re.compile(r"\$(\d[\d,]*(?:\.\d\d)?)")
# A number that is no part of a date, a place in a row or a count of something.
TYPED = re.compile(
    r"(?<![\d/.:-])\$?(\d{1,6}(?:,\d{3})*(?:\.\d{1,2})?)(?![\d/:-]|\.\d|st|nd|rd|th)"
)
# A part of a plan and its day: "$55.00 Wed Mar 18", "$55.00 mie 18 mar".
PART = re.compile(
    r"\$(\d[\d,]*(?:\.\d\d)?) (?:Mon|Tue|Wed|Thu|Fri|Sat|Sun|lun|mar|mie|jue|vie|sab|dom)\b"
)
LEAST_BY_CARD = 100
PARTS = ("charge", "insurance", "adjustment", "paid")


def told(body: str) -> list[int]:
    """Every sum that a reply names, in cents."""
    return [parse_decimal(each.replace(",", "")) for each in SAID.findall(body)]


def scheduled(body: str) -> list[int]:
    """The parts of a plan that a reply lists, in cents."""
    return [parse_decimal(each.replace(",", "")) for each in PART.findall(body)]


def typed(texts: Iterable[str]) -> Sums:
    """Every number in the patient's words that may be a sum."""
    found = (each.replace(",", "") for text in texts for each in TYPED.findall(text))
    return frozenset(round(float(each) * 100) for each in found)


def owed(payer: Payer) -> dict[str, int]:
    """Cents left on each statement."""
    left = {bill.number: sum(_left(line) for line in bill.lines) for bill in payer.cast.bills}
    for payment in payer.payments:
        left[payment.statement] -= payment.cents
    return left


def payable(payer: Payer) -> int:
    """Not what is disputed, and not what is on its way."""
    disputed = {held.statement for held in payer.holds if held.kind == "dispute"}
    left = sum(cents for number, cents in owed(payer).items() if number not in disputed)
    return max(0, left - payer.pending_cents)


def sayable(payer: Payer, own: Iterable[int], paid: Iterable[int], least: int) -> Sums:
    """`own`: sums the patient named; `paid`: what they paid meanwhile; `least`: of a plan's part.

    Halves and thirds are of the patient's words as well: what is parted is what they owe.
    """
    whole = wholes(payer, paid)
    named = {cents for cents in own if cents <= max(whole, default=0)}
    named |= {part for each in whole for part in (each // 2, -(-each // 2), each // 3)}
    rests = {each - cents for each in whole for cents in named if each > cents}
    return frozenset({*ledger(payer), *whole, *named, *rests, *paid, least, LEAST_BY_CARD})


def wholes(payer: Payer, paid: Iterable[int]) -> set[int]:
    """What is owed on any of the bills together, before and after what is on its way or paid."""
    left = owed(payer)
    groups = _groups(payer.cast.bills)
    found = {sum(left[bill.number] for bill in group) for group in groups}
    found |= {each - payer.pending_cents for each in found}
    for cents in paid:
        found |= {each - cents for each in found}
    return {each for each in found if each > 0}


def ledger(payer: Payer) -> Sums:
    bills = payer.cast.bills
    groups = _groups(bills)
    found = {_total(group, part) for group in groups for part in PARTS}
    found |= {_cents(line, part) for bill in bills for line in bill.lines for part in PARTS}
    found |= {_left(line) for bill in bills for line in bill.lines}
    found |= {_part(group) for group in groups}
    left = owed(payer)
    found |= {sum(left[bill.number] for bill in group) for group in groups}
    found |= {each - payer.pending_cents for each in found}
    paid = [payment.cents for payment in payer.payments]
    found |= {*paid, sum(paid), payer.pending_cents}
    # What a payment of the ledger adds to what was paid at the visit.
    found |= {_total(group, "paid") + sum(paid) for group in groups}
    parts = [part.cents for part in payer.plan]
    found |= {sum(parts[place:]) for place in range(len(parts))} | set(parts)
    return frozenset(abs(cents) for cents in found)


def _groups(bills: Sequence[Bill]) -> list[tuple[Bill, ...]]:
    return [group for size in range(1, len(bills) + 1) for group in combinations(bills, size)]


def _total(bills: Sequence[Bill], part: str) -> int:
    return sum(_cents(line, part) for bill in bills for line in bill.lines)


def _left(line: Line) -> int:
    return _cents(line, "charge") - sum(_cents(line, part) for part in PARTS[1:])


def _part(bills: Sequence[Bill]) -> int:
    """What insurance and discounts left to the patient."""
    return _total(bills, "charge") - _total(bills, "insurance") - _total(bills, "adjustment")


def _cents(line: Line, part: str) -> int:
    return parse_decimal(getattr(line, part))
