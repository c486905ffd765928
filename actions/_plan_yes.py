"""Our yes to a plan: made so to the cent, and what the same text says besides is not lost."""

from actions._just_agreed import JUST_AGREED
from actions._plan_answers import how_plans_work
from actions._plan_offers import offered
from actions._plan_person import said_so_far
from actions._plans import consent_to, offers_of, owed_of, proposal_of, terms_of
from actions._words import wants
from bot.action import (
    AgreePlan,
    Context,
    Link,
    Money,
    Outcome,
    Question,
    RequestPayment,
    Say,
    Value,
)
from nlu.agreement import find_agreement


def agreed(context: Context, question: Question) -> Outcome:
    """Only what is still owed to the cent is agreed (I14); else it is proposed afresh."""
    proposal, terms = proposal_of(question.about), terms_of(question.about)
    owed = owed_of(context.bill, terms.statement_id)
    if owed not in (proposal.total_cents, proposal.total_cents + terms.now_cents):
        said = said_so_far(context, question.about)
        return offered(context, terms, offers_of(question.about), said)
    now_cents = owed - proposal.total_cents
    first = proposal.installments[0]
    values: dict[str, Value] = {"amount": Money(first.cents), "day": first.due_on, "link": Link()}
    key = "plan_agreed"
    if now_cents:
        key, values["now"] = "plan_agreed_now", Money(now_cents)
    made = Outcome(
        says=(Say(key, values),),
        facts=(
            AgreePlan(proposal, consent_to(context, proposal)),
            RequestPayment(now_cents, saves_card=True),
        ),
        question=JUST_AGREED,
    )
    return made.then(besides_yes(context))


def besides_yes(context: Context) -> Outcome:
    """What plans have an answer to themselves; the rest is left to whoever can answer it."""
    agreement = find_agreement(context.text)
    if agreement is None or not agreement.rest:
        return Outcome()
    told = how_plans_work(context)
    if told is not None:
        return Outcome(says=(told,))
    if agreement.names_card:
        return Outcome(says=(Say("plan_any_card"),))
    if wants(context, "request_receipt") and not context.bill.payments:
        return Outcome(says=(Say("receipt_each"),))
    return Outcome(besides=agreement.rest)
