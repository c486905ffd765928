"""Money back: what the ledger shows is told; a person decides, and nothing is promised."""

import re
from dataclasses import replace

from actions._people import fetch, fetch_or_add
from actions._refund_asked import asked_of_refund
from actions._words import plain
from bot.action import Context, FetchPerson, Money, Outcome, Question, Say
from nlu.understanding import Decision

NEEDS_IDENTITY = True
WISH = Question("refund_wish", "request_refund")
TOLD = Question("refund_told", "request_refund")
_KEEP = re.compile(
    r"\b(?:keep|leave|next (?:visit|time|bill|appointment)|apply|use it|hold (?:it|on)|"
    r"dej\w+|proxim[oa]|siguiente|guard\w+|aplic\w+|abon\w+)\b"
)
_BACK = re.compile(
    r"\b(?:back|refund\w*|return\w*|card|check|send|cash|bank|give|mail|"
    r"devuelv\w+|devolver|devolucion|reembols\w+|regres\w+|tarjeta|cheque|banco|"
    r"mand\w+|de vuelta)\b"
)
_ASKING = re.compile(r"\W*(?:how|what|where|why|who|do you|como|donde|cuanto|por que)\b")
_TELLING = frozenset({"request_refund", "affirm", "out_of_scope", "pay_now", "payment_methods",
                      "already_paid", "deny", "change_plan"})  # fmt: skip


def respond(context: Context) -> Outcome:
    is_awaited = context.handed_off and context.handoff_reason == "refund"
    if is_awaited and (asked := asked_of_refund(context)):
        return replace(asked, question=TOLD)
    told = _told(context)
    return told if told.question else replace(told, question=TOLD)


def _told(context: Context) -> Outcome:
    bill, note = context.bill, context.text
    sent_back = next(iter(bill.refunds), None)
    if bill.balance_cents < 0:
        return _credit(context, -bill.balance_cents)
    if sent_back is not None:
        return fetch(
            context, "refund_sent", "refund", "payment", note=note,
            amount=Money(sent_back.cents), day=sent_back.paid_on,
        )  # fmt: skip
    has_credit = any(s.balance_cents < 0 for s in bill.statements)
    key = "refund" if has_credit or not bill.payments else "refund_none"
    return fetch_or_add(context, key, "refund", "payment", note=note)


def answer(context: Context, question: Question) -> Outcome | None:
    """Back, or kept for the next visit: noted for the person who decides."""
    if asked := asked_of_refund(context):
        return replace(asked, question=question)
    if question == TOLD:
        return None
    heard, said = context.understanding, plain(context.text)
    keeps, wants_back = bool(_KEEP.search(said)), bool(_BACK.search(said))
    is_elsewhere = heard.decision is Decision.ACT and heard.main not in _TELLING
    if is_elsewhere or _ASKING.match(said):
        return None
    if not keeps and not wants_back:
        return None
    key = "refund_wish_keep" if keeps else "refund_wish_back"
    note = FetchPerson("refund", "payment", note=context.text)
    return Outcome(says=(Say(key),), facts=(note,), question=TOLD)


def _credit(context: Context, cents: int) -> Outcome:
    """The wish is asked once; told in the same breath, it is only noted."""
    said = plain(context.text)
    told = fetch(
        context, "refund_credit", "refund", "payment", note=context.text, amount=Money(cents)
    )
    is_told = _KEEP.search(said) or re.search(r"\b(?:card|tarjeta|check|cheque)\b", said)
    if is_told or context.memory.question == WISH:
        return told
    return told.then(Outcome(says=(Say("refund_how"),), question=WISH))
