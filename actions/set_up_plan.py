"""A plan inside the practice's policy: every amount and day said before it is agreed."""

from actions._links import pay_whole
from actions._people import fetch
from actions._plans import (
    Terms,
    asked,
    countered,
    offers_of,
    proposal_of,
    terms_of,
    to_about,
)
from actions._refusals import REFUSED
from actions._words import is_bare_reserved, is_no, is_our_yes, is_thinking, is_yes, wants
from actions.ask_balance import nothing_owed
from bot.action import (
    AgreePlan,
    Context,
    Link,
    Money,
    Outcome,
    ProposePlan,
    Question,
    RequestPayment,
    Say,
    Schedule,
    Value,
)
from bot.rules.money import money
from bot.rules.plans import PlanProposal, Refusal, RefusalReason, propose
from nlu.understanding import Decision

NEEDS_IDENTITY = True
AGREE = "agree_plan"
REFUSED_BEFORE = "refused"
MOST_COUNTER_OFFERS = 2


def respond(context: Context) -> Outcome:
    if context.bill.payable_cents > 0 and context.bill.plan is not None:
        return fetch(context, "plan_exists", "change_plan", "plan")
    return _offered(context, asked(context), offers=0)


def answer(context: Context, question: Question) -> Outcome | None:
    """A counter-offer, a clear yes, or a no. None: the text is about something else."""
    about, text = question.about, context.text
    if is_bare_reserved(text) and not _is_refused(question):
        return Outcome(says=(Say("plan_say_agree"),), kept=True)
    wished = countered(context, context.bill.payable_cents)
    if not wished.are_open and not _is_elsewhere(context):
        return _countered(context, question, wished.over(terms_of(about)))
    if _is_refused(question):
        return _after_refusal(context, question)
    if is_thinking(text):
        return Outcome(says=(Say("plan_take_time"),), kept=True)
    if is_yes(text) or _affirms(context):
        return _agreed(context, question)
    if is_no(text) or context.understanding.main == "deny":
        return _unwanted(context, question)
    return None


def restate(context: Context, question: Question) -> Outcome:
    """The last proposal once more, and open, even where it was refused before."""
    about = {**question.about, REFUSED_BEFORE: False}
    says = (_offer(proposal_of(question.about)),)
    return Outcome(says=says, question=Question(AGREE, "set_up_plan", about))


def _nothing_to_spread(context: Context) -> Say:
    if context.bill.pending_cents > 0:
        return Say("pay_pending", {"amount": Money(context.bill.pending_cents)})
    return Say("pay_disputed") if context.bill.balance_cents > 0 else nothing_owed(context.bill)


def _offered(context: Context, terms: Terms, offers: int) -> Outcome:
    if context.bill.payable_cents <= 0:
        return Outcome(says=(_nothing_to_spread(context),))
    spread = context.bill.payable_cents - terms.now_cents
    found = propose(
        spread,
        context.today,
        context.practice.plan_policy,
        count=terms.count,
        each_cents=terms.each_cents,
        frequency=terms.frequency,
        first_on=terms.first_on,
    )
    if isinstance(found, PlanProposal):
        return _proposed(found, terms, offers)
    return _refused(context, found, terms, offers)


def _proposed(
    proposal: PlanProposal, terms: Terms, offers: int, before: tuple[Say, ...] = ()
) -> Outcome:
    return Outcome(
        says=(*before, _offer(proposal)),
        facts=(ProposePlan(proposal),),
        question=Question(AGREE, "set_up_plan", to_about(proposal, terms, offers)),
    )


def _offer(proposal: PlanProposal) -> Say:
    values: dict[str, Value] = {
        "schedule": Schedule(proposal),
        "total": Money(proposal.total_cents),
    }
    return Say("plan_offer", values)


