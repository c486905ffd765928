"""The open question asked once more, in words of its own."""

from actions import set_up_plan
from bot import identity, parked
from bot.action import Context, Outcome, Say, Wish

_WORDS = {
    "next_step": "choose_next",
    "pay_amount": "pay_how_much",
    "which_bill": "which_bill_again",
    "dispute_which": "which_bill_again",
    "dispute_why": "dispute_why",
    "promise_date": "promise_which_day",
    "promise_payday_right": "promise_payday",
    "opt_out_sure": "opt_out_sure",
    "which_choice": "choose_again",
    "late_answer": "late_answer",
    "remind_when": "remind_when",
    "call_when": "call_when",
    "wish_when": "wish_when",
    "contact_phone": "contact_phone_which",
    "contact_address": "contact_address_which",
    "contact_email": "contact_email_which",
    "contact_other": "contact_other_which",
}


def ask_again(context: Context) -> Outcome | None:
    """None where nothing is open."""
    question = context.memory.question
    if question is None:
        return None
    if question.name == identity.QUESTION:
        return identity.ask(context, ())
    if parked.waits(context, question):
        return identity.ask(context, (Wish("repeat", context.text),))
    if question.name == set_up_plan.AGREE:
        return set_up_plan.restate(context, question)
    return Outcome(says=(Say(_WORDS[question.name]),), kept=True)
