"""A running plan changed: what it would become is shown first, and only our yes makes it so."""

from collections.abc import Callable, Mapping
from datetime import date

from actions._people import fetch
from actions._plan_person import SAID, said_so_far
from actions._running import (
    day_meant,
    paused_until,
    place_meant,
    places_of_months,
    running,
    under_way,
)
from bot.action import Context, Money, Outcome, Question, Say, Schedule, Value
from bot.bill import PlanView
from bot.plan_facts import AskOfPlan
from bot.rules import plan_changes
from bot.rules.plan_changes import ChangeKind, ChangeRefusal, Parts
from bot.rules.plans import Installment, PlanProposal
from nlu.amounts import parse_amount
from nlu.plan_ask import PlanAsk, months_named
from nlu.plan_wish import find_plan_wish

ACTION = "change_plan"
AGREE_CHANGE = "agree_change"
WHICH_DAY = "plan_change_day"
MOST_COUNTER_OFFERS = 2
Shown = Parts | ChangeRefusal | None

_KINDS = {
    PlanAsk.SKIP: ChangeKind.SKIP,
    PlanAsk.MOVE: ChangeKind.MOVE,
    PlanAsk.MOVE_ALL: ChangeKind.MOVE_ALL,
    PlanAsk.RESIZE: ChangeKind.RESIZE,
    PlanAsk.END: ChangeKind.END,
}


def kind_of(ask: PlanAsk | None) -> ChangeKind | None:
    return _KINDS.get(ask) if ask else None


def show(
    context: Context, plan: PlanView, kind: ChangeKind, about: Mapping[str, object], offers: int
) -> Outcome:
    """The change with its days and amounts, or the day asked for, or a person."""
    parts = running(plan).open
    if not parts:
        return Outcome(says=_under_way(plan))
    after = _AFTER[kind](context, plan)
    if kind is ChangeKind.SKIP and (later := paused_until(context, parts, plan.frequency)):
        policy = context.practice.plan_policy
        kind = ChangeKind.MOVE_ALL
        after = plan_changes.move_all(running(plan), later, context.today, policy)
    if kind is ChangeKind.MOVE and _is_onto_the_next(context, parts):
        kind, after = ChangeKind.SKIP, plan_changes.skip(running(plan))
    said = said_so_far(context, about)
    if after is None or after is ChangeRefusal.DAY_GONE:
        return _ask_day(kind, said)
    if after is ChangeRefusal.NO_CHANGE:
        return Outcome(says=(_next(parts),))
    if isinstance(after, ChangeRefusal):
        return refused(context, plan, after, said)
    if offers > MOST_COUNTER_OFFERS:
        return refused(context, plan, None, said)
    return _shown(plan, kind, parts, after, said, offers)


def _is_onto_the_next(context: Context, parts: Parts) -> bool:
    """To the day of the payment after it: that leaves this one out."""
    days = {mention.on for mention in context.understanding.entities.dates}
    return len(parts) > 1 and parts[1].due_on in days


def refused(
    context: Context, plan: PlanView, why: ChangeRefusal | None, said: list[str]
) -> Outcome:
    """Outside what we may change by text: a person decides, with the request written down."""
    key = "plan_skip_person" if why is ChangeRefusal.SKIPPED_BEFORE else "plan_change_person"
    now = PlanProposal(running(plan).open, _total(running(plan).open), plan.frequency)
    asked = AskOfPlan("change_plan", "\n".join(said), plan.left_cents, None, now)
    return fetch(context, key, "change_plan", "plan", asked)


def put_back(context: Context, plan: PlanView, before: Parts) -> Outcome:
    """The change just made undone, as far as nothing of it has been taken since."""
    parts = running(plan).open
    if not parts or _total(parts) != _total(before):
        return Outcome(says=_under_way(plan) or (_next(parts),))
    said = said_so_far(context, {})
    return _shown(plan, ChangeKind.MOVE_ALL, parts, before, said, 0)


def before_of(question: Question) -> Parts:
    return _parts(question.about.get("before"))


def after_of(question: Question) -> Parts:
    return _parts(question.about.get("after"))


def change_say(kind: ChangeKind, before: Parts, after: Parts, plan: PlanView) -> Say:
    total = Money(_total(before))
    if kind is ChangeKind.END:
        return Say("plan_end_offer", {"amount": total})
    values: dict[str, Value] = {"total": total}
    return Say(
        "plan_change_offer",
        {**values, "schedule": Schedule(PlanProposal(after, _total(after), plan.frequency))},
    )


