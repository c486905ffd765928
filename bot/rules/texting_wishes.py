"""How and when a patient asked to be texted, and what that does to texts of our own accord."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime, time, timedelta
from enum import StrEnum
from typing import Any

from bot.rules.quiet_hours import EVERY_DAY, Hours, Window, known_zone

MONTH_DAYS = 30
_WEEK = ("Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun")
WORKDAYS, WEEKEND = frozenset(range(5)), frozenset((5, 6))


class Channel(StrEnum):
    TEXT = "text"
    EMAIL = "email"
    CALL = "call"
    MAIL = "mail"


class Calls(StrEnum):
    """What they want of a person's calls; texts go on either way."""

    ANY = "any"
    NOT_AT_WORK = "at_work"
    NONE = "none"


@dataclass(frozen=True)
class TextingWish:
    """Local hours from `opens` until `closes` on `days`; `gap_days` 0: as often as we do.

    No text of our own accord from `pause_from` (None: from now) until `not_before`.
    """

    days: frozenset[int] = EVERY_DAY
    opens: time | None = None
    closes: time | None = None
    not_before: date | None = None
    gap_days: int = 0
    channel: Channel = Channel.TEXT
    pause_from: date | None = None
    calls: Calls = Calls.ANY

    def __post_init__(self) -> None:
        if not self.days or (self.opens and self.closes and self.opens >= self.closes):
            raise ValueError(f"a wish that no hour fits: {self}")

    @property
    def window(self) -> Window:
        return Window(self.days, self.opens or time.min, self.closes or time.max)


NO_WISH = TextingWish()
_ALSO_OF_DAYS = ("promise_", "plan_", "call_", "remind_")
_NOTED = ("wish_noted", "wish_never", "wish_lifted", "wish_told")


def was_noted(last_keys: Sequence[str]) -> bool:
    """Just now, by what was said last: what follows may correct it."""
    is_of_days = any(key.startswith(_ALSO_OF_DAYS) for key in last_keys)
    return not is_of_days and any(key.startswith(_NOTED) for key in last_keys)


def hours_within(hours: Hours, wish: TextingWish) -> Hours:
    """The hours that are allowed and were asked for."""
    return replace(hours, state_windows=(*hours.state_windows, (wish.window,)))


def is_wished(moment: datetime, zones: Sequence[str], wish: TextingWish) -> bool:
    """In every place where the patient may be; a place nobody knows is for other rules."""
    places = (known_zone(name) for name in zones)
    return all(wish.window.has(moment.astimezone(zone)) for zone in places if zone is not None)


def free_at(sent_at: Sequence[datetime], now: datetime, wish: TextingWish) -> datetime | None:
    """When the next text may go by the gap that was asked for; None: now."""
    if not wish.gap_days or not sent_at:
        return None
    free = max(sent_at) + timedelta(days=wish.gap_days)
    return free if free > now else None


def meets(wish: TextingWish, windows: Sequence[Window]) -> bool:
    """Whether any hour of the practice's is one that was asked for."""
    own = wish.window
    return any(
        own.days & window.days and max(own.opens, window.opens) < min(own.closes, window.closes)
        for window in windows
    )


def standing(wish: TextingWish, today: date) -> TextingWish:
    """Without a pause whose day has come."""
    is_over = wish.not_before is not None and wish.not_before <= today
    return replace(wish, not_before=None, pause_from=None) if is_over else wish


def goes_by_mail(wish: TextingWish, has_email: bool, today: date) -> bool:
    """Of what was agreed to be told: who asked for e-mail, or for no texts just now."""
    is_paused = wish.not_before is not None and today < wish.not_before
    return has_email and (wish.channel is Channel.EMAIL or is_paused)


def in_words(wish: TextingWish) -> str:
    """For colleagues: "only Mon, Fri; after 18:00"."""
    parts = []
    if wish.channel is not Channel.TEXT:
        named = {"email": "e-mail", "call": "calls", "mail": "letters"}[wish.channel]
        parts.append(f"{named} instead of texts")
    if wish.calls is not Calls.ANY:
        parts.append("no calls" if wish.calls is Calls.NONE else "no calls at work")
    if wish.days != EVERY_DAY:
        parts.append(f"only {_days(wish.days)}")
    if wish.opens and wish.closes:
        parts.append(f"from {wish.opens:%H:%M} until {wish.closes:%H:%M}")
    elif wish.opens or wish.closes:
        word, clock = ("after", wish.opens) if wish.opens else ("before", wish.closes)
        parts.append(f"{word} {clock:%H:%M}")
    if wish.gap_days:
        parts.append(f"at most one text in {wish.gap_days} days")
    if wish.not_before:
        begins = f"not from {_on(wish.pause_from)} until" if wish.pause_from else "not before"
        parts.append(f"{begins} {_on(wish.not_before)}")
    return "; ".join(parts)


def _on(day: date) -> str:
    return f"{day:%a %b} {day.day}"


def _days(days: frozenset[int]) -> str:
    if days == WORKDAYS:
        return "Mon to Fri"
    return ", ".join(_WEEK[day] for day in sorted(days))


def to_body(wish: TextingWish) -> dict[str, Any]:
    """As plain JSON; what nobody asked for is left out."""
    body: dict[str, Any] = {}
    if wish.days != EVERY_DAY:
        body["days"] = sorted(wish.days)
    for name in ("opens", "closes", "not_before", "pause_from"):
        value = getattr(wish, name)
        if value is not None:
            body[name] = value.isoformat()
    if wish.gap_days:
        body["gap_days"] = wish.gap_days
    if wish.channel is not Channel.TEXT:
        body["channel"] = wish.channel.value
    if wish.calls is not Calls.ANY:
        body["calls"] = wish.calls.value
    return body


def from_body(body: Mapping[str, Any] | None) -> TextingWish:
    """What `to_body` wrote; None: nothing was asked for."""
    known = dict(body or {})
    return TextingWish(
        days=frozenset(known["days"]) if "days" in known else EVERY_DAY,
        opens=time.fromisoformat(known["opens"]) if "opens" in known else None,
        closes=time.fromisoformat(known["closes"]) if "closes" in known else None,
        not_before=date.fromisoformat(known["not_before"]) if "not_before" in known else None,
        pause_from=date.fromisoformat(known["pause_from"]) if "pause_from" in known else None,
        gap_days=known.get("gap_days", 0),
        channel=Channel(known.get("channel", Channel.TEXT)),
        calls=Calls(known.get("calls", Calls.ANY)),
    )
