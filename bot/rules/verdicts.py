"""What one rule says of one text: allowed, or why not and whether waiting helps."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime

from bot.rules.quiet_hours import Hours, NeverOpen, next_moment
from bot.rules.send_facts import SendFacts


@dataclass(frozen=True)
class Verdict:
    """`reason` in words staff can read; `retry_at` None: waiting alone does not help."""

    allowed: bool
    rule: str
    reason: str
    retry_at: datetime | None = None


Gate = Callable[[SendFacts], Verdict | None]


def no(rule: str, reason: str, retry_at: datetime | None = None) -> Verdict:
    return Verdict(False, rule, reason, retry_at)


def polite(moment: datetime, facts: SendFacts, hours: Hours | None = None) -> datetime | None:
    try:
        return next_moment(moment, facts.zones, hours or facts.hours)
    except NeverOpen:
        return None
