""" "How much did i pay in total": what came in from the patient, from the ledger."""

import re

from actions._payments import told
from actions._words import plain
from bot.action import Context, Money, Outcome, Say

_ASKS = re.compile(
    r"\b(?:how much|what(?: all)?|total)\b.{0,25}\b(?:(?:have|did) (?:i|we)|(?:i|we)(?:'?ve)?)"
    r" (?:already |ever |even |actually )?(?:pay|paid|payed)\b(?! (?:for|if|each|per|monthly))|"
    r"\bcuanto (?:es lo que )?(?:ya )?(?:les )?(?:llevo|he|hemos|llevamos) (?:ya )?pagado|"
    r"\bcuanto (?:ya )?(?:les )?(?:pague|pagamos)\b|\b(?:que|cuanto) (?:ya )?pague\b|"
    r"\btotal (?:de lo )?(?:que )?(?:he |ya )?(?:pagado|pague)\b"
)


def asks_paid_total(text: str) -> bool:
    return _ASKS.search(plain(text)) is not None


def paid_total(context: Context) -> Outcome:
    payments = context.bill.payments
    if not payments:
        return Outcome(says=(Say("paid_none"),))
    last = Money(payments[0].cents)
    if len(payments) == 1:
        return Outcome(says=(told("paid_once", payments[0], last=last),))
    total = Money(sum(payment.cents for payment in payments))
    return Outcome(says=(told("paid_total", payments[0], last=last, amount=total),))
