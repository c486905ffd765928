"""A running plan changed: the very same cents, on other days or in other sizes (R20, R21, I14)."""

from dataclasses import dataclass, replace
from datetime import date, timedelta
from enum import StrEnum

from bot.rules.due_dates import Frequency, due_dates
from bot.rules.plans import Installment, PlanPolicy, PlanProposal, Refusal, propose

MOST_SKIPS = 1
LEAST_CENTS = 100  # a smaller rest joins the payment before it
_ANY_DAY = 366
Parts = tuple[Installment, ...]


class ChangeKind(StrEnum):
    SKIP = "skip"
    MOVE = "move"
    MOVE_ALL = "move_all"
    RESIZE = "resize"
    END = "end"


class ChangeRefusal(StrEnum):
    SKIPPED_BEFORE = "skipped_before"
    DAY_GONE = "day_gone"
    DAY_TOO_FAR = "day_too_far"
    TOO_SMALL = "too_small"
    TOO_MANY = "too_many"
    NO_CHANGE = "no_change"


@dataclass(frozen=True)
class Running:
    """`open` may still change, in order of days; `taken` were paid or are on their way."""

    open: Parts
    taken: int
    skips: int
    frequency: Frequency


def skip(plan: Running, place: int = 0) -> Parts | ChangeRefusal:
    """One day is left out and one added at the end: the payments from there on move on by one."""
    if plan.skips >= MOST_SKIPS:
        return ChangeRefusal.SKIPPED_BEFORE
    days = [part.due_on for part in plan.open]
    regular = due_dates(days[0], plan.frequency, len(days) + 1)
    added = due_dates(days[-1], plan.frequency, 2)[1]
    is_regular = tuple(days) == regular[:-1]
    later = [*days, regular[-1] if is_regular else added]
    return _on_days(plan.open, (*days[:place], *later[place + 1 :]))


def move(
    plan: Running, place: int, day: date, today: date, policy: PlanPolicy
) -> Parts | ChangeRefusal:
    """One payment to another day between its neighbours; `place` counts the open ones from 0."""
    days = [part.due_on for part in plan.open]
    if day == days[place]:
        return ChangeRefusal.NO_CHANGE
    if day < today or (place > 0 and day <= days[place - 1]):
        return ChangeRefusal.DAY_GONE
    if day > _latest(days[place], today, policy) or day in days[place + 1 :]:
        return ChangeRefusal.DAY_TOO_FAR
    if place + 1 < len(days) and day > days[place + 1]:
        return ChangeRefusal.DAY_TOO_FAR
    return _on_days(plan.open, (*days[:place], day, *days[place + 1 :]))


def move_all(plan: Running, day: date, today: date, policy: PlanPolicy) -> Parts | ChangeRefusal:
    """All that is open, from `day` on, as often as before."""
    days = tuple(part.due_on for part in plan.open)
    if day < today:
        return ChangeRefusal.DAY_GONE
    if day > _latest(days[0], today, policy):
        return ChangeRefusal.DAY_TOO_FAR
    moved = due_dates(day, plan.frequency, len(days))
    return ChangeRefusal.NO_CHANGE if moved == days else _on_days(plan.open, moved)


def resize(
    plan: Running, each_cents: int | None, today: date, policy: PlanPolicy
) -> Parts | ChangeRefusal:
    """More and smaller payments, or fewer and larger ones; None: as small as the policy allows.

    Nobody who asked for less each time gets a payment larger than they named.
    """
    room = replace(
        policy, max_count=policy.max_count - plan.taken, first_within_days=_ANY_DAY
    )  # the count of the whole plan stays within R20
    found = _resized(plan, each_cents, today, room)
    if isinstance(found, ChangeRefusal):
        return found
    return ChangeRefusal.NO_CHANGE if found == plan.open else found


def next_day(plan: Running) -> date | None:
    return plan.open[0].due_on if plan.open else None


def _resized(
    plan: Running, each: int | None, today: date, room: PlanPolicy
) -> Parts | ChangeRefusal:
    total = sum(part.cents for part in plan.open)
    first_on = max(plan.open[0].due_on, today)
    if each is not None and each < room.min_cents:
        return ChangeRefusal.TOO_SMALL
    most = max(part.cents for part in plan.open)
    as_told = propose(
        total, today, room, each_cents=each, frequency=plan.frequency, first_on=first_on
    )
    if isinstance(as_told, PlanProposal) and (
        each is None or each >= most or _largest(as_told) <= each
    ):
        has_room = each is not None or len(as_told.installments) > len(plan.open)
        return as_told.installments if has_room else ChangeRefusal.TOO_MANY
    if each is not None and each >= total:
        return (Installment(first_on, total),)
    even = propose(total, today, room, most_cents=each, frequency=plan.frequency, first_on=first_on)
    return ChangeRefusal.TOO_MANY if isinstance(even, Refusal) else even.installments


def _largest(proposal: PlanProposal) -> int:
    return max(part.cents for part in proposal.installments)


def _latest(was: date, today: date, policy: PlanPolicy) -> date:
    return max(was, today) + timedelta(days=policy.first_within_days)


def _on_days(parts: Parts, days: tuple[date, ...]) -> Parts:
    return tuple(Installment(day, part.cents) for part, day in zip(parts, days, strict=True))


def shortened(parts: Parts, owed_cents: int) -> Parts:
    """What is left of a plan once less is owed than it asks for: the last payments give way."""
    kept: list[Installment] = []
    left = max(owed_cents, 0)
    for part in parts:
        cents = min(part.cents, left)
        left -= cents
        if cents and kept and cents < LEAST_CENTS:
            kept[-1] = Installment(kept[-1].due_on, kept[-1].cents + cents)
        elif cents:
            kept.append(Installment(part.due_on, cents))
    return tuple(kept)
