"""Settings in words: each by its name, and what one version changed of another."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import time
from typing import Any

from bot.practice_settings import WEEK, PracticeSettings
from bot.rules.money import money


@dataclass(frozen=True)
class Change:
    label: str
    before: str
    after: str


def changes(before: PracticeSettings, after: PracticeSettings) -> tuple[Change, ...]:
    return tuple(
        Change(label, say(getattr(before, name)), say(getattr(after, name)))
        for name, (label, say) in LABELS.items()
        if getattr(before, name) != getattr(after, name)
    )


def clock(at: time) -> str:
    return f"{at.hour % 12 or 12}:{at.minute:02d} {'am' if at.hour < 12 else 'pm'}"


def days(numbers: Sequence[int]) -> str:
    """ "Mon-Fri" when they are in a row, else each."""
    first, last = numbers[0], numbers[-1]
    if len(numbers) > 2 and tuple(numbers) == tuple(range(first, last + 1)):
        return f"{WEEK[first]}-{WEEK[last]}"
    return ", ".join(WEEK[number] for number in numbers)


def _count(unit: str) -> Callable[[Any], str]:
    return lambda number: f"{number} {unit}"


LABELS: dict[str, tuple[str, Callable[[Any], str]]] = {
    "tone": ("Tone", str.capitalize),
    "text_days": ("Texting days", days),
    "text_from": ("First text not before", clock),
    "text_until": ("No text after", clock),
    "desk_days": ("Front desk days", days),
    "desk_from": ("Front desk opens", clock),
    "desk_until": ("Front desk closes", clock),
    "cadence": ("Reminder schedule", str.capitalize),
    "plan_min_cents": ("Smallest plan payment", money),
    "plan_max_count": ("Most payments in a plan", _count("payments")),
    "reminder_gap_days": ("Between two reminders", _count("days")),
    "offers_assistance": (
        "Help with bills may be applied for",
        lambda is_so: "Yes" if is_so else "No",
    ),
    "mail_address": ("Address on statements", lambda address: address or "None"),
}
