"""A plan put to the patient: inside the policy, or the nearest to it, or what is done instead."""

from actions._links import pay_whole
from actions._owed import nothing_owed
from actions._plan_person import SAID, hand_over
from actions._plans import Terms, owed_of, proposed, to_about
from actions._refusals import refused_say
from actions._words import wants
from bot.action import Context, Money, Outcome, ProposePlan, Question, Say, Schedule, Value
from bot.rules.plans import PlanProposal, Refusal, RefusalReason

AGREE = "agree_plan"


def offered(context: Context, terms: Terms, offers: int, said: list[str]) -> Outcome:
    if owed_of(context.bill, terms.statement_id) <= 0:
        return Outcome(says=(_nothing_to_spread(context),))
    found = proposed(context, terms)
    if isinstance(found, PlanProposal):
        return _shown(context, found, terms, offers, said)
    return _refused(context, found, terms, offers, said)


def _shown(
    context: Context,
    proposal: PlanProposal,
    terms: Terms,
    offers: int,
    said: list[str],
    before: tuple[Say, ...] = (),
) -> Outcome:
    """What is paid now is said in the offer, where no link of the same text says it."""
    now_cents = 0 if _is_linked(context) else terms.now_cents
    about = {**to_about(proposal, terms, offers), SAID: said}
    return Outcome(
        says=(*before, offer_say(proposal, now_cents)),
        facts=(ProposePlan(proposal),),
        question=Question(AGREE, "set_up_plan", about),
    )


def offer_say(proposal: PlanProposal, now_cents: int) -> Say:
    values: dict[str, Value] = {
        "schedule": Schedule(proposal),
        "total": Money(proposal.total_cents + now_cents),
    }
    if now_cents:
        return Say("plan_offer_now", {**values, "now": Money(now_cents)})
    return Say("plan_offer", values)


def _refused(
    context: Context, refusal: Refusal, terms: Terms, offers: int, said: list[str]
) -> Outcome:
    if refusal.reason is RefusalReason.NOTHING_OWED:
        return Outcome() if wants(context, "pay_now") else pay_whole(context)
    if refusal.reason is RefusalReason.PAYS_IN_FULL:
        return pay_whole(context)
    if refusal.reason is RefusalReason.BALANCE_TOO_SMALL:
        return _too_small(context, terms)
    if refusal.nearest is None:
        return hand_over(context, terms, said, reason="no_plan_by_text")
    near = refused_say(context, refusal.reason)
    return _shown(context, refusal.nearest, terms, offers, said, before=(near,))


def _too_small(context: Context, terms: Terms) -> Outcome:
    """Beside a link for what is paid now the rest is only spoken of: one text has one link."""
    if terms.now_cents and _is_linked(context):
        return Outcome(says=(Say("plan_rest_small"),))
    return pay_whole(context, "plan_too_small")


def _is_linked(context: Context) -> bool:
    """Whether the same text gets a link; an answer to the plan on offer gets none."""
    question = context.memory.question
    is_answer = question is not None and question.name == AGREE
    return wants(context, "pay_now") and not is_answer


def _nothing_to_spread(context: Context) -> Say:
    if context.bill.pending_cents > 0:
        return Say("pay_pending", {"amount": Money(context.bill.pending_cents)})
    return Say("pay_disputed") if context.bill.balance_cents > 0 else nothing_owed(context.bill)
