"""Money between text and whole cents; the only place that writes an amount."""

import re

_DECIMAL = re.compile(
    r"(?P<minus>-)?\$?(?P<dollars>[0-9]+|[0-9]{1,3}(?:,[0-9]{3})+)(?:\.(?P<cents>[0-9]{1,2}))?"
)
_MAX_DIGITS = 9


def money(cents: int) -> str:
    """ "$1,240.50": always with cents; what is owed to the patient is "-$5.00"."""
    sign = "-" if cents < 0 else ""
    dollars, rest = divmod(abs(cents), 100)
    return f"{sign}${dollars:,}.{rest:02d}"


def parse_decimal(text: str) -> int:
    """Decimal dollars of a balances file as cents. ValueError says what is wrong and expected."""
    found = _DECIMAL.fullmatch(text.strip())
    if found is None:
        raise ValueError(f"{text.strip()!r} is not an amount; expected dollars like 1240.50")
    dollars = found["dollars"].replace(",", "")
    if len(dollars) > _MAX_DIGITS:
        raise ValueError(f"{text.strip()!r} is too large; expected at most {_MAX_DIGITS} digits")
    cents = int(dollars) * 100 + int((found["cents"] or "").ljust(2, "0"))
    return -cents if found["minus"] else cents


def split_evenly(total_cents: int, count: int) -> tuple[int, ...]:
    """`count` payments that sum to the total to the cent; the last takes the remainder (I14)."""
    if count < 1 or total_cents < 0:
        raise ValueError(f"cannot split {total_cents} cents into {count} payments")
    each = total_cents // count
    return (*(each for _ in range(count - 1)), total_cents - each * (count - 1))
