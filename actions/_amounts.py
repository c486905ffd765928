"""How much a text speaks of, in cents of what is owed."""

import re

from actions._words import plain
from bot.action import Context
from nlu.amounts import parse_amount
from nlu.understanding import Amount, Relative

LEAST_CENTS = 100
_OF_IT = re.compile(r"\d (?:of (?:it|that|this|the)|de (?:eso|esa|ese|la|lo))\b")
_SHARES = {Relative.HALF: 2, Relative.THIRD: 3, Relative.ALL: 1, Relative.REST: 1}


def one_time(context: Context) -> Amount | None:
    """The first sum not said by the week or month; "the rest" only where nothing else is said."""
    sums = [a for a in context.understanding.entities.amounts if a.per is None]
    named = [a for a in sums if a.relative is not Relative.REST]
    return next(iter(named or sums), None)


def part_of(context: Context) -> Amount | None:
    """ "50 of it", "20 of the lab one": a sum beside what it is a part of."""
    return parse_amount(context.text) if _OF_IT.search(plain(context.text)) else None


def leaves_rest(context: Context) -> bool:
    """A part is named, so that something is left to pay another day."""
    amount = one_time(context)
    owed = context.bill.payable_cents
    cents = cents_of(amount, owed, 0)
    return context.person is None or (cents is not None and cents < owed)


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
