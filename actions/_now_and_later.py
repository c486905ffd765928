"""What of a payment is for today, and what for another day."""

import re

from actions._amounts import cents_of
from actions._bills import is_a_bills_day, payable
from actions._days import later_day, means_payday, means_today
from actions._words import plain, wants
from bot.action import Context
from nlu.understanding import Relative

_BOTH_SUMS = 2
_LATER = re.compile(
    r"\b(?:later|afterwards?|another (?:day|time)|luego|despues|mas tarde|otro dia)\b"
)


def is_for_later(context: Context) -> bool:
    """ "I will pay Friday", but not "20 now and the rest Friday"."""
    if not names_later_day(context) or means_today(context) or wants(context, "set_up_plan"):
        return False
    sums = context.understanding.entities.amounts
    return len(sums) < 2 or all(a.relative is Relative.REST for a in sums)


def names_later_day(context: Context) -> bool:
    """A day to pay on, not the day of one of several bills."""
    day, has_several = later_day(context), len(payable(context.bill)) > 1
    return day is not None and not (has_several and is_a_bills_day(context, day))


def rest_is_for_later(context: Context) -> bool:
    """ "Half now, half on the 15th", where only the paying was heard."""
    is_later = later_day(context) is not None or means_payday(context)
    is_heard = wants(context, "promise_to_pay") or wants(context, "set_up_plan")
    has_two = len(context.understanding.entities.amounts) > 1
    return means_today(context) and is_later and has_two and not is_heard


def later_cents(context: Context) -> int | None:
    """ "30 now 30 later": the second sum, whose day is still to be told."""
    sums, owed = context.understanding.entities.amounts, context.bill.payable_cents
    is_both = len(sums) == _BOTH_SUMS and sums[1].relative is not Relative.REST
    if not is_both or not means_today(context) or not _LATER.search(plain(context.text)):
        return None
    first, second = (cents_of(amount, owed, 0) or 0 for amount in sums)
    return second if 0 < second <= owed - first else None
