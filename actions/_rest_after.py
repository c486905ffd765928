"""What a part leaves, once it is paid by the link that was just sent: how much, and till when."""

import re
from datetime import date

from actions._bills import owed
from actions._links import link_sent, number
from actions._words import plain
from bot.action import Context, Money, Outcome, Say, Value
from bot.bill import Bill
from nlu.understanding import Decision

_THE_REST = re.compile(
    r"\b(?:rest|remain\w*|left|leftover|left over|after (?:that|this|it|the \$?\d+)|other part|"
    r"other half|still owe|owe (?:then|after)|would i owe|demas|resto|restante|qued\w+|falta\w*|"
    r"despues|luego|otra (?:parte|mitad)|sobra\w*)\b"
)
_ASKS = re.compile(
    r"\?|\b(?:what'?s?|whats|how|when|and|so|is|cuanto|cuando|que|cual|hasta|para|y)\b"
)
_OF_IT = frozenset({"ask_balance", "ask_due_date", "out_of_scope", "explain_charge", "help"})


def rest_after(context: Context) -> Outcome | None:
    """None where the link is for all of it, was tried, or the rest is not asked about."""
    cents, link, bill = number(link_sent(context), "cents"), context.bill.link, context.bill
    is_open = link is not None and not (link.is_tried or link.is_expired) and bill.plan is None
    if cents is None or not is_open or cents >= bill.payable_cents or not _asks(context):
        return None
    values: dict[str, Value] = {
        "amount": Money(cents),
        "left": Money(bill.payable_cents - cents),
    }
    day = _due_on(bill)
    if day is not None and day > context.today:
        return Outcome(says=(Say("rest_after_due", {**values, "day": day}),), kept=True)
    return Outcome(says=(Say("rest_after", values),), kept=True)


def _asks(context: Context) -> bool:
    heard, said = context.understanding, plain(context.text)
    is_elsewhere = heard.decision is Decision.ACT and heard.main not in _OF_IT
    has_sum = any(a.cents for a in heard.entities.amounts)
    return not (is_elsewhere or has_sum) and bool(_THE_REST.search(said) and _ASKS.search(said))


def _due_on(bill: Bill) -> date | None:
    """None where the bills have several days, or one of them none."""
    days = {statement.due_on for statement in owed(bill) if statement.open_cents > 0}
    return next(iter(days)) if len(days) == 1 and bill.plan is None else None
