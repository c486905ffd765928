"""Questions about plans, answered from the plan itself or from how plans work here."""

from actions._plans import next_due
from actions._running import running
from bot.action import Context, Money, Say, Schedule, Value
from bot.rules.plans import PlanProposal
from nlu.plan_ask import PlanQuestion, asks_schedule, find_plan_question

_HOW_PLANS_WORK = {
    PlanQuestion.MISSING: "plan_if_missed",
    PlanQuestion.INTEREST: "plan_no_interest",
    PlanQuestion.EARLY: "plan_early",
    PlanQuestion.NEEDS_CARD: "plan_card_not_needed",
}


def how_plans_work(context: Context) -> Say | None:
    """None where nothing of the kind is asked."""
    asked = find_plan_question(context.text, context.language)
    return Say(_HOW_PLANS_WORK[asked]) if asked in _HOW_PLANS_WORK else None


def schedule(context: Context) -> Say | None:
    """All that is open of the plan that runs, or that none does; None where it is not asked."""
    plan = context.bill.plan
    if not asks_schedule(context.text):
        return None
    if plan is None:
        return no_plan(context)
    parts = running(plan).open
    total = sum(part.cents for part in parts)
    values: dict[str, Value] = {"total": Money(total)}
    shown = Schedule(PlanProposal(parts, total, plan.frequency))
    return Say("plan_schedule", {**values, "schedule": shown}) if parts else None


def no_plan(context: Context) -> Say:
    return Say("plan_none", {"amount": Money(context.bill.balance_cents)})


def which_card(context: Context) -> Say:
    """What pays by itself, as far as we know it: never more than its last four digits."""
    plan = context.bill.plan
    if plan is None or not plan.autopay:
        return Say("plan_no_card" if plan else "no_card")
    if plan.card is None:
        return Say("plan_card_saved")
    return Say("plan_card_named", {"card": plan.card})


def about_this_plan(context: Context) -> Say | None:
    """What comes next on it, what is left of it, which card pays it."""
    plan, upcoming = context.bill.plan, next_due(context.bill)
    asked = find_plan_question(context.text, context.language)
    if plan is None or upcoming is None:
        return None
    if asked is PlanQuestion.WHICH_CARD:
        return which_card(context)
    if asked is PlanQuestion.NEXT:
        return Say("due_plan", {"amount": Money(upcoming.cents), "day": upcoming.due_on})
    if asked is PlanQuestion.LEFT:
        values: dict[str, Value] = {"amount": Money(plan.left_cents)}
        return Say(
            "balance_plan", {**values, "next": Money(upcoming.cents), "day": upcoming.due_on}
        )
    return None
