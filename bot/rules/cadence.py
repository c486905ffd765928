"""The steps of reminding: which one is due, and none of the missed ones in a burst."""

from collections.abc import Container, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any


@dataclass(frozen=True)
class Step:
    """`day` after the statement; `key` names the wording; `channel` is sms."""

    day: int
    key: str
    channel: str = "sms"


@dataclass(frozen=True)
class Cadence:
    name: str
    steps: tuple[Step, ...]

    def __post_init__(self) -> None:
        days = [step.day for step in self.steps]
        if not days or days[0] < 1 or any(a >= b for a, b in zip(days, days[1:], strict=False)):
            raise ValueError(f"cadence {self.name!r}: days must rise from 1, found {days}")
        if len({step.key for step in self.steps}) < len(days):
            raise ValueError(f"cadence {self.name!r}: a wording is used twice")


def due_step(
    cadence: Cadence, statement_on: date, today: date, sent_steps: Container[str]
) -> Step | None:
    """The latest due step, unless it or a later one went; steps missed before it are let go."""
    due = [step for step in cadence.steps if statement_on + timedelta(days=step.day) <= today]
    from_latest = cadence.steps[len(due) - 1 :]
    if not due or any(step.key in sent_steps for step in from_latest):
        return None
    return due[-1]


def next_step(cadence: Cadence, statement_on: date, today: date) -> tuple[Step, date] | None:
    """The first step still to come after `today`, and its day."""
    for step in cadence.steps:
        due_on = statement_on + timedelta(days=step.day)
        if due_on > today:
            return step, due_on
    return None


def day_zero(statement_on: date, known_on: date, cadence: Cadence) -> date:
    """Day 0: a statement we hear of late begins at its first step, never with the last one."""
    return max(statement_on, known_on - timedelta(days=cadence.steps[0].day))


def cadences_from(parsed: Mapping[str, Any]) -> dict[str, Cadence]:
    """Out of data/cadences.yml, already parsed."""
    return {name: Cadence(name, _steps(rows)) for name, rows in parsed["cadences"].items()}


def _steps(rows: Sequence[Mapping[str, Any]]) -> tuple[Step, ...]:
    return tuple(Step(int(row["day"]), str(row["key"]), str(row["channel"])) for row in rows)