def _refused(context: Context, refusal: Refusal, terms: Terms, offers: int) -> Outcome:
    if refusal.reason is RefusalReason.NOTHING_OWED:
        return Outcome() if wants(context, "pay_now") else pay_whole(context)
    if refusal.reason is RefusalReason.PAYS_IN_FULL:
        return pay_whole(context)
    if refusal.reason is RefusalReason.BALANCE_TOO_SMALL:
        return _too_small(context, terms)
    if refusal.nearest is None:
        return fetch(context, "plan_person", "no_plan_by_text", "plan")
    policy = context.practice.plan_policy
    values: dict[str, Value] = {"most": policy.max_count, "least": Money(policy.min_cents)}
    near = Say(REFUSED[refusal.reason], values)
    return _proposed(refusal.nearest, terms, offers, before=(near,))


def _too_small(context: Context, terms: Terms) -> Outcome:
    """Beside a link for what is paid now the rest is only spoken of: one text has one link."""
    if terms.now_cents and wants(context, "pay_now"):
        return Outcome(says=(Say("plan_rest_small"),))
    return pay_whole(context, "plan_too_small")


def _countered(context: Context, question: Question, terms: Terms) -> Outcome:
    offers = offers_of(question.about) + 1
    outcome = _offered(context, terms, offers)
    if _is_same(outcome, question) and is_yes(context.text) and not _is_refused(question):
        return _agreed(context, question)
    if offers > MOST_COUNTER_OFFERS:
        return fetch(context, "plan_person", "plan_not_found", "plan")
    return outcome


def _is_same(outcome: Outcome, question: Question) -> bool:
    return ProposePlan(proposal_of(question.about)) in outcome.facts


def _is_elsewhere(context: Context) -> bool:
    """ "I sent 50 last week" names a sum and is no counter-offer."""
    heard = context.understanding
    about_plans = {"set_up_plan", "change_plan", "affirm", "deny", "pay_now", "out_of_scope"}
    about_plans |= {"promise_to_pay", "financial_hardship"}
    return heard.decision is Decision.ACT and heard.main not in about_plans


def _affirms(context: Context) -> bool:
    heard = context.understanding
    is_clear = heard.decision is Decision.ACT and heard.main == "affirm"
    return is_clear and "?" not in context.text and not is_no(context.text)


def _is_refused(question: Question) -> bool:
    return question.about.get(REFUSED_BEFORE) is True


def _after_refusal(context: Context, question: Question) -> Outcome | None:
    """Only a new offer may be agreed to: a yes here says to what we asked, not to the old one."""
    if is_our_yes(context.text):
        return restate(context, question)
    text, main = context.text, context.understanding.main
    says_no_sum = is_yes(text) or is_no(text) or is_thinking(text) or is_bare_reserved(text)
    if says_no_sum or main in ("affirm", "deny"):
        return _unwanted(context, question)
    return None


def _unwanted(context: Context, question: Question) -> Outcome:
    offers = offers_of(question.about) + 1
    if offers > MOST_COUNTER_OFFERS:
        return fetch(context, "plan_person", "plan_not_found", "plan")
    about = {**question.about, "offers": offers, REFUSED_BEFORE: True}
    return Outcome(says=(Say("plan_what_works"),), question=Question(AGREE, "set_up_plan", about))


def _agreed(context: Context, question: Question) -> Outcome:
    """Only what is still owed to the cent is agreed (I14); else it is proposed afresh."""
    proposal, terms = proposal_of(question.about), terms_of(question.about)
    owed = context.bill.payable_cents
    if owed not in (proposal.total_cents, proposal.total_cents + terms.now_cents):
        return _offered(context, terms, offers_of(question.about))
    now_cents = owed - proposal.total_cents
    first = proposal.installments[0]
    values: dict[str, Value] = {"amount": Money(first.cents), "day": first.due_on, "link": Link()}
    key = "plan_agreed"
    if now_cents:
        key, values["now"] = "plan_agreed_now", Money(now_cents)
    return Outcome(
        says=(Say(key, values),),
        facts=(
            AgreePlan(proposal, _consent(context, proposal)),
            RequestPayment(now_cents, saves_card=True),
        ),
    )


def _consent(context: Context, proposal: PlanProposal) -> str:
    """Kept as the record of what was agreed, beside the patient's own words."""
    rows = "; ".join(f"{i.due_on.isoformat()} {money(i.cents)}" for i in proposal.installments)
    return f"{context.text!r}: {rows}; {money(proposal.total_cents)}; {proposal.frequency}"
