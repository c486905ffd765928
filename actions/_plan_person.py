"""A plan or a change goes to a person, with what was said so far and the figures beside it."""

from collections.abc import Mapping

from actions._people import fetch
from actions._plans import Terms, owed_of, proposal_of, proposed, terms_of
from bot.action import Context, Fact, Outcome, Value
from bot.plan_facts import AskOfPlan
from bot.rules.plans import PlanProposal, as_wished

MOST_SAID = 4
LONGEST = 200  # letters of a text that is written down
SAID = "said"


def said_so_far(context: Context, about: Mapping[str, object]) -> list[str]:
    earlier = about.get(SAID)
    texts = [str(text) for text in earlier] if isinstance(earlier, list | tuple) else []
    return [*texts, context.text[:LONGEST]][-MOST_SAID:]


def new_plan(context: Context, terms: Terms, said: list[str]) -> AskOfPlan:
    """The disclosure pack: what was asked, the nearest we can do, amounts, days and total."""
    owed = owed_of(context.bill, terms.statement_id)
    found = proposed(context, terms)
    return AskOfPlan(
        kind="new_plan",
        said="\n".join(said),
        owed_cents=owed or None,
        asked=_wished(context, terms, owed - terms.now_cents),
        nearest=found if isinstance(found, PlanProposal) else found.nearest,
    )


def hand_over(
    context: Context,
    terms: Terms,
    said: list[str],
    key: str = "plan_person",
    reason: str = "plan_not_found",
    topic: str = "plan",
    *facts: Fact,
    **values: Value,
) -> Outcome:
    written = new_plan(context, terms, said)
    return fetch(context, key, reason, topic, *facts, written, note="", **values)


def for_open_offer(context: Context) -> Outcome | None:
    """ "PERSON" while a plan is on offer: it comes with the plan. None where none is."""
    question = context.memory.question
    if question is None or question.name != "agree_plan" or context.person is None:
        return None
    terms = terms_of(question.about)
    asked = AskOfPlan(
        kind="new_plan",
        said="\n".join(said_so_far(context, question.about)),
        owed_cents=owed_of(context.bill, terms.statement_id),
        asked=_wished(context, terms, proposal_of(question.about).total_cents),
        nearest=proposal_of(question.about),
    )
    return fetch(context, "plan_person", "plan_not_found", "plan", asked)


def _wished(context: Context, terms: Terms, spread_cents: int) -> PlanProposal | None:
    """None where no schedule was named."""
    if terms.are_open:
        return None
    return as_wished(
        spread_cents,
        context.today,
        count=terms.count,
        each_cents=terms.each_cents,
        frequency=terms.frequency,
        first_on=terms.first_on,
        most_cents=terms.most_cents or terms.least_cents,
    )
