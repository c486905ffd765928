"""Once more: the open question, or the last answer told afresh."""

from actions import (
    _promises,
    _texting_wishes,
    ask_balance,
    ask_due_date,
    explain_charge,
    help,
    pay_now,
    request_human,
)
from actions._aspects import Aspect, aspect_of
from actions._bill_told import told_statement
from actions._items import item_meant
from actions._open import ask_again
from bot import identity
from bot.action import Context, Outcome, Respond, Say, Wish

_TOLD: tuple[tuple[str, str, Respond], ...] = (
    ("balance", "ask_balance", ask_balance.respond),
    ("due_", "ask_due_date", ask_due_date.respond),
    ("explain_", "explain_charge", explain_charge.respond),
    ("item", "explain_charge", explain_charge.respond),
    ("pay_link", "pay_now", pay_now.again),
    ("person_promised", "request_human", request_human.respond),
    ("call_promised", "request_human", request_human.respond),
    ("added_for_person", "request_human", request_human.respond),
    ("contact_", "request_human", request_human.respond),
    ("wish_", "update_contact", _texting_wishes.told),
    ("promise_", "promise_to_pay", _promises.told),
)
_NEEDS_IDENTITY = ("ask_balance", "ask_due_date", "explain_charge", "pay_now")


def respond(context: Context) -> Outcome:
    statement = told_statement(context)
    asks = aspect_of(context.text) not in (None, Aspect.UNCLEAR, Aspect.CLEAR)
    if statement is not None and (asks or item_meant(statement, context) is not None):
        return explain_charge.respond(context)
    asked = context.memory.question
    if asked is not None and asked.name != "next_step" and (again := ask_again(context)):
        return again
    for start, intent, told in _TOLD:
        if any(key.startswith(start) for key in context.memory.last_keys):
            return _again(context, intent, told)
    return (
        help.respond(context) if not context.memory.introduced else Outcome((Say("repeat_what"),))
    )


def _again(context: Context, intent: str, told: Respond) -> Outcome:
    if intent in _NEEDS_IDENTITY and context.person is None:
        return identity.ask(context, (Wish(intent, context.text),))
    return told(context)
