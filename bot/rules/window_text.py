"""Windows as the rule table and practices write them: "mon-fri 09:00-19:00"."""

import re
from collections.abc import Iterable
from datetime import time

from bot.rules.quiet_hours import Window

_DAYS = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")
_SHAPE = re.compile(
    r"(?P<first>[a-z]{3})(?:-(?P<last>[a-z]{3}))? (?P<opens>\d\d:\d\d)-(?P<closes>\d\d:\d\d)"
)


def windows_from(texts: Iterable[str]) -> tuple[Window, ...]:
    return tuple(_window(text) for text in texts)


def are_within(texts: Iterable[str], limits: Iterable[str]) -> bool:
    """Whether every hour of `texts` is an hour of one window of `limits`."""
    outer = windows_from(limits)
    return all(_is_within(window, outer) for window in windows_from(texts))


def _is_within(inner: Window, outer: tuple[Window, ...]) -> bool:
    return all(
        any(
            day in window.days and window.opens <= inner.opens and inner.closes <= window.closes
            for window in outer
        )
        for day in inner.days
    )


def _window(text: str) -> Window:
    found = _SHAPE.fullmatch(text)
    if found is None or {found["first"], found["last"] or "mon"} - set(_DAYS):
        raise ValueError(f'{text!r} is no window; expected like "mon-fri 09:00-19:00"')
    first = _DAYS.index(found["first"])
    last = _DAYS.index(found["last"] or found["first"])
    opens, closes = time.fromisoformat(found["opens"]), time.fromisoformat(found["closes"])
    if first > last or opens >= closes:
        raise ValueError(f"{text!r} is no window; it ends before it begins")
    return Window(frozenset(range(first, last + 1)), opens, closes)
