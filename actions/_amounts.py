"""How much a text speaks of, in cents of what is owed."""

import re

from actions._words import plain, wants
from bot.action import Context
from nlu.amounts import parse_amount
from nlu.understanding import Amount, Relative

LEAST_CENTS = 100
_OF_IT = re.compile(r"\d (?:of (?:it|that|this|the)|de (?:eso|esa|ese|la|lo))\b")
_OF_EACH = re.compile(
    r"\b(?:payments|installments|pagos|abonos|cuotas) (?:\w+ )?(?:of|de)(?: a)? \$?\d"
)
_TODAY = re.compile(r"\b(?:now|today|tonight|hoy|ahora|ahorita|ya mismo)\b")
TWO = 2
_SHARES = {Relative.HALF: 2, Relative.THIRD: 3, Relative.ALL: 1, Relative.REST: 1}


_OPEN = (Relative.REST, Relative.AS_MUCH_AS_I_CAN)
"""What a sum beside it tells better: "put something on it, like 40"."""


def one_time(context: Context) -> Amount | None:
    """The first sum not said by the week or month; "the rest" only where nothing else is said.

    What the same text disputes is no sum to pay: "the 45 is wrong, i'll pay the rest".
    """
    wrong = _disputed(context) if wants(context, "dispute_charge") else frozenset()
    said = context.understanding.entities.amounts
    sums = [a for a in said if a.per is None and a.cents not in wrong]
    named = [a for a in sums if a.relative not in _OPEN] or sums
    named = [a for a in named if a.relative is not Relative.REST]
    return next(iter(named or sums), None)


def _disputed(context: Context) -> frozenset[int]:
    """Cents of each line and bill that is being checked."""
    bills = context.bill.statements
    lines = [line for bill in bills for line in bill.lines if line.disputed]
    sums = {cents for line in lines for cents in (line.charge_cents, line.left_cents)}
    return frozenset(sums | {bill.balance_cents for bill in bills if bill.disputed})


def part_of(context: Context) -> Amount | None:
    """ "50 of it", "20 of the lab one": a sum beside what it is a part of."""
    return parse_amount(context.text) if _OF_IT.search(plain(context.text)) else None


def leaves_rest(context: Context) -> bool:
    """A part is named, so that something is left to pay another day."""
    amount = one_time(context)
    owed = context.bill.payable_cents
    cents = cents_of(amount, owed, 0)
    return context.person is None or (cents is not None and cents < owed)


def is_of_each(context: Context) -> bool:
    """ "In payments of 50", "in two, half and half": the size of each, and no sum for today."""
    said, entities = plain(context.text), context.understanding.entities
    halves = [a for a in entities.amounts if a.relative is Relative.HALF]
    is_two = entities.count == TWO and bool(halves) and not _TODAY.search(said)
    return is_two or _OF_EACH.search(said) is not None


def by_period(context: Context) -> Amount | None:
    return next((a for a in context.understanding.entities.amounts if a.per is not None), None)


def cents_of(amount: Amount | None, owed_cents: int, least_cents: int) -> int | None:
    """Shares round up, so that two halves pay all. None where no sum can be told."""
    if amount is None:
        return None
    if amount.cents is not None:
        return amount.cents
    if amount.relative is Relative.MINIMUM:
        return min(owed_cents, least_cents)
    share = _SHARES.get(amount.relative) if amount.relative else None
    return -(-owed_cents // share) if share else None
