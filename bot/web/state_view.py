"""What the practice's state asks for where a patient cannot pay, in a colleague's words."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from bot.rules.money import money
from bot.rules.plans import Installment
from bot.rules.state_help import StateHelp, heaviest_month, income_for
from bot.state_rules import help_of
from bot.web.staff_words import said

WORDS = "state_rules"


@dataclass(frozen=True)
class StateLines:
    """`source` says also on which day it was looked up."""

    title: str
    rules: tuple[str, ...]
    source: str


def state_view(
    state: str | None, schedules: Sequence[Sequence[Installment]] = ()
) -> StateLines | None:
    """None where we know of no rule. Of each schedule: which income it is within the limit for."""
    rule = help_of(state)
    if rule is None:
        return None
    day = f"{rule.as_of:%b} {rule.as_of.day}, {rule.as_of.year}"
    return StateLines(
        title=said(WORDS, "title", state=rule.state),
        rules=(*_lines(rule), *_fitting(rule, schedules)),
        source=said(WORDS, "source", source=rule.source, day=day),
    )


def _lines(rule: StateHelp) -> Iterator[str]:
    yield said(WORDS, "binds", who=rule.binds)
    for name in ("tells_of_help", "offers_plan"):
        if getattr(rule, name):
            yield said(WORDS, name)
    if rule.income_percent is not None:
        yield said(WORDS, "income", percent=str(rule.income_percent), income=rule.income)
    for name in ("months_at_least", "forgiven_after_months", "collection_after_days"):
        count = getattr(rule, name)
        if count is not None:
            yield said(WORDS, name, count=str(count))
    if rule.interest_percent is not None:
        yield said(WORDS, "interest", percent=str(rule.interest_percent))
    if rule.note:
        yield rule.note


def _fitting(rule: StateHelp, schedules: Sequence[Sequence[Installment]]) -> Iterator[str]:
    """The heaviest month of each, and the income it is within the limit from on."""
    for month in sorted({heaviest_month(parts) for parts in schedules if parts}):
        income = income_for(rule, month)
        if income is not None:
            yield said(WORDS, "income_for", month=money(month), income=money(income))


def parts_of(rows: Sequence[tuple[str, int]]) -> tuple[Installment, ...]:
    """Out of a request's pack: ISO days and cents."""
    return tuple(Installment(date.fromisoformat(on), int(cents)) for on, cents in rows)
