"""Paying on a running plan outside its days, and the card that pays it."""

import re

from actions._links import pay_whole
from actions._plans import next_due
from actions._running import open_views, running
from actions._sums import names_sum
from actions._words import plain
from bot.action import Context, Link, Money, Outcome, Phrase, RequestPayment, Say, Schedule, Value
from bot.bill import PlanView
from bot.plan_facts import PayNext, StopCard
from bot.rules.plan_changes import shortened
from bot.rules.plans import PlanProposal
from nlu.next_payment import adds_to_it, pays_next

_IT = re.compile(
    r"\b(?:it|that|this|lo|la|ese|eso|esa)\b(?! (?:all|off|todo|whole|rest|demas|que))"
    r"(?!.*\b(?:off|all|full|whole|todo|completo)\b)|\b(?:pagarl[oa]|darl[oa]|adelantarl[oa])\b"
)


def pay_extra(context: Context, plan: PlanView, cents: int) -> Outcome:
    """What the plan is after it, shown beside the link; paying it is the yes."""
    if cents >= plan.left_cents:
        return pay_whole(context)
    parts = running(plan).open
    left = shortened(parts, sum(part.cents for part in parts) - cents)
    if not left:
        return pay_whole(context)
    values: dict[str, Value] = {
        "amount": Money(cents),
        "link": Link(),
        "schedule": Schedule(PlanProposal(left, sum(p.cents for p in left), plan.frequency)),
    }
    return Outcome(says=(Say("plan_extra", values),), facts=(RequestPayment(cents),))


def pay_next(context: Context, plan: PlanView, key: str = "plan_pay_next") -> Outcome:
    part = open_views(plan)[0]
    values: dict[str, Value] = {"amount": Money(part.cents), "day": part.due_on, "link": Link()}
    return Outcome(says=(Say(key, values),), facts=(PayNext(plan.id, 0),))


def next_instead(context: Context, cents: int | None) -> Outcome | None:
    """ "Can i pay that one today", "los 40": the sum of the next one is no extra."""
    plan = context.bill.plan
    if plan is None or not open_views(plan) or adds_to_it(context.text):
        return None
    is_its_sum = names_sum(context, open_views(plan)[0].cents)
    is_told = cents is None and _is_just_told(context)
    is_named = pays_next(context.text) and (cents is None or is_its_sum)
    return pay_next(context, plan) if is_its_sum or is_told or is_named else None


def _is_just_told(context: Context) -> bool:
    """ "Lo puedo dar hoy", after its day was told."""
    is_told = any(key.startswith("due_plan") for key in context.memory.last_keys)
    return is_told and _IT.search(plain(context.text)) is not None


def another_card() -> Outcome:
    return Outcome(
        says=(Say("plan_card_link", {"link": Link()}),),
        facts=(RequestPayment(0, saves_card=True),),
    )


def stop_card(context: Context, plan: PlanView) -> Outcome:
    """Done at once: leave to use a card may be taken back at any time (Reg E)."""
    upcoming = next_due(context.bill)
    if not plan.autopay or upcoming is None:
        return Outcome(says=(Say("plan_no_card"),))
    values: dict[str, Value] = {
        "amount": Money(upcoming.cents),
        "day": upcoming.due_on,
        "card": plan.card or Phrase("phrase_card"),
    }
    if upcoming.under_way:
        return Outcome(says=(Say("plan_card_stopped_late", values),), facts=(StopCard(plan.id),))
    return Outcome(says=(Say("plan_card_stopped", values),), facts=(StopCard(plan.id),))
