"""What the practice's state asks for where a patient cannot pay: plans, help, interest."""

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from bot.rules.plans import Installment

PERCENT = 100


@dataclass(frozen=True)
class StateHelp:
    """A row of data/states.yml. None: the state names no such number that we know of."""

    state: str
    binds: str
    source: str
    as_of: date
    tells_of_help: bool = False
    offers_plan: bool = False
    income_percent: int | None = None
    income: str = ""
    months_at_least: int | None = None
    forgiven_after_months: int | None = None
    interest_percent: int | None = None
    collection_after_days: int | None = None
    note: str = ""


def by_state(parsed: Mapping[str, Any]) -> dict[str, StateHelp]:
    """Out of data/states.yml; ValueError where a share has no income that it is of."""
    rules = [StateHelp(**row) for row in parsed["states"]]
    for rule in rules:
        if (rule.income_percent is None) != (not rule.income):
            raise ValueError(f"{rule.state}: a share of income names both")
    return {rule.state: rule for rule in rules}


def most_a_month(rule: StateHelp, income_cents: int) -> int | None:
    """The most a plan may ask for a month from this monthly income; None: no limit is known."""
    if rule.income_percent is None:
        return None
    return max(income_cents, 0) * rule.income_percent // PERCENT


def income_for(rule: StateHelp, month_cents: int) -> int | None:
    """The least monthly income that this much a month is within the limit of; None: no limit."""
    if rule.income_percent is None:
        return None
    return -(-max(month_cents, 0) * PERCENT // rule.income_percent)


def heaviest_month(parts: Sequence[Installment]) -> int:
    """The most that falls into one calendar month; 0 where there are no payments."""
    months: Counter[tuple[int, int]] = Counter()
    for part in parts:
        months[part.due_on.year, part.due_on.month] += part.cents
    return max(months.values(), default=0)


def asks_too_much(rule: StateHelp | None, income_cents: int, parts: Sequence[Installment]) -> bool:
    """Is this schedule beyond the share of the income that was told?"""
    most = most_a_month(rule, income_cents) if rule else None
    return most is not None and heaviest_month(parts) > most
