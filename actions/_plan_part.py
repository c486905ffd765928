"""A plan over one person's part of what is owed: never over more than was said."""

from dataclasses import replace

from actions._days import means_today
from actions._words import wants
from bot.action import Context, Outcome, ProposePlan, Say
from bot.owners import bills_meant


def is_unplannable(context: Context) -> bool:
    """Their part is several bills, or none is open; our plans are over one bill or over all."""
    part = bills_meant(context)
    return part is not None and len(part) != 1


def for_part(context: Context, outcome: Outcome) -> Outcome:
    """Told beside the offer, for the rest stays open."""
    is_offer = any(isinstance(fact, ProposePlan) for fact in outcome.facts)
    if not is_offer or not bills_meant(context):
        return outcome
    return replace(outcome, says=(Say("plan_for_part"), *outcome.says))


def pays_part_today(context: Context) -> bool:
    """ "I'd rather pay Max's today", of a plan on offer."""
    return wants(context, "pay_now") and means_today(context) and bool(bills_meant(context))
