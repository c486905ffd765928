"""A sum that the patient would have confirmed: "so its 110 left, right"; by the ledger alone."""

import re
from dataclasses import replace

from bot.action import Context, Money, Outcome, Registry, Say
from bot.bill import StatementView
from bot.parked import LINK_SENT
from nlu.confirming import Confirming, find_confirming
from nlu.understanding import Decision, Intent

_WAS = re.compile(
    r"\b(?:was|were|total|charged?|cost|price|era|eran|fue|fueron|costo|precio)\b", re.IGNORECASE
)
BILL_TOLD = "bill_told"
WHOLE = 100  # cents: nobody says those of "$310.40"
_MAY_BE = frozenset(
    {"ask_balance", "dispute_charge", "pay_now", "explain_charge", "affirm", "deny", "thank",
     "out_of_scope", "insurance_question", "request_refund", "repeat"}
)  # fmt: skip
_OF_A_SUM = frozenset(
    {"agree_plan", "agree_change", "pay_amount", "pay_amount_of_bill", "plan_change_what",
     "plan_change_day", "already_paid_how", "identity"}
)  # fmt: skip


def confirmed(registry: Registry, context: Context) -> Outcome | None:
    """Yes where it is so, else the sum as it is; nothing is held, and no link is sent for it."""
    heard, said = context.understanding, find_confirming(context.text)
    if said is None or context.person is None:
        return None
    if heard.decision is Decision.ACT and heard.main not in _MAY_BE:
        return None
    is_of_charge = not said.is_left and _WAS.search(context.text) is not None
    sums = _left(context) | (_charged(context.bill.statements) if is_of_charge else set())
    exact = next((cents for cents in sums if _is_said(said, cents)), None)
    question = context.memory.question
    if exact is not None:
        is_told = question is not None and question.name == BILL_TOLD and exact in _left(context)
        key = "sum_right" if is_told else "sum_confirmed"
        return Outcome(says=(Say(key, {"amount": Money(exact)}),), kept=True)
    if not said.asks or (question is not None and question.name in _OF_A_SUM):
        return None
    asked = replace(heard, intents=(Intent("ask_balance", 1.0),), decision=Decision.ACT)
    return registry["ask_balance"].respond(replace(context, understanding=asked))


def _is_said(said: Confirming, cents: int) -> bool:
    return cents > 0 and said.cents in (cents, cents // WHOLE * WHOLE)


def _left(context: Context) -> set[int]:
    """Of all and of each bill, and what the link that was just sent leaves."""
    bill, question = context.bill, context.memory.question
    sums = {bill.balance_cents, bill.payable_cents, *(s.balance_cents for s in bill.statements)}
    linked = question.about.get("cents") if question and question.name == LINK_SENT else None
    return sums | {bill.payable_cents - linked} if isinstance(linked, int) else sums


def _charged(statements: tuple[StatementView, ...]) -> set[int]:
    """Before anything came off."""
    owed = [s for s in statements if s.balance_cents > 0]
    each = {sum(line.charge_cents for line in s.lines) for s in owed}
    return each | {sum(line.charge_cents for s in owed for line in s.lines)}
