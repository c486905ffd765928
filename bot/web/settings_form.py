"""The settings form, read into settings or into what is wrong with each field."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, replace
from datetime import time
from typing import Any

from werkzeug.datastructures import MultiDict

from bot.practice_settings import DAYS, TIMES, TONES, WEEK, PracticeSettings
from bot.rules.money import parse_decimal
from bot.rules.quiet_hours import HARD

SUNDAY = 6
LEAST_CENTS = 2500
COUNTS = (2, 3, 4)
LEAST_GAP_DAYS = 7
MOST_GAP_DAYS = 90
MOST_ADDRESS_LETTERS = 120
Typed = dict[str, Any]


class Wrong(ValueError):
    """What to do about one field, in words."""


@dataclass(frozen=True)
class Draft:
    """`typed` is the form as it was sent: nothing is lost. `settings` None: see `problems`."""

    typed: Typed
    settings: PracticeSettings | None
    problems: Mapping[str, str] = field(default_factory=dict)


def typed_of(settings: PracticeSettings) -> Typed:
    """The form as it looks before anybody has touched it."""
    typed: Typed = {name: getattr(settings, name).isoformat("minutes") for name in TIMES}
    typed |= {name: [str(day) for day in getattr(settings, name)] for name in DAYS}
    return typed | {
        "tone": settings.tone,
        "cadence": settings.cadence,
        "plan_min_cents": f"{settings.plan_min_cents / 100:.2f}",
        "plan_max_count": str(settings.plan_max_count),
        "reminder_gap_days": str(settings.reminder_gap_days),
        "offers_assistance": "yes" if settings.offers_assistance else "no",
        "mail_address": settings.mail_address,
        "version": str(settings.version),
    }


def read_form(form: MultiDict[str, str], known_cadences: Mapping[str, object]) -> Draft:
    """Every field is looked at, so that all faults are told at once."""
    typed: Typed = {name: form.get(name, "").strip() for name in (*READERS, *TIMES, "version")}
    typed |= {name: form.getlist(name) for name in DAYS}
    typed["known_cadences"] = known_cadences
    values: Typed = {}
    problems: dict[str, str] = {}
    for name, read in (READERS | TIME_READERS | DAY_READERS).items():
        try:
            values[name] = read(typed[name], typed)
        except Wrong as wrong:
            problems[name] = str(wrong)
    problems |= _order_problems(values, problems)
    del typed["known_cadences"]
    if problems:
        return Draft(typed, None, problems)
    return Draft(typed, replace(PracticeSettings(), **values))


def _tone(given: str, _typed: Typed) -> str:
    if given not in TONES:
        raise Wrong("Please choose one of the tones.")
    return given


def _cadence(given: str, typed: Typed) -> str:
    if given not in typed["known_cadences"]:
        raise Wrong("Please choose one of the schedules.")
    return given


def _least_payment(given: str, _typed: Typed) -> int:
    try:
        cents = parse_decimal(given)
    except ValueError:
        raise Wrong("Please write an amount like 25.00.") from None
    if cents < LEAST_CENTS:
        raise Wrong("Please write 25.00 or more: smaller payments cost patients too many trips.")
    return cents


def _yes_or_no(given: str, _typed: Typed) -> bool:
    if given not in ("yes", "no"):
        raise Wrong("Please choose yes or no.")
    return given == "yes"


def _address(given: str, _typed: Typed) -> str:
    """In one line; empty is fine."""
    address = " ".join(given.split())
    if len(address) > MOST_ADDRESS_LETTERS:
        raise Wrong(f"Please write at most {MOST_ADDRESS_LETTERS} letters.")
    return address


def _whole(least: int, most: int) -> Callable[[str, Typed], int]:
    def read(given: str, _typed: Typed) -> int:
        if not given.isdecimal() or len(given) > 3 or not least <= int(given) <= most:
            raise Wrong(f"Please write a whole number from {least} to {most}.")
        return int(given)

    return read


def _time(given: str, _typed: Typed) -> time:
    try:
        return time.fromisoformat(given)
    except ValueError:
        raise Wrong("Please write a time like 09:00.") from None


def _polite_time(given: str, typed: Typed) -> time:
    """R03: nobody is texted before 8 am or after 9 pm."""
    at = _time(given, typed)
    if not HARD.opens <= at <= HARD.closes:
        raise Wrong("Please stay between 8:00 am and 9:00 pm.")
    return at


def _days(given: list[str], _typed: Typed) -> tuple[int, ...]:
    days = sorted({int(day) for day in given if day.isdecimal() and int(day) < len(WEEK)})
    if not days:
        raise Wrong("Please choose at least one day.")
    return tuple(days)


def _texting_days(given: list[str], typed: Typed) -> tuple[int, ...]:
    """R04: no Sundays."""
    days = _days(given, typed)
    if SUNDAY in days:
        raise Wrong("We text on no Sunday.")
    return days


def _order_problems(values: Typed, problems: Mapping[str, str]) -> dict[str, str]:
    pairs = (("text_from", "text_until"), ("desk_from", "desk_until"))
    return {
        until: "Please choose a time after the first one."
        for since, until in pairs
        if not {since, until} & problems.keys() and values[since] >= values[until]
    }


READERS: dict[str, Callable[[Any, Typed], Any]] = {
    "tone": _tone,
    "cadence": _cadence,
    "plan_min_cents": _least_payment,
    "plan_max_count": _whole(COUNTS[0], COUNTS[-1]),
    "reminder_gap_days": _whole(LEAST_GAP_DAYS, MOST_GAP_DAYS),
    "offers_assistance": _yes_or_no,
    "mail_address": _address,
}
TIME_READERS: dict[str, Callable[[Any, Typed], Any]] = {
    "text_from": _polite_time,
    "text_until": _polite_time,
    "desk_from": _time,
    "desk_until": _time,
}
DAY_READERS: dict[str, Callable[[Any, Typed], Any]] = {
    "text_days": _texting_days,
    "desk_days": _days,
}
