"""Insurance: what the ledger shows is told; the rest, and a new card, is for a person."""

import re

from actions._people import fetch, fetch_or_add
from actions._words import plain
from bot.action import Context, Money, OpenHold, Outcome
from bot.rules.holds import HoldKind

_PENDING = re.compile(
    r"\b(?:new|other|another|second(?:ary)?|different|wrong|nuev[oa]|otr[oa]|segund[oa]|"
    r"didn'?t|not|haven'?t|never|no)\b.{0,30}\b(?:insurance|bill|billed|file|filed|submit|"
    r"seguro|aseguradora|cobr\w+)|\b(?:appeal|apel\w+)"
)


def respond(context: Context) -> Outcome:
    is_pending = _PENDING.search(plain(context.text)) is not None
    hold = OpenHold(HoldKind.INSURANCE_PENDING, note=context.text)
    facts = (hold,) if is_pending else ()
    paid = sum(line.insurance_cents for s in context.bill.statements for line in s.lines)
    if not paid:
        return fetch_or_add(context, "insurance", "insurance", "insurance", *facts)
    return fetch(context, "insurance_paid", "insurance", "insurance", *facts, amount=Money(paid))
