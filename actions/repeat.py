"""Once more: the open question, or the last answer told afresh, then simply; then a person."""

from actions import (
    _texting_wishes,
    _two_promises,
    ask_balance,
    ask_due_date,
    explain_charge,
    pay_now,
    request_human,
    who_is_this,
)
from actions._aspects import Aspect, aspect_of
from actions._bill_told import told_statement
from actions._items import item_meant
from actions._open import ask_again
from actions._people import fetch_or_add
from actions._simply import said_simply
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
    ("promise_", "promise_to_pay", _two_promises.days_told),
)
OFFERS_PERSON = 2  # times that it was said again before
_NEEDS_IDENTITY = ("ask_balance", "ask_due_date", "explain_charge", "pay_now")


def respond(context: Context) -> Outcome:
    statement = told_statement(context)
    asks = aspect_of(context.text) not in (None, Aspect.CLEAR)
    if statement is not None and (asks or item_meant(statement, context) is not None):
        return explain_charge.respond(context)
    asked, times = context.memory.question, context.memory.repeats
    if asked is not None and asked.name == identity.QUESTION:
        return ask_again(context) or Outcome()
    if times >= OFFERS_PERSON:
        return _person(context, times)
    if (times or statement is not None) and (simply := said_simply(context)):
        return simply
    if asked is not None and asked.name != "next_step" and (again := ask_again(context)):
        return again
    return _told_again(context)


def _told_again(context: Context) -> Outcome:
    for start, intent, told in _TOLD:
        if any(key.startswith(start) for key in context.memory.last_keys):
            return _again(context, intent, told)
    if not context.memory.introduced:
        return who_is_this.respond(context)
    return Outcome((Say("repeat_what"),))


def _person(context: Context, times: int) -> Outcome:
    """Offered once; asked for again, it is plain that our words do not help."""
    if times == OFFERS_PERSON:
        return Outcome(says=(Say("repeat_person"),), kept=True)
    return fetch_or_add(context, "not_understood_person", "not_understood", "unclear")


def _again(context: Context, intent: str, told: Respond) -> Outcome:
    if intent in _NEEDS_IDENTITY and context.person is None:
        return identity.ask(context, (Wish(intent, context.text),))
    return told(context)
