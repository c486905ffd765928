"""What was asked of a plan beyond what may be agreed by text: the pack a person decides on."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from sqlalchemy.orm import Session

from bot.models import Conversation, PlanRequest
from bot.rules.money import money
from bot.rules.plans import Installment
from bot.store import handoffs, plan_changes
from bot.web.staff_words import said
from bot.web.state_view import StateLines, parts_of, state_view

HARDSHIP = "hardship"
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


def state_beside(
    session: Session, conversation: Conversation, state: str | None
) -> StateLines | None:
    """The rules of the practice's state, where something is asked for or money is short."""
    row = plan_changes.newest_request(session, conversation.practice_id, conversation.id)
    waiting = handoffs.open_of(session, conversation.practice_id, conversation.id)
    if row is None and (waiting is None or waiting.topic != HARDSHIP):
        return None
    return state_view(state, _schedules(row) if row else ())


def _schedules(row: PlanRequest) -> list[tuple[Installment, ...]]:
    packed = (row.pack["asked"], row.pack["nearest"])
    return [parts_of(schedule["rows"]) for schedule in packed if schedule]


def _lines(schedule: Mapping[str, Any] | None) -> ScheduleLines | None:
    if schedule is None:
        return None
    rows = tuple((_day(str(on)), money(int(cents))) for on, cents in schedule["rows"])
    return ScheduleLines(rows, money(int(schedule["total_cents"])))


def _day(iso: str) -> str:
    on = date.fromisoformat(iso)
    return f"{on:%a %b} {on.day}, {on.year}"
