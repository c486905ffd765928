"""What plainly is of the bill though the model is at a loss, or hears something else in it."""

import re

from actions import ask_balance, ask_due_date, explain_charge, insurance_question, pay_now
from actions._aspects import OF_A_BILL, aspect_of
from actions._bills import owed
from actions._choosing import chosen
from actions._need import asks_need
from actions._paid_total import asks_paid_total, paid_total
from actions._visits import names_visit
from actions._words import plain
from bot import identity
from bot.action import Context, Outcome, Respond, Wish
from nlu.paying_words import names_how_to_pay

_GUESSED: dict[str, tuple[re.Pattern[str], Respond]] = {
    "insurance_question": (
        re.compile(r"\b(?:insurance|seguro|aseguranza)\b"),
        insurance_question.respond,
    ),
    "ask_balance": (re.compile(r"\bhow much\b|\bcuanto\b"), ask_balance.respond),
}
_GOT_TEXT = re.compile(
    r"\b(?:got|get|received|recieved|saw|keep getting|me (?:llego|mandaron|salio)|recibi|vi) "
    r"(?:\w+ ){0,3}(?:texts?|messages?|msg|bill|statement|notice|letter|mensajes?|texto|factura|"
    r"cuenta|cobro|recibo|carta)\b"
)
_SHORT = 11


def guessed(context: Context) -> Outcome | None:
    """The likeliest guess, where a plain word for it stands in the text; a text they got."""
    said, likeliest = plain(context.text), next(iter(context.understanding.ranking), None)
    if likeliest is not None and likeliest.name in _GUESSED:
        words, respond = _GUESSED[likeliest.name]
        if words.search(said):
            return _asked(context, likeliest.name, respond)
    if _GOT_TEXT.search(said) and len(said.split()) <= _SHORT:
        return _asked(context, "ask_balance", ask_balance.respond)
    return None


def _asked(context: Context, name: str, respond: Respond) -> Outcome:
    if context.person is None:
        return identity.ask(context, (Wish(name, context.text),))
    return respond(context)


def of_the_bill(context: Context) -> Outcome | None:
    """Which bill to pay, whether to pay now, what a bill is for. None: nothing of that."""
    if to_pay := chosen(context):
        return pay_now.respond(context) if context.person else to_pay
    if names_how_to_pay(context.text):
        return _asked(context, "pay_now", pay_now.respond)
    if asks_need(context.text):
        return _asked(context, "ask_due_date", ask_due_date.respond)
    if context.person is not None and asks_paid_total(context.text):
        return paid_total(context)
    if names_visit(context.text) and context.person is None:
        return identity.ask(context, (Wish("explain_charge", context.text),))
    is_asked = names_visit(context.text) or aspect_of(context.text) in OF_A_BILL
    is_of_money = bool(owed(context.bill)) or context.bill.balance_cents < 0
    if context.person is None or not is_asked or not is_of_money:
        return None
    return explain_charge.respond(context)