def unchanged(plan: PlanView) -> Outcome:
    """The change let go; what comes next is said."""
    parts = running(plan).open
    if not parts:
        return Outcome(says=_under_way(plan))
    values: dict[str, Value] = {"amount": Money(parts[0].cents), "day": parts[0].due_on}
    return Outcome(says=(Say("plan_unchanged", values),))


def say_agree(question: Question) -> Outcome:
    """What our word would do; the change stays on offer."""
    is_end = question.about.get("kind") == ChangeKind.END.value
    return Outcome(
        says=(Say("plan_say_agree_end" if is_end else "plan_say_agree_change"),), kept=True
    )


def _shown(
    plan: PlanView, kind: ChangeKind, parts: Parts, after: Parts, said: list[str], offers: int
) -> Outcome:
    about = {
        "plan": plan.id,
        "kind": kind.value,
        "before": rows(parts),
        "after": rows(after),
        "offers": offers,
        SAID: said,
    }
    says = (*_under_way(plan), change_say(kind, parts, after, plan))
    return Outcome(says=says, question=Question(AGREE_CHANGE, ACTION, about))


def _ask_day(kind: ChangeKind, said: list[str]) -> Outcome:
    question = Question(WHICH_DAY, ACTION, {"kind": kind.value, SAID: said})
    return Outcome(says=(Say("plan_which_day"),), question=question)


def _under_way(plan: PlanView) -> tuple[Say, ...]:
    """What is being paid at this moment stays as it is, and is said to."""
    part = under_way(plan)
    if part is None:
        return ()
    return (Say("plan_under_way", {"amount": Money(part.cents), "day": part.due_on}),)


def _next(parts: Parts) -> Say:
    return Say("due_plan", {"amount": Money(parts[0].cents), "day": parts[0].due_on})


def _skipped(context: Context, plan: PlanView) -> Shown:
    """The next one, or that of the month named; of several months a person decides."""
    now = running(plan)
    places = places_of_months(context, now.open)
    if places is None:
        return plan_changes.skip(now)
    if len(places) > 1 or len(months_named(context.text, context.language)) > 1:
        return ChangeRefusal.TOO_MANY
    return plan_changes.skip(now, places[0]) if places else ChangeRefusal.NO_CHANGE


def _moved(context: Context, plan: PlanView) -> Shown:
    now = running(plan)
    place = place_meant(context, now.open)
    day = day_meant(context, now.open, place)
    policy = context.practice.plan_policy
    return None if day is None else plan_changes.move(now, place, day, context.today, policy)


def _all_moved(context: Context, plan: PlanView) -> Shown:
    now = running(plan)
    day = day_meant(context, now.open, 0)
    policy = context.practice.plan_policy
    return None if day is None else plan_changes.move_all(now, day, context.today, policy)


def _resized(context: Context, plan: PlanView) -> Shown:
    policy = context.practice.plan_policy
    now, count = running(plan), context.understanding.entities.count
    size = _size(context)
    if size is None and count:
        size = -(-_total(now.open) // count)
    return plan_changes.resize(now, size, context.today, policy)


def _size(context: Context) -> int | None:
    """Cents of each payment; None: as small as can be."""
    wish = find_plan_wish(
        context.text, context.understanding.entities, context.today, context.language
    )
    sums = [a.cents for a in context.understanding.entities.amounts if a.cents]
    alone = parse_amount(context.text)
    named = sums[-1] if sums else alone.cents if alone else None  # "from 90 to 50" ends with it
    return wish.rather_cents or wish.most_cents or named


def _ended(context: Context, plan: PlanView) -> Shown:
    return ()


_AFTER: dict[ChangeKind, Callable[[Context, PlanView], Shown]] = {
    ChangeKind.SKIP: _skipped,
    ChangeKind.MOVE: _moved,
    ChangeKind.MOVE_ALL: _all_moved,
    ChangeKind.RESIZE: _resized,
    ChangeKind.END: _ended,
}


def _total(parts: Parts) -> int:
    return sum(part.cents for part in parts)


def rows(parts: Parts) -> list[list[object]]:
    return [[part.due_on.isoformat(), part.cents] for part in parts]


def _parts(rows: object) -> Parts:
    assert isinstance(rows, list | tuple)
    return tuple(Installment(date.fromisoformat(str(on)), int(cents)) for on, cents in rows)
