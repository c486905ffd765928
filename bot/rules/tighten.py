"""The ways a practice may change a rule, each of them a way of being stricter."""

from collections.abc import Callable
from enum import StrEnum

from bot.rules.window_text import are_within

Value = bool | int | str | tuple[str, ...]


class Tighten(StrEnum):
    FIXED = "fixed"
    LOWER = "lower"
    RAISE = "raise"
    WITHIN = "within"
    TURN_ON = "turn_on"
    TURN_OFF = "turn_off"
    ADD = "add"
    FREE = "free"


def is_no_looser(value: Value, limit: Value, way: Tighten) -> bool:
    """`limit` is the loosest that is allowed; negative numbers never are."""
    if isinstance(value, int) and value < 0:
        return False
    return _WAYS[way](value, limit)


def _numbers(holds: Callable[[int, int], bool]) -> Callable[[Value, Value], bool]:
    def both(value: Value, limit: Value) -> bool:
        return isinstance(value, int) and isinstance(limit, int) and holds(value, limit)

    return both


def _lists(
    holds: Callable[[tuple[str, ...], tuple[str, ...]], bool],
) -> Callable[[Value, Value], bool]:
    def both(value: Value, limit: Value) -> bool:
        return isinstance(value, tuple) and isinstance(limit, tuple) and holds(value, limit)

    return both


_WAYS: dict[Tighten, Callable[[Value, Value], bool]] = {
    Tighten.FIXED: lambda value, limit: value == limit,
    Tighten.LOWER: _numbers(lambda value, limit: value <= limit),
    Tighten.RAISE: _numbers(lambda value, limit: value >= limit),
    Tighten.WITHIN: _lists(are_within),
    Tighten.TURN_ON: _numbers(lambda value, limit: value >= limit),
    Tighten.TURN_OFF: _numbers(lambda value, limit: value <= limit),
    Tighten.ADD: _lists(lambda value, limit: set(value) >= set(limit)),
    Tighten.FREE: lambda value, limit: True,
}
