"""What was asked of a plan beyond what may be agreed by text: the pack a person decides on."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from sqlalchemy.orm import Session

from bot.models import Conversation
from bot.rules.money import money
from bot.store import plan_changes
from bot.web.staff_words import said

Rows = tuple[tuple[str, str], ...]


@dataclass(frozen=True)
class ScheduleLines:
    rows: Rows
    total: str


@dataclass(frozen=True)
class RequestLines:
    """`asked` None where no schedule was named that could be worked out."""

    kind: str
    said: tuple[str, ...]
    owed: str
    asked: ScheduleLines | None
    nearest: ScheduleLines | None


def request_view(session: Session, conversation: Conversation) -> RequestLines | None:
    """The newest; None where nothing was asked."""
    row = plan_changes.newest_request(session, conversation.practice_id, conversation.id)
    if row is None:
        return None
    owed = row.pack["owed_cents"]
    return RequestLines(
        kind=said("plan_requests", row.kind),
        said=tuple(row.said.splitlines()),
        owed=money(owed) if owed else "",
        asked=_lines(row.pack["asked"]),
        nearest=_lines(row.pack["nearest"]),
    )


def _lines(schedule: Mapping[str, Any] | None) -> ScheduleLines | None:
    if schedule is None:
        return None
    rows = tuple((_day(str(on)), money(int(cents))) for on, cents in schedule["rows"])
    return ScheduleLines(rows, money(int(schedule["total_cents"])))


def _day(iso: str) -> str:
    on = date.fromisoformat(iso)
    return f"{on:%a %b} {on.day}, {on.year}"
