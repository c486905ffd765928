"""What is paid at once before a plan begins: "20 down then 30 a month", "half now, rest in two"."""

import re

from actions._amounts import by_period, cents_of, one_time
from actions._words import plain
from bot.action import Context
from nlu.understanding import Relative

_AT_ONCE = re.compile(
    r"\W*(?:dollars? |bucks |dolares |pesos )?(?:it )?(?:de )?(?:down|now|right now|today|"
    r"up ?front|to start|ahora|ahorita|hoy|enganche|entrada|inicio|inicial|para empezar|primero)\b"
)
_DOWN_OF = re.compile(r"\b(?:down ?payment of|put down|enganche de|entrada de)\W*$")


def down_payment(context: Context, owed_cents: int, *, has_rest: bool) -> int:
    """Cents; 0 where nothing is paid at once, or nothing is said of the rest."""
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
