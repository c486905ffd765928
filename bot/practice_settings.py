"""What a practice chooses: tone, hours, cadence, plan policy. Frozen, and kept as plain JSON."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import time
from typing import Any

from bot.rules.plans import PlanPolicy

TONES = ("plain", "warm", "formal", "brief")
WEEK = ("Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun")


@dataclass(frozen=True)
class PracticeSettings:
    """Hours are the patient's local time; `days` are weekdays, 0 = Monday.

    `offers_assistance`: patients may apply for help with their bill (R24). `mail_address`: as it
    stands on statements; "" where the practice has given none.
    """

    version: int = 0
    tone: str = "plain"
    cadence: str = "recommended"
    text_days: tuple[int, ...] = (0, 1, 2, 3, 4)
    text_from: time = time(9)
    text_until: time = time(19)
    desk_days: tuple[int, ...] = (0, 1, 2, 3, 4)
    desk_from: time = time(9)
    desk_until: time = time(17)
    plan_min_cents: int = 2500
    plan_max_count: int = 4
    reminder_gap_days: int = 7
    offers_assistance: bool = True
    mail_address: str = ""

    @property
    def plan_policy(self) -> PlanPolicy:
        return PlanPolicy(min_cents=self.plan_min_cents, max_count=self.plan_max_count)


TIMES = ("text_from", "text_until", "desk_from", "desk_until")
DAYS = ("text_days", "desk_days")


def to_body(settings: PracticeSettings) -> dict[str, Any]:
    body = {name: getattr(settings, name) for name in settings.__dataclass_fields__}
    del body["version"]
    body |= {name: body[name].isoformat("minutes") for name in TIMES}
    return body | {name: list(body[name]) for name in DAYS}


def from_body(body: Mapping[str, Any], version: int) -> PracticeSettings:
    """Unknown names are left out, missing ones take their defaults: old versions stay readable."""
    known = {n: v for n, v in body.items() if n in PracticeSettings.__dataclass_fields__}
    known |= {name: time.fromisoformat(known[name]) for name in TIMES if name in known}
    known |= {name: tuple(known[name]) for name in DAYS if name in known}
    return replace(PracticeSettings(version=version), **known)
