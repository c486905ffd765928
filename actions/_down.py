"""What is paid at once before a plan: "20 down then 30 a month"; the link sent, then "the rest"."""

import re

from actions._amounts import by_period, cents_of, is_of_each, one_time
from actions._links import link_sent, number
from actions._words import plain
from bot.action import Context
from bot.rules.attempts import Story
from nlu.understanding import Relative

_AT_ONCE = re.compile(
    r"\W*(?:dollars? |bucks |dolares |pesos )?(?:it )?(?:de )?(?:down|now|right now|today|"
    r"up ?front|to start|ahora|ahorita|hoy|enganche|entrada|inicio|inicial|para empezar|primero)\b"
)
_DOWN_OF = re.compile(r"\b(?:down ?payment of|put down|enganche de|entrada de)\W*$")
_THE_REST = re.compile(
    r"\b(?:the )?(?:rest|remainder|remaining|left ?over|other half)\b|\bwhat(?:'?s| is) left\b|"
    r"\b(?:el )?(?:resto|restante)\b|\blo demas\b|\blo que (?:queda|falta|sobra)\b|\botra mitad\b"
)


def linked_part(context: Context) -> int:
    """Cents of the link just sent, where a plan for the rest is asked; 0 once they are paid."""
    cents = number(link_sent(context), "cents") or 0
    latest = next(iter(context.bill.attempts), None)
    is_done = latest is not None and latest.story in (Story.PAID, Story.ON_ITS_WAY)
    if is_done or not _THE_REST.search(plain(context.text)):
        return 0
    return cents if cents < context.bill.payable_cents else 0


def says_rest(context: Context) -> bool:
    return _THE_REST.search(plain(context.text)) is not None


def down_payment(context: Context, owed_cents: int, *, has_rest: bool) -> int:
    """Cents; 0 where nothing is paid at once, or nothing is said of the rest."""
    if is_of_each(context):
        return 0
    entities, single = context.understanding.entities, one_time(context)
    rests = has_rest or entities.count is not None or by_period(context) is not None
    rests |= any(amount.relative is Relative.REST for amount in entities.amounts)
    if single is None or not rests or single.relative is Relative.REST:
        return 0
    after, before = plain(context.text[single.end :]), plain(context.text[: single.start]) + " "
    if not (_AT_ONCE.match(after) or _DOWN_OF.search(before)):
        return 0
    cents = cents_of(single, owed_cents, 0) or 0
    return cents if cents < owed_cents else 0
