"""The product's time, which only this sandbox may move, and only forwards."""

from __future__ import annotations

import json
import os
import re
import threading
from datetime import UTC, datetime, timedelta
from pathlib import Path

_UNITS = {"d": "days", "h": "hours", "m": "minutes", "s": "seconds"}


class ClockRefused(ValueError):
    """The asked move is not a move forwards."""


class ProductClock:
    """`file` holds {"offset_seconds": N}: how far product time runs ahead of the wall clock."""

    def __init__(self, file: Path) -> None:
        self._file = file
        self._lock = threading.Lock()

    def now(self) -> datetime:
        """Aware, UTC."""
        return datetime.now(UTC) + timedelta(seconds=self.offset_seconds())

    def timestamp(self) -> int:
        """Whole seconds since 1970, as Stripe writes moments."""
        return int(self.now().timestamp())

    def offset_seconds(self) -> float:
        if not self._file.exists():
            return 0.0
        return float(json.loads(self._file.read_text())["offset_seconds"])

    def advance(self, by: timedelta) -> None:
        if by < timedelta():
            raise ClockRefused("time does not run backwards")
        with self._lock:
            self._write(self.offset_seconds() + by.total_seconds())

    def set(self, moment: datetime) -> None:
        """`moment` is aware."""
        self.advance(moment - self.now())

    def _write(self, offset: float) -> None:
        # Replaced in one step: the product may read at any moment.
        self._file.parent.mkdir(parents=True, exist_ok=True)
        fresh = self._file.with_suffix(".new")
        fresh.write_text(json.dumps({"offset_seconds": offset}))
        os.replace(fresh, self._file)


def parse_span(text: str) -> timedelta:
    """ "3d", "2h", "30m", "1d12h"."""
    parts = re.findall(r"(\d+)([dhms])", text)
    if not parts or "".join(n + u for n, u in parts) != text:
        raise ClockRefused(f"{text!r} is not a span such as 3d, 2h or 30m")
    return timedelta(**{_UNITS[unit]: int(number) for number, unit in parts})


def parse_moment(text: str) -> datetime:
    """ISO 8601; without a zone it is UTC."""
    try:
        moment = datetime.fromisoformat(text)
    except ValueError as error:
        raise ClockRefused(f"{text!r} is not an ISO moment") from error
    return moment if moment.tzinfo else moment.replace(tzinfo=UTC)
