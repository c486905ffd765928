"""Sums of the ledger that a text names, also as a bare number: "how you got to 155"."""

import re

from bot.action import Context

_NUMBER = re.compile(r"(?<![\w/.:,#-])\$?(\d{1,3}(?:,\d{3})+|\d+)(?:\.(\d\d))?(?![\w/:%-]|[.,]\d)")
LEAST_BARE = 10  # dollars; a smaller number may count or name anything
WHOLE = 100


def names_sum(context: Context, cents: int) -> bool:
    """In cents, or in whole dollars where the sum has cents that nobody says."""
    return cents > 0 and bool({cents, cents // WHOLE * WHOLE} & said_sums(context))


def said_sums(context: Context) -> frozenset[int]:
    """Cents; a number of a date or of a plan is none."""
    entities = context.understanding.entities
    days = [(mention.start, mention.end) for mention in entities.dates]
    named = {amount.cents for amount in entities.amounts if amount.cents}
    for match in _NUMBER.finditer(context.text):
        in_a_day = any(start <= match.start() < end for start, end in days)
        dollars = int(match[1].replace(",", ""))
        if not in_a_day and (dollars >= LEAST_BARE or match[2]):
            named.add(dollars * WHOLE + int(match[2] or 0))
    return frozenset(named)
