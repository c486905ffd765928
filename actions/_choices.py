"""What may have been meant, each in a patient's own words."""

from collections.abc import Sequence

from bot.action import Phrase

PERSON = "request_human"
USUAL = ("ask_balance", "set_up_plan", "pay_now")
_AFTER: tuple[tuple[tuple[str, ...], tuple[str, ...]], ...] = (
    (("explain_", "item"), ("dispute_charge", "insurance_question", "set_up_plan")),
    (("insurance",), ("insurance_question", "explain_charge", "pay_now")),
    (("pay_link",), ("set_up_plan", "payment_problem", "explain_charge")),
    (("plan_agreed", "plan_told", "plan_changed"), ("change_plan", "pay_now", "explain_charge")),
    (("plan_",), ("set_up_plan", "pay_now", "promise_to_pay")),
    (("paid_", "receipt"), ("already_paid", "request_receipt", "explain_charge")),
    (("promise_",), ("promise_to_pay", "set_up_plan", "pay_now")),
    (("balance", "due_"), ("explain_charge", "pay_now", "set_up_plan")),
)
"""What is asked most after something was told, by how its key begins."""
CHOICES = {
    "ask_balance": "choice_ask_balance",
    "ask_due_date": "choice_ask_due_date",
    "explain_charge": "choice_explain_charge",
    "request_statement": "choice_request_statement",
    "insurance_question": "choice_insurance_question",
    "pay_now": "choice_pay_now",
    "payment_methods": "choice_payment_methods",
    "payment_problem": "choice_payment_problem",
    "set_up_plan": "choice_set_up_plan",
    "change_plan": "choice_change_plan",
    "promise_to_pay": "choice_promise_to_pay",
    "remind_later": "choice_remind_later",
    "already_paid": "choice_already_paid",
    "request_receipt": "choice_request_receipt",
    "request_refund": "choice_request_refund",
    "dispute_charge": "choice_dispute_charge",
    "financial_hardship": "choice_financial_hardship",
    "wrong_person": "choice_wrong_person",
    "request_human": "choice_request_human",
    "request_call": "choice_request_call",
    "update_contact": "choice_update_contact",
    "who_is_this": "choice_who_is_this",
    "medical_question": "choice_medical_question",
    "opt_out": "choice_opt_out",
}


def likely(last_keys: Sequence[str]) -> tuple[str, ...]:
    """What is asked most in this place of a thread, likeliest first; a person is always beside."""
    for starts, intents in _AFTER:
        if any(key.startswith(starts) for key in last_keys):
            return intents
    return USUAL


def phrase(intent: str) -> Phrase:
    return Phrase(CHOICES[intent])
