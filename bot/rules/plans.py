"""Payments over time: exact cents, inside what the practice offers (R20, R21, I14)."""

from dataclasses import dataclass, replace
from datetime import date, timedelta
from enum import StrEnum

from bot.rules.due_dates import Frequency, due_dates
from bot.rules.money import split_evenly


@dataclass(frozen=True)
class PlanPolicy:
    """`first_after_days` is proposed when the patient names no day."""

    min_cents: int = 2500
    max_count: int = 4
    first_within_days: int = 30
    frequencies: tuple[Frequency, ...] = (
        Frequency.MONTHLY,
        Frequency.TWICE_A_MONTH,
        Frequency.BIWEEKLY,
        Frequency.WEEKLY,
    )
    first_after_days: int = 7


_BEYOND = PlanPolicy(min_cents=1, max_count=60, first_within_days=366)


@dataclass(frozen=True)
class Installment:
    due_on: date
    cents: int


@dataclass(frozen=True)
class PlanProposal:
    """`statement_id` None: over all that is owed, else over that one bill."""

    installments: tuple[Installment, ...]
    total_cents: int
    frequency: Frequency
    statement_id: int | None = None


class RefusalReason(StrEnum):
    NOTHING_OWED = "nothing_owed"
    NO_PLANS_OFFERED = "no_plans_offered"
    BALANCE_TOO_SMALL = "balance_too_small"
    PAYS_IN_FULL = "pays_in_full"
    TOO_MANY = "too_many"
    EACH_TOO_SMALL = "each_too_small"
    DOES_NOT_ADD_UP = "does_not_add_up"
    FREQUENCY_NOT_OFFERED = "frequency_not_offered"
    FIRST_IN_PAST = "first_in_past"
    FIRST_TOO_LATE = "first_too_late"


@dataclass(frozen=True)
class Refusal:
    """`nearest` is the plan inside the policy closest to the wish; None when there is none."""

    reason: RefusalReason
    nearest: PlanProposal | None


@dataclass(frozen=True)
class _Wish:
    balance_cents: int
    today: date
    policy: PlanPolicy
    count: int | None
    each_cents: int | None
    frequency: Frequency
    first_on: date
    least_cents: int | None
    most_cents: int | None


def propose(
    balance_cents: int,
    today: date,
    policy: PlanPolicy,
    *,
    count: int | None = None,
    each_cents: int | None = None,
    frequency: Frequency | None = None,
    first_on: date | None = None,
    least_cents: int | None = None,
    most_cents: int | None = None,
) -> PlanProposal | Refusal:
    """The schedule wished for, or why not and the nearest one; what is left open is filled in.

    `least_cents` and `most_cents` bound each payment where neither count nor size is named.
    """
    wish = _Wish(
        balance_cents,
        today,
        policy,
        count,
        each_cents,
        frequency or _usual_frequency(policy),
        first_on or _usual_first(today, policy),
        least_cents,
        most_cents,
    )
    if reason := _hopeless(wish) or _ill_timed(wish):
        return Refusal(reason, _nearest(wish))
    payments = _payments(wish)
    if isinstance(payments, RefusalReason):
        return Refusal(payments, _nearest(wish))
    return _schedule(wish, payments)


def default_proposal(balance_cents: int, today: date, policy: PlanPolicy) -> PlanProposal | Refusal:
    """The gentlest the practice offers: as many payments as allowed, at its first frequency."""
    return propose(balance_cents, today, policy)


def as_wished(
    balance_cents: int,
    today: date,
    *,
    count: int | None = None,
    each_cents: int | None = None,
    frequency: Frequency | None = None,
    first_on: date | None = None,
    most_cents: int | None = None,
) -> PlanProposal | None:
    """What was asked for whatever the policy, for a person to decide on; None beyond reason."""
    found = propose(
        balance_cents, today, _BEYOND, count=count, each_cents=each_cents or most_cents,
        frequency=frequency, first_on=first_on,
    )  # fmt: skip
    return found if isinstance(found, PlanProposal) else None


