"""What is asked of a running plan, taken up: a change, a payment, the card, or a question."""

from collections.abc import Callable

from actions._amounts import by_period, one_time
from actions._days_denied import day_denied
from actions._links import pay_whole
from actions._people import fetch
from actions._plan_answers import about_this_plan, how_plans_work
from actions._plan_changing import (
    ACTION,
    MOST_COUNTER_OFFERS,
    WHICH_DAY,
    kind_of,
    refused,
    show,
    unchanged,
)
from actions._plan_payments import another_card, pay_extra, pay_next, stop_card
from actions._plan_person import LONGEST, said_so_far
from actions._plans import FREQUENCIES
from actions._running import day_meant, open_views, running
from actions._words import is_no, wants
from bot.action import Context, Money, Outcome, Question, Say, Value
from bot.bill import PlanView
from bot.rules.plan_changes import ChangeKind
from nlu.countering import corrects_to_sum
from nlu.keeping import keeps_it
from nlu.next_payment import cannot_pay_that, pays_next
from nlu.plan_ask import PlanAsk, PlanQuestion, days_on, find_plan_ask, find_plan_question
from nlu.plan_ear import names_the_day
from nlu.plan_wish import find_plan_wish, starts_otherwise
from nlu.understanding import Decision, Relative

WHAT = "plan_change_what"
_OF_DAYS = (ChangeKind.MOVE, ChangeKind.MOVE_ALL)
HOW_MUCH = Question("pay_amount", "pay_now")
ABOUT_PLANS = frozenset(
    {"change_plan", "set_up_plan", "affirm", "deny", "pay_now", "out_of_scope", "promise_to_pay"}
)


def beside_plan(context: Context) -> Outcome:
    """Whatever a text wants of the plan that runs."""
    plan = context.bill.plan
    assert plan is not None
    told = told_of_plans(context)
    if told is not None:
        return Outcome(says=(told,), kept=True)
    found = taken_up(context, plan, ask_of(context))
    if found is not None:
        return found
    if wants(context, "set_up_plan") and len(context.text.split()) > 1:  # not our word "plan"
        return fetch(context, "plan_exists", "change_plan", "plan")
    return Outcome(says=(Say("plan_change_what"),), question=Question(WHAT, ACTION))


def what_to_change(context: Context, question: Question) -> Outcome | None:
    """The second time that we do not see what is wished, a person does it."""
    plan = context.bill.plan
    assert plan is not None
    if other := day_denied(context):
        return other
    is_kept = keeps_it(context.text) and not has_terms(context)
    if is_kept or is_no(context.text) or context.understanding.main == "deny":
        return unchanged(plan)
    told = told_of_plans(context)
    if told is not None:
        return Outcome(says=(told,), kept=True)
    found = taken_up(context, plan, ask_of(context))
    if found is not None or _is_elsewhere(context):
        return found
    return refused(context, plan, None, said_so_far(context, question.about))


def day_told(context: Context, plan: PlanView, question: Question) -> Outcome | None:
    """The day that was asked for, of the change that waits for it."""
    parts = running(plan).open
    if question.name != WHICH_DAY or not parts or pays_next(context.text):
        return None
    if day_meant(context, parts, 0) is None:
        return None
    kind = ChangeKind(str(question.about["kind"]))
    return show(context, plan, kind, question.about, 0)


def changed_again(context: Context, plan: PlanView, question: Question) -> Outcome | None:
    """Another day or size for the change on offer, or another change; at most twice."""
    if _is_elsewhere(context):
        return None
    ask, shown = ask_of(context), ChangeKind(str(question.about["kind"]))
    kind = kind_of(ask) or (shown if ask is None and has_terms(context) else None)
    if kind is None:
        return taken_up(context, plan, ask) if ask else None
    if kind is ChangeKind.END and shown is ChangeKind.END:
        return None
    offers = question.about.get("offers")
    more = (offers if isinstance(offers, int) else 0) + 1
    if more > MOST_COUNTER_OFFERS:
        return refused(context, plan, None, said_so_far(context, question.about))
    return show(context, plan, kind, question.about, more)


def told_of_plans(context: Context) -> Say | None:
    """A question about plans, where nothing is to be done besides."""
    asked = find_plan_question(context.text, context.language)
    if asked is PlanQuestion.MISSING:
        return how_plans_work(context)
    if ask_of(context) is not None or has_terms(context):
        return None
    return about_this_plan(context) or how_plans_work(context)


def ask_of(context: Context) -> PlanAsk | None:
    if pays_next(context.text):
        return PlanAsk.PAY_NEXT
    if cannot_pay_that(context.text):
        return PlanAsk.MOVE
    amount = one_time(context)
    is_all = amount is not None and amount.relative in (Relative.ALL, Relative.REST)
    ask = find_plan_ask(context.text, context.language)
    return PlanAsk.PAY_OFF if is_all and ask is None else ask


