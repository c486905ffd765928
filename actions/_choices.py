"""What may have been meant, each in a patient's own words."""

from bot.action import Phrase

USUAL = ("request_human", "ask_balance", "set_up_plan", "pay_now")
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


def phrase(intent: str) -> Phrase:
    return Phrase(CHOICES[intent])
