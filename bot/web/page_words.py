"""The words of the patient's pages, by language: data/pages/<lang>.yml."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime
from functools import lru_cache
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo

import yaml

PAGES = Path(__file__).parent.parent.parent / "data" / "pages"
LANGUAGES = ("en", "es")


@dataclass(frozen=True)
class Words:
    """`t("pay", amount="$40.00")`: the sentence of that key, filled in."""

    language: str
    texts: Mapping[str, Any]

    def __call__(self, key: str, **values: object) -> str:
        return str(self.texts[key]).format(**values)

    def day(self, on: date) -> str:
        """With weekday and year: "Fri, Dec 4, 2026"."""
        return self(
            "day",
            weekday=self.texts["weekdays"][on.weekday()],
            day=on.day,
            month=self.texts["months"][on.month - 1],
            year=on.year,
        )

    def moment(self, at: datetime, zone: str) -> str:
        return self(
            "moment", day=self.day(at.astimezone(ZoneInfo(zone)).date()), clock=_clock(at, zone)
        )

    def moment_since(self, at: datetime, zone: str, today: date) -> str:
        """Of today only the clock."""
        is_today = at.astimezone(ZoneInfo(zone)).date() == today
        return _clock(at, zone) if is_today else self.moment(at, zone)


def _clock(at: datetime, zone: str) -> str:
    local = at.astimezone(ZoneInfo(zone))
    return f"{local.hour % 12 or 12}:{local.minute:02d} {'am' if local.hour < 12 else 'pm'}"


@lru_cache(maxsize=8)
def words(language: str) -> Words:
    """English where we have no pages in a language."""
    known = language if language in LANGUAGES else "en"
    return Words(known, yaml.safe_load((PAGES / f"{known}.yml").read_text()))
