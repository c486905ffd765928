"""What plainly is of the bill though the model is at a loss, or hears something else in it."""

from actions import ask_due_date, explain_charge, pay_now
from actions._aspects import OF_A_BILL, aspect_of
from actions._bills import owed
from actions._choosing import chosen
from actions._need import asks_need
from actions._paid_total import asks_paid_total, paid_total
from actions._visits import names_visit
from bot import identity
from bot.action import Context, Outcome, Wish


def of_the_bill(context: Context) -> Outcome | None:
    """Which bill to pay, whether to pay now, what a bill is for. None: nothing of that."""
    if to_pay := chosen(context):
        return pay_now.respond(context) if context.person else to_pay
    if asks_need(context.text):
        if context.person is None:
            return identity.ask(context, (Wish("ask_due_date", context.text),))
        return ask_due_date.respond(context)
    if context.person is not None and asks_paid_total(context.text):
        return paid_total(context)
    if names_visit(context.text) and context.person is None:
        return identity.ask(context, (Wish("explain_charge", context.text),))
    is_asked = names_visit(context.text) or aspect_of(context.text) in OF_A_BILL
    if context.person is None or not is_asked or not owed(context.bill):
        return None
    return explain_charge.respond(context)
