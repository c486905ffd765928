"""Our link, for what may be paid now: never what is disputed or already on its way."""

from bot.action import Context, Link, Money, Outcome, RequestPayment, Say, Value


def whole(context: Context) -> RequestPayment:
    bill = context.bill
    return RequestPayment(None if bill.payable_cents == bill.balance_cents else bill.payable_cents)


def pay_whole(context: Context, key: str = "pay_link") -> Outcome:
    values: dict[str, Value] = {"amount": Money(context.bill.payable_cents), "link": Link()}
    return Outcome(says=(Say(key, values),), facts=(whole(context),))


def pay_part(context: Context, cents: int, *, saves_card: bool) -> Outcome:
    left = context.bill.payable_cents - cents
    values: dict[str, Value] = {"amount": Money(cents), "left": Money(left), "link": Link()}
    return Outcome(says=(Say("pay_link_part", values),), facts=(RequestPayment(cents, saves_card),))
