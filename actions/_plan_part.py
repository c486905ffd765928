"""A plan over one person's part of what is owed: never over more than was said."""

import re
from dataclasses import replace

from actions import promise_to_pay
from actions._days import means_today
from actions._down import says_rest
from actions._plans import Terms
from actions._words import plain, wants
from bot.action import Context, Outcome, ProposePlan, Say
from bot.owners import bills_meant
from nlu.understanding import Relative

_PLAN_WORDS = (
    r"\bplans?\b|\b(?:payments|installments|monthly|weekly|each|every|a (?:week|month)|pagos|"
    r"partes|plazos|cuotas|abonos|mensual\w*|quincenal\w*|cada|al mes|por (?:mes|semana))\b"
)
_A_PLAN = re.compile(_PLAN_WORDS)
_OVER_TIME = re.compile(
    rf"{_PLAN_WORDS}|\b(?:installment|split|spread|over time|little by|bit by bit|then|"
    r"poco a poco|luego|despues|down|enganche)\b"
)


def is_mere_part(context: Context, terms: Terms) -> bool:
    """ "Can i pay 50": the link and what is left are answer enough; no plan was asked for."""
    if not wants(context, "pay_now") or terms != Terms(now_cents=terms.now_cents):
        return False
    said = plain(context.text)
    return bool(terms.now_cents) and not (_OVER_TIME.search(said) or says_rest(context))


def rest_on_a_day(context: Context, terms: Terms) -> Outcome | None:
    """ "Half now and half in 2 weeks": one more payment on a day is no plan."""
    is_one = terms == Terms(now_cents=terms.now_cents, first_on=terms.first_on)
    if not terms.now_cents or terms.first_on is None or not is_one:
        return None
    rests, left = context.understanding.entities.amounts[1:], context.bill.payable_cents
    left -= terms.now_cents
    is_rest = [a.relative in (Relative.HALF, Relative.REST) or a.cents == left for a in rests]
    if is_rest != [True] or _A_PLAN.search(plain(context.text)):
        return None
    is_promised = wants(context, "promise_to_pay")
    return Outcome() if is_promised else promise_to_pay.respond(context)


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
