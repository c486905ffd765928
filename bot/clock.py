"""The one clock. Nobody else calls now()."""

import json
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from zoneinfo import ZoneInfo


@dataclass(frozen=True)
class Clock:
    """`offset_file` is where the sandbox says how far its time runs ahead; None in production."""

    offset_file: Path | None = None

    def now(self) -> datetime:
        """Aware, UTC."""
        return datetime.now(UTC) + self._offset()

    def _offset(self) -> timedelta:
        if self.offset_file is None or not self.offset_file.exists():
            return timedelta()
        return timedelta(seconds=float(json.loads(self.offset_file.read_text())["offset_seconds"]))


def day_in(zone: str, moment: datetime) -> date:
    """The calendar day of `moment` for somebody in `zone` (an IANA name)."""
    return moment.astimezone(ZoneInfo(zone)).date()
