"""One of several bills is chosen to be paid, and the others are left: "just the older bill"."""

import re

from actions._bill_told import that_one
from actions._bills import payable, to_pay
from actions._told_bills import leaves_out, names_month
from actions._words import plain
from bot import identity
from bot.action import Context, Outcome, Wish
from nlu.understanding import Decision

_ALONE = re.compile(
    r"\b(?:just|only|first|solo|solamente|nomas|nada mas|unicamente|primero|alone|por ahora|"
    r"for now)\b"
)
_PAYS = re.compile(
    r"\b(?:pay\w*|oay|pya|take care of|clear|knock out|do|pagar\w*|pago|pague|liquidar|saldar|"
    r"abonar)\b"
)
_PAYS_PLAINLY = re.compile(
    r"\b(?:pay\w*|oay|pya|take care of|clear|knock out|pagar\w*|pago|pague|liquidar|saldar|"
    r"abonar)\b"
)
_BOTH = re.compile(r"\b(?:both|all of (?:them|it)|ambas|las dos|los dos|todas)\b")
_A_BILL = re.compile(r"\b(?:bill|statement|visit|charge|one|factura|cuenta|cargo|visita|la de)\b")
_ASKS = re.compile(
    r"\?|\b(?:what|why|how|when|which|copy|send|mail|email|print|pdf|explain|wrong|owe|que es|"
    r"por que|cuanto|cual|copia|(?:mand|envi)\w+(?! (?:pa|para|el link|el enlace)\b)|"
    r"explic\w+|debo)\b|"
    r"\b(?:not|no) (?:the|el) (?:total|whole|full)\b"
)
_CHOOSING = frozenset(
    {"pay_now", "affirm", "deny", "out_of_scope", "cancel", "explain_charge", "ask_balance",
     "request_statement", "insurance_question", "medical_question", "payment_methods"}
)  # fmt: skip


def chosen(context: Context) -> Outcome | None:
    """A wish to pay it. None where none is chosen, or something else is said besides."""
    said = plain(context.text)
    heard = context.understanding
    is_elsewhere = heard.decision is Decision.ACT and heard.main not in _CHOOSING
    if is_elsewhere or _ASKS.search(said.rstrip(" ?")):
        return None
    if _pays_all(context, said):
        return Outcome(wishes=(Wish("pay_now", context.text),))
    if "?" in said:
        return None
    if context.person is not None and _PAYS_PLAINLY.search(said) and that_one(context):
        return Outcome(wishes=(Wish("pay_now", context.text),))
    if context.person is None:
        is_bill = _A_BILL.search(said) or names_month(said)
        is_plain = _PAYS.search(said) and _ALONE.search(said) and is_bill
        wish = (Wish("pay_now", context.text),)
        return identity.ask(context, wish) if is_plain and context.people else None
    is_choice = _PAYS.search(said) or _ALONE.search(said) or leaves_out(context.text)
    if len(payable(context.bill)) < 2 or not is_choice or to_pay(context) is None:
        return None
    return Outcome(wishes=(Wish("pay_now", context.text),))


def _pays_all(context: Context, said: str) -> bool:
    """ "Can i pay both", of several that were told."""
    has_several = context.person is not None and len(payable(context.bill)) > 1
    return has_several and bool(_PAYS_PLAINLY.search(said) and _BOTH.search(said))
