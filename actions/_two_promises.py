"""Two sums on two days in one promise: "half friday, half on the 30th"."""

from dataclasses import dataclass
from datetime import date

from actions._amounts import cents_of
from actions._days import later_days
from actions._promises import facts_of
from bot.action import Context, Money, Outcome, Say
from nlu.days import add_months
from nlu.understanding import Relative

_BOTH = 2


@dataclass(frozen=True)
class Two:
    """Cents None: to somebody unknown, or no part of what is owed, no sum is told."""

    first_on: date
    last_on: date
    cents: int | None
    rest_cents: int | None


def two_promises(context: Context) -> Outcome | None:
    """Both said back; one quiet time until the last of them, and one text after it."""
    two = _two(context)
    if two is None:
        return None
    days = {"day": two.first_on, "last": two.last_on}
    if two.cents is None or two.rest_cents is None:
        return Outcome(says=(Say("promise_two", days),), facts=facts_of(context, two.last_on))
    sums = {"amount": Money(two.cents), "rest": Money(two.rest_cents)}
    facts = facts_of(context, two.last_on, two.cents + two.rest_cents)
    return Outcome(says=(Say("promise_two_amounts", {**days, **sums}),), facts=facts)


def _two(context: Context) -> Two | None:
    sums = [a for a in context.understanding.entities.amounts if a.per is None]
    days = later_days(context)
    if len(sums) != _BOTH or len(days) != _BOTH or days[0] == days[1]:
        return None
    first, last = days
    last = last if last > first else add_months(last, 1)  # "on the 1st and on the 15th"
    owed = context.bill.payable_cents
    cents = cents_of(sums[0], owed, 0) if context.person else None
    is_share = sums[1].relative in (Relative.REST, Relative.HALF)
    if cents is None or last <= first:
        return Two(first, last, None, None) if last > first else None
    rest = owed - cents if is_share else cents_of(sums[1], owed, 0)
    is_part = rest is not None and 0 < cents < owed and 0 < rest <= owed - cents
    return Two(first, last, cents, rest) if is_part else Two(first, last, None, None)