def most_payments(balance_cents: int, policy: PlanPolicy) -> int:
    """How many payments of at least the minimum the balance allows; below 2 there is no plan."""
    return min(policy.max_count, balance_cents // max(policy.min_cents, 1))


def _hopeless(wish: _Wish) -> RefusalReason | None:
    if wish.balance_cents <= 0:
        return RefusalReason.NOTHING_OWED
    if wish.policy.max_count < 2 or not wish.policy.frequencies:
        return RefusalReason.NO_PLANS_OFFERED
    if most_payments(wish.balance_cents, wish.policy) < 2:
        return RefusalReason.BALANCE_TOO_SMALL
    return None


def _ill_timed(wish: _Wish) -> RefusalReason | None:
    if wish.frequency not in wish.policy.frequencies:
        return RefusalReason.FREQUENCY_NOT_OFFERED
    if wish.first_on < wish.today:
        return RefusalReason.FIRST_IN_PAST
    if wish.first_on > _latest_first(wish):
        return RefusalReason.FIRST_TOO_LATE
    return None


def _payments(wish: _Wish) -> tuple[int, ...] | RefusalReason:
    count = wish.count
    if count is None and wish.each_cents is None and (wish.least_cents or wish.most_cents):
        return _bounded(wish)
    if wish.each_cents is None:
        count = most_payments(wish.balance_cents, wish.policy) if count is None else count
        return _counted(wish, count)
    payments = _of_size(wish.balance_cents, wish.each_cents, wish.policy)
    if isinstance(payments, tuple) and count not in (None, len(payments)):
        return RefusalReason.DOES_NOT_ADD_UP
    return payments


def _counted(wish: _Wish, count: int) -> tuple[int, ...] | RefusalReason:
    if count <= 1:
        return RefusalReason.PAYS_IN_FULL
    if count > wish.policy.max_count:
        return RefusalReason.TOO_MANY
    if wish.balance_cents // count < wish.policy.min_cents:
        return RefusalReason.EACH_TOO_SMALL
    return split_evenly(wish.balance_cents, count)


def _of_size(balance: int, each: int, policy: PlanPolicy) -> tuple[int, ...] | RefusalReason:
    """As many of `each` as fit; a last one under the minimum joins the one before it."""
    if each < policy.min_cents:
        return RefusalReason.EACH_TOO_SMALL
    full, rest = divmod(balance, each)
    payments = [each] * full
    if rest >= policy.min_cents or not payments:
        payments.append(rest)
    else:
        payments[-1] += rest
    if len(payments) < 2:
        return RefusalReason.PAYS_IN_FULL
    return tuple(payments) if len(payments) <= policy.max_count else RefusalReason.TOO_MANY


def _bounded(wish: _Wish) -> tuple[int, ...] | RefusalReason:
    """Even payments: as large as the bounds let them be, or as small where only a least is told."""
    least, most = wish.least_cents or 0, wish.most_cents or wish.balance_cents
    if most < wish.policy.min_cents:
        return RefusalReason.EACH_TOO_SMALL
    counts = range(2, most_payments(wish.balance_cents, wish.policy) + 1)
    payments = [split_evenly(wish.balance_cents, count) for count in counts]
    under = [each for each in payments if each[-1] <= most]
    if not under:
        return RefusalReason.TOO_MANY
    fitting = [each for each in under if each[0] >= least]
    if not fitting:
        return RefusalReason.DOES_NOT_ADD_UP
    return fitting[0] if wish.most_cents else fitting[-1]


def _nearest(wish: _Wish) -> PlanProposal | None:
    """The wish with each part moved just inside the policy."""
    if _hopeless(wish):
        return None
    policy = wish.policy
    offered = wish.frequency in policy.frequencies
    first_on = min(max(wish.first_on, wish.today), _latest_first(wish))
    near = replace(
        wish,
        frequency=wish.frequency if offered else _usual_frequency(policy),
        first_on=_usual_first(wish.today, policy) if wish.first_on < wish.today else first_on,
    )
    payments = _payments(near)
    return _schedule(
        near, _nearest_count(near) if isinstance(payments, RefusalReason) else payments
    )


def _nearest_count(wish: _Wish) -> tuple[int, ...]:
    wished, size = wish.count, wish.each_cents or wish.most_cents or wish.least_cents
    if wished is None and size is not None:
        wished = -(-wish.balance_cents // max(size, 1))
    most = most_payments(wish.balance_cents, wish.policy)
    count = most if wished is None else max(2, min(wished, most))
    return split_evenly(wish.balance_cents, count)


def _schedule(wish: _Wish, payments: tuple[int, ...]) -> PlanProposal:
    days = due_dates(wish.first_on, wish.frequency, len(payments))
    rows = tuple(Installment(day, cents) for day, cents in zip(days, payments, strict=True))
    return PlanProposal(rows, wish.balance_cents, wish.frequency)


def _usual_frequency(policy: PlanPolicy) -> Frequency:
    return next(iter(policy.frequencies), Frequency.MONTHLY)


def _usual_first(today: date, policy: PlanPolicy) -> date:
    return today + timedelta(days=min(policy.first_after_days, policy.first_within_days))


def _latest_first(wish: _Wish) -> date:
    return wish.today + timedelta(days=wish.policy.first_within_days)
