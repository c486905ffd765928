"""How colleagues read names, moments and numbers: data/pages/staff.yml and a few formats."""

from collections.abc import Iterable
from datetime import datetime, timedelta
from functools import lru_cache
from typing import Any
from zoneinfo import ZoneInfo

import yaml

from bot.models.conversation import WEB
from bot.web.page_words import PAGES

MINUTE = timedelta(minutes=1)
US_DIGITS = 11


def said(kind: str, name: str, **values: str) -> str:
    """The words for a name of the program's; unknown ones with spaces."""
    text = _tables()[kind].get(name)
    if text is None:
        return name.replace("_", " ").capitalize()
    return str(text).format(**values)


def is_told(kind: str, name: str) -> bool:
    return name in _tables()[kind]


def meaning_groups() -> dict[str, dict[str, str]]:
    """Group -> intent -> words, as a colleague chooses from them."""
    groups = _tables()["meaning_groups"]
    return {
        group: {name: said("meanings", name) for name in names} for group, names in groups.items()
    }


def meanings(names: Iterable[str]) -> str:
    return ", ".join(said("meanings", name) for name in names)


def at(moment: datetime, zone: str, now: datetime) -> str:
    """ "3:02 pm" today, else "Tue Nov 24, 3:02 pm"."""
    local, today = moment.astimezone(ZoneInfo(zone)), now.astimezone(ZoneInfo(zone)).date()
    return _clock(local) if local.date() == today else on_day(moment, zone)


def on_day(moment: datetime, zone: str) -> str:
    """ "Tue Nov 24, 3:02 pm", also today: for what is read at any time."""
    local = moment.astimezone(ZoneInfo(zone))
    return f"{local:%a %b} {local.day}, {_clock(local)}"


def _clock(local: datetime) -> str:
    return f"{local.hour % 12 or 12}:{local.minute:02d} {'am' if local.hour < 12 else 'pm'}"


def time_left(until: datetime, now: datetime) -> str:
    """ "2 h 10 min left" or "20 min late"."""
    late = now > until
    minutes = abs(until - now) // MINUTE
    days, rest = divmod(minutes, 24 * 60)
    hours, minutes = divmod(rest, 60)
    parts = [(days, "d"), (hours, "h"), (minutes, "min")]
    words = [f"{count} {unit}" for count, unit in parts if count][:2] or ["less than 1 min"]
    return f"{' '.join(words)} {'late' if late else 'left'}"


def phone(e164: str) -> str:
    """ "(512) 555-0101"; what is no US number as it is; a visitor's address in words."""
    if e164.startswith(WEB):
        return "Web chat, number not known"
    digits = e164.removeprefix("+")
    if len(digits) != US_DIGITS or not digits.startswith("1"):
        return e164
    return f"({digits[1:4]}) {digits[4:7]}-{digits[7:]}"


def e164(written: str) -> str:
    """For a link that calls: a front desk's number as it was written."""
    digits = "".join(letter for letter in written if letter.isdecimal())
    return f"+1{digits}" if len(digits) == US_DIGITS - 1 else f"+{digits}"


@lru_cache(maxsize=1)
def _tables() -> dict[str, dict[str, Any]]:
    tables: dict[str, dict[str, Any]] = yaml.safe_load((PAGES / "staff.yml").read_text())
    return tables
