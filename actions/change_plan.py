"""A running plan: what comes next on it is told; a person changes it."""

from actions import set_up_plan
from actions._amounts import one_time
from actions._links import pay_whole
from actions._people import fetch
from actions._plans import next_due
from actions._words import plain, wants
from bot.action import Context, Money, Outcome
from nlu.understanding import Relative

NEEDS_IDENTITY = True
_EARLY = ("early", "pay off", "pay it off", "antes de tiempo", "liquidar")


def respond(context: Context) -> Outcome:
    upcoming = next_due(context.bill)
    if upcoming is None:
        return set_up_plan.respond(context)
    if _pays_off(context):
        return pay_whole(context)
    return fetch(
        context, "plan_change", "change_plan", "plan",
        amount=Money(upcoming.cents), day=upcoming.due_on,
    )  # fmt: skip


def _pays_off(context: Context) -> bool:
    amount = one_time(context)
    is_all = amount is not None and amount.relative in (Relative.ALL, Relative.REST)
    said = plain(context.text)
    return wants(context, "pay_now") or is_all or any(words in said for words in _EARLY)
