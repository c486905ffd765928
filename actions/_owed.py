"""What is said of a bill that nothing need be paid on."""

from bot.action import Money, Say, Value
from bot.bill import Bill
from bot.rules.holds import HoldKind


def nothing_owed(bill: Bill) -> Say:
    if bill.balance_cents < 0:
        return Say("credit", {"amount": Money(-bill.balance_cents)})
    return Say("nothing_owed")


def credit_from(bill: Bill) -> Say | None:
    """How what is in their favor came about, where it is of one bill."""
    over = [s for s in bill.statements if s.balance_cents < 0 and s.lines]
    if bill.balance_cents >= 0 or len(over) != 1 or over[0].balance_cents != bill.balance_cents:
        return None
    part = sum(e.charge_cents - e.insurance_cents - e.adjustment_cents for e in over[0].lines)
    paid = part - over[0].balance_cents
    values: dict[str, Value] = {"part": Money(part), "paid": Money(paid)}
    return Say("credit_from", {**values, "amount": Money(-bill.balance_cents)})


def all_held(bill: Bill) -> Say | None:
    """Why nothing need be paid just now, though something is owed."""
    total = Money(bill.balance_cents)
    if bill.pending_cents > 0:
        return Say("balance_pending", {"amount": total, "pending": Money(bill.pending_cents)})
    if bill.payable_cents == 0:
        return Say("balance_all_disputed", {"amount": total})
    if HoldKind.INSURANCE_PENDING in bill.holds:
        return Say("balance_insurance", {"amount": total})
    if HoldKind.ASSISTANCE_PENDING in bill.holds:
        return Say("balance_assistance", {"amount": total})
    if HoldKind.PAYMENT_CHECK in bill.holds and len(bill.statements) == 1:
        return Say("balance_checked", {"amount": total})
    return None
