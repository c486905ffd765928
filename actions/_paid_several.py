"""Several payments spoken of at once: those the ledger has are told before anybody looks."""

import re

from actions._payments import past_day, told
from actions._sums import said_sums
from actions._words import plain
from bot.action import Context, Money, Outcome, Say, Value

TWO, ALL = "paid_two_left", "paid_total"
_SEVERAL = re.compile(
    r"\b(?:twice|two times|2 times|both times|several times|three times|payments|every time|"
    r"dos veces|2 veces|tres veces|varias veces|las dos veces|pagos)\b"
)


def several_told(context: Context) -> Outcome | None:
    """None where one is named by sum or day, or where they were told already."""
    bill = context.bill
    is_meant = _SEVERAL.search(plain(context.text)) is not None
    is_told = bool({TWO, f"{ALL}_undated", ALL} & set(context.memory.last_keys))
    if len(bill.payments) < 2 or not is_meant or is_told or bill.balance_cents <= 0:
        return None
    if said_sums(context) or past_day(context):
        return None
    left = Money(bill.balance_cents)
    newer, older = bill.payments[:2]
    if len(bill.payments) == 2 and newer.is_dated and older.is_dated:
        values: dict[str, Value] = {
            "first": Money(older.cents),
            "on": older.paid_on,
            "last": Money(newer.cents),
        }
        return Outcome(says=(Say(TWO, {**values, "day": newer.paid_on, "left": left}),))
    total = Money(sum(payment.cents for payment in bill.payments))
    all_told = told(ALL, newer, last=Money(newer.cents), amount=total)
    return Outcome(says=(all_told, Say("balance", {"amount": left})))
