"""A plan over one person's part of what is owed: never over more than was said."""

import re
from dataclasses import replace

from actions import promise_to_pay
from actions._amounts import one_time
from actions._days import later_days, means_today
from actions._down import says_rest
from actions._plans import Terms, too_small_for_plans
from actions._words import plain, tells_income, wants
from bot.action import Context, Outcome, ProposePlan, Say, Wish
from bot.owners import bills_meant
from bot.rules.holds import HoldKind
from nlu.one_payment import is_once, is_only_once, is_several, refuses_plan
from nlu.understanding import Decision, Relative

_PLAN_WORDS = (
    r"\bplans?\b|\b(?:payments|installments|monthly|weekly|each|every|a (?:week|month)|pagos|"
    r"partes|plazos|cuotas|abonos|mensual\w*|quincenal\w*|cada|al mes|por (?:mes|semana))\b"
)
_A_PLAN = re.compile(_PLAN_WORDS)
_FEW_WORDS = 6
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


def once_on_a_day(context: Context) -> Outcome | None:
    """ "What if i do 50 on the 20th": a part on a day is promised, and no plan."""
    entities = context.understanding.entities
    if not is_once(context.text, entities, context.today, context.language):
        return None
    is_promised = wants(context, "promise_to_pay")
    return Outcome() if is_promised else promise_to_pay.respond(context)


def rather_once(context: Context) -> Outcome | None:
    """ "No plan, just 50 on the 20th", of a plan on offer: it is let go."""
    said, language, entities = context.text, context.language, context.understanding.entities
    is_all = any(amount.relative is Relative.ALL for amount in entities.amounts)
    is_sure = context.understanding.decision is Decision.ACT and wants(context, "pay_now")
    if is_all and is_sure and not later_days(context) and not is_several(said, entities, language):
        return Outcome(wishes=(Wish("pay_now", said),))
    if is_once(said, entities, context.today, language) and is_only_once(said, language):
        return promise_to_pay.respond(context)
    if not refuses_plan(said, language) or is_several(said, entities, language):
        return None
    if later_days(context):
        return promise_to_pay.respond(context)
    if one_time(context) is not None:
        return Outcome(wishes=(Wish("pay_now", said),))
    is_alone = len(said.split()) <= _FEW_WORDS and "?" not in said
    return Outcome(says=(Say("dropped"),)) if is_alone else None


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


def is_of_hardship(context: Context) -> bool:
    is_applying = HoldKind.ASSISTANCE_PENDING in context.bill.holds
    return is_applying or tells_income(context.text) or too_small_for_plans(context)


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
