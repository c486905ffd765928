"""The open question asked once more, in words of its own."""

from actions import change_plan, set_up_plan
from actions._links import SENT
from actions._plan_changing import AGREE_CHANGE
from actions._plan_offers import AGREE
from bot import identity, parked
from bot.action import Context, Outcome, Say, Wish

_WORDS = {
    "next_step": "choose_next",
    "pay_amount": "pay_how_much",
    "pay_amount_of_bill": "which_bill_again",
    "already_paid_how": "paid_how",
    "charged_twice": "twice_still",
    "refund_wish": "refund_how",
    "which_bill": "which_bill_again",
    "dispute_which": "which_bill_again",
    "dispute_why": "dispute_why",
    "hold_off": "hold_off_sure",
    "promise_date": "promise_which_day",
    "promise_payday_right": "promise_payday",
    "opt_out_sure": "opt_out_sure",
    "which_choice": "choose_again",
    "plan_change_day": "plan_which_day",
    "plan_change_what": "plan_change_what",
    "hardship_choice": "hardship_again",
    "which_insured": "which_bill_again",
    "insurance_card": "insurance_ask_card",
    "insurance_what": "insurance_what",
    "insurance_same": "insurance_same",
    "statement_address": "statement_which_address",
    "late_answer": "late_answer",
    "remind_when": "remind_when",
    "call_when": "call_when",
    "wish_when": "wish_when",
    "contact_phone": "contact_phone_which",
    "contact_address": "contact_address_which",
    "contact_email": "contact_email_which",
    "contact_other": "contact_other_which",
}

_UNASKED = ("call_told", "plan_told", "refund_told", "promise_two_told")
FREE = frozenset({"bill_told", "insurance_told", "call_told", "plan_told", "refund_told"})
"""Open for whatever comes next, and asked in no words of their own."""


def ask_again(context: Context) -> Outcome | None:
    """None where nothing is open that wants an answer: a link may be used any time."""
    question = context.memory.question
    if question is None or question.name in (SENT, *_UNASKED):
        return None
    if question.name in FREE and context.person is not None:
        return None
    if question.name == identity.QUESTION:
        return identity.ask(context, ())
    if parked.waits(context, question):
        return identity.ask(context, (Wish("repeat", context.text),))
    if question.name == AGREE:
        return set_up_plan.restate(context, question)
    if question.name == AGREE_CHANGE:
        return change_plan.restate(context, question)
    return Outcome(says=(Say(_WORDS[question.name]),), kept=True)
