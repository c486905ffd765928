"""The link or the card did not work: a fresh link, then a person."""

import re

from actions._after_paying import asks_after_paying
from actions._links import pay_whole
from actions._people import fetch, fetch_or_add
from actions._words import plain, wants
from actions.ask_balance import after_paying
from bot.action import Context, OpenHold, Outcome
from bot.rules.holds import HoldKind

NEEDS_IDENTITY = True
_TWICE = re.compile(r"\b(?:twice|double|two times|2 times|dos veces|doble)\b")


def respond(context: Context) -> Outcome:
    if asks_after_paying(context.text):
        return Outcome() if wants(context, "ask_balance") else after_paying(context)
    if _TWICE.search(plain(context.text)):
        hold = OpenHold(HoldKind.PAYMENT_CHECK, note=context.text)
        return fetch(context, "paid_twice", "charged_twice", "payment", hold)
    has_tried = "fresh_link" in context.memory.last_keys
    if context.bill.payable_cents <= 0 or has_tried:
        return fetch_or_add(context, "payment_problem_person", "payment_problem", "payment")
    return pay_whole(context, "fresh_link")