def has_terms(context: Context) -> bool:
    entities = context.understanding.entities
    has_any = bool(entities.amounts or entities.dates or entities.first_on)
    return has_any or _count(context) is not None or _to_sum(context) is not None


def taken_up(context: Context, plan: PlanView, ask: PlanAsk | None) -> Outcome | None:
    """None where it is not clear what is wished."""
    kind = kind_of(ask) or (ChangeKind.RESIZE if ask is None and _count(context) else None)
    if kind is ChangeKind.MOVE and names_the_day(context.text, context.language):
        kind = ChangeKind.MOVE_ALL  # no one of them is named
    if ask is None or (kind in _OF_DAYS and not _has_day(context)):
        kind = _kind_by_terms(context) or kind
    if _is_other_rhythm(context, plan) and kind in (*_OF_DAYS, None):
        return refused(context, plan, None, [context.text[:LONGEST]])
    if kind is not None:
        return show(context, plan, kind, {}, 0)
    paid = _PAID.get(ask) if ask else None
    return paid(context, plan) if paid else None


def _has_day(context: Context) -> bool:
    entities = context.understanding.entities
    return any(day.on for day in entities.dates) or entities.first_on is not None


def _is_other_rhythm(context: Context, plan: PlanView) -> bool:
    """ "Every two weeks instead": a person makes that new agreement."""
    every = context.understanding.entities.frequency
    is_other = every is not None and FREQUENCIES[every] is not plan.frequency
    return is_other and days_on(context.text, context.language) is None and not _has_day(context)


def _count(context: Context) -> int | None:
    return context.understanding.entities.count


def _to_sum(context: Context) -> int | None:
    """ "Cambiar a 40", "actually 250": cents."""
    entities = context.understanding.entities
    if (anew := corrects_to_sum(context.text)) is not None:
        return anew
    return find_plan_wish(context.text, entities, context.today, context.language).rather_cents


def _kind_by_terms(context: Context) -> ChangeKind | None:
    entities = context.understanding.entities
    is_sized = by_period(context) is not None or _to_sum(context) is not None
    if is_sized or any(amount.cents for amount in entities.amounts):
        return ChangeKind.RESIZE
    if entities.first_on is not None:
        return ChangeKind.MOVE_ALL
    return ChangeKind.MOVE if any(day.on for day in entities.dates) else None


def _extra(context: Context, plan: PlanView) -> Outcome:
    amount = one_time(context)
    if amount is None or amount.cents is None:
        return Outcome(says=(Say("pay_how_much"),), question=HOW_MUCH)
    return pay_extra(context, plan, amount.cents)


def _pay_off(context: Context, plan: PlanView) -> Outcome:
    return pay_whole(context)


def _pay_next(context: Context, plan: PlanView) -> Outcome:
    return pay_next(context, plan) if open_views(plan) else Outcome(says=(_being_paid(plan),))


def _another_card(context: Context, plan: PlanView) -> Outcome:
    return another_card()


def _missed(context: Context, plan: PlanView) -> Outcome:
    """A fresh link, or another day for it."""
    parts = open_views(plan)
    if not parts:
        return Outcome(says=(_being_paid(plan),))
    if day_meant(context, running(plan).open, 0) is not None:
        return show(context, plan, ChangeKind.MOVE, {}, 0)
    if not parts[0].asked:
        values: dict[str, Value] = {"amount": Money(parts[0].cents), "day": parts[0].due_on}
        return Outcome(says=(Say("plan_none_missed", values),))
    question = Question(WHICH_DAY, ACTION, {"kind": ChangeKind.MOVE.value})
    paid = pay_next(context, plan, "plan_missed")
    return paid.then(Outcome(question=question))


def _being_paid(plan: PlanView) -> Say:
    part = next(part for part in plan.installments if part.under_way)
    return Say("plan_under_way", {"amount": Money(part.cents), "day": part.due_on})


_PAID: dict[PlanAsk, Callable[[Context, PlanView], Outcome]] = {
    PlanAsk.EXTRA: _extra,
    PlanAsk.PAY_OFF: _pay_off,
    PlanAsk.PAY_NEXT: _pay_next,
    PlanAsk.CHANGE_CARD: _another_card,
    PlanAsk.STOP_CARD: stop_card,
    PlanAsk.MISSED: _missed,
}


def _is_elsewhere(context: Context) -> bool:
    heard = context.understanding
    is_plain = heard.main == "cancel" and starts_otherwise(context.text, context.language)
    return heard.decision is Decision.ACT and heard.main not in ABOUT_PLANS and not is_plain
