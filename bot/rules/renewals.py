"""When a promised answer is about to be late: told anew in time, twice at most, then an alarm."""

from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum

from bot.rules.holds import HoldKind

WARNING = timedelta(minutes=5)
FORGIVEN = timedelta(hours=24)
"""A promise broken longer ago (the scheduler was away for days) is for a person alone."""
MOST_RENEWALS = 2
LEAST_LONGER = timedelta(minutes=15)
IN_SILENCE = frozenset(
    {
        HoldKind.CRISIS, HoldKind.DECEASED, HoldKind.BANKRUPTCY, HoldKind.ATTORNEY,
        HoldKind.MINOR, HoldKind.WRONG_NUMBER, HoldKind.REASSIGNED,
    }
)  # fmt: skip
"""Whom no automated text may trouble again: a person is alarmed instead."""


class Late(StrEnum):
    NOT_YET = "not_yet"
    RENEW = "renew"
    ALARM = "alarm"


@dataclass(frozen=True)
class Awaited:
    """`was_told`: the patient was given a time; the program's own hand-offs promise nothing.

    `holds`: those open for anybody on the number.
    """

    opened_at: datetime
    due_at: datetime
    renewals: int
    holds: frozenset[HoldKind] = frozenset()

    @property
    def was_told(self) -> bool:
        return self.due_at > self.opened_at


def judge_wait(awaited: Awaited, now: datetime) -> Late:
    if not awaited.was_told or now < awaited.due_at - WARNING:
        return Late.NOT_YET
    is_over = awaited.renewals >= MOST_RENEWALS or now - awaited.due_at > FORGIVEN
    return Late.ALARM if is_over or awaited.holds & IN_SILENCE else Late.RENEW


def renewed(due_at: datetime, counted: datetime) -> datetime:
    """The new time: as counted in opening hours, and never the old one again."""
    return max(counted, due_at + LEAST_LONGER)
