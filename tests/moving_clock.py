"""A clock that a test moves."""

from dataclasses import dataclass, field
from datetime import datetime, timedelta

from bot.clock import Clock


@dataclass(frozen=True)
class MovingClock(Clock):
    begins_at: datetime = datetime.min
    moved: list[timedelta] = field(default_factory=list)

    def __init__(self, begins_at: datetime) -> None:
        object.__setattr__(self, "offset_file", None)
        object.__setattr__(self, "begins_at", begins_at)
        object.__setattr__(self, "moved", [])

    def now(self) -> datetime:
        return self.begins_at + sum(self.moved, timedelta())

    def advance(self, by: timedelta) -> None:
        self.moved.append(by)
