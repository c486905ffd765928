"""How often a patient may be texted of our own accord (R07-R11; strictest: MA 940 CMR 7.04)."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta

_DAY = timedelta(days=1)


@dataclass(frozen=True)
class Caps:
    """Rolling counts of proactive texts; a day is 24 hours, whatever the local clock does."""

    per_24h: int = 1
    per_7d: int = 1
    gap_days: int = 7
    per_balance: int = 4
    per_365d: int = 9

    def spans(self) -> tuple[tuple[str, str, timedelta, int], ...]:
        """(rule, reason, span, at most)."""
        return (
            ("R07", "already texted within 24 hours", _DAY, self.per_24h),
            ("R08", "already texted within 7 days", 7 * _DAY, self.per_7d),
            ("R09", f"less than {self.gap_days} days since the last text", self.gap_days * _DAY, 1),
            ("R11", "already texted as often as allowed in a year", 365 * _DAY, self.per_365d),
        )


@dataclass(frozen=True)
class CapReached:
    """`free_at` None: time alone never frees it (the balance has had all its reminders)."""

    rule: str
    reason: str
    free_at: datetime | None


def cap_reached(
    sent_at: Sequence[datetime], now: datetime, caps: Caps, *, sent_for_balance: int = 0
) -> str | None:
    """The reason, or None. `sent_at`: proactive texts to this patient or to this number."""
    reached = cap_in_force(sent_at, now, caps, sent_for_balance=sent_for_balance)
    return reached.reason if reached else None


def cap_in_force(
    sent_at: Sequence[datetime], now: datetime, caps: Caps, *, sent_for_balance: int = 0
) -> CapReached | None:
    """The cap that frees last of those reached: a count and the gap both have to be free."""
    if sent_for_balance >= caps.per_balance:
        return CapReached("R10", f"this balance has had {caps.per_balance} reminders", None)
    reached = [
        CapReached(rule, reason, free_at)
        for rule, reason, span, most in caps.spans()
        if (free_at := _free_at(sent_at, now, span, most)) is not None
    ]
    return max(reached, key=lambda cap: cap.free_at or now, default=None)


def _free_at(
    sent_at: Sequence[datetime], now: datetime, span: timedelta, most: int
) -> datetime | None:
    """When the count of texts younger than `span` falls below `most`; None if it is already."""
    young = sorted((at for at in sent_at if now - at < span), reverse=True)
    if len(young) < most:
        return None
    return young[most - 1] + span if most > 0 else now + span
