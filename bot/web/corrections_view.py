"""What the practice has taught the assistant: each correction, by whom, and what became of it."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy.orm import Session

from bot.models import Correction, Message, Practice
from bot.store import corrections
from bot.store import staff as staff_store
from bot.web.staff_words import at, meanings, said
from bot.web.thread_view import understood_words


@dataclass(frozen=True)
class CorrectionRow:
    """`state` is the name of it, `fate` its words; `reason` only where it was not learned."""

    id: int
    message_id: int
    conversation_id: int
    words: str
    understood: str
    meant: str
    by: str
    state: str
    fate: str
    reason: str


def corrections_view(
    session: Session, practice: Practice, now: datetime
) -> tuple[CorrectionRow, ...]:
    names = staff_store.names(session, practice.id)
    return tuple(
        as_row(correction, message, names, practice.timezone, now)
        for correction, message in corrections.newest_first(session, practice.id)
    )


def as_row(
    correction: Correction, message: Message, names: Mapping[int, str], zone: str, now: datetime
) -> CorrectionRow:
    who = names.get(correction.staff_id, "A colleague")
    settled = at(correction.settled_at, zone, now) if correction.settled_at else ""
    return CorrectionRow(
        id=correction.id,
        message_id=message.id,
        conversation_id=message.conversation_id,
        words=correction.text,
        understood=understood_words(message) or "nothing we could name",
        meant=meanings(correction.intents),
        by=f"{who}, {at(correction.corrected_at, zone, now)}",
        state=correction.state,
        fate=f"{said('corrections', correction.state)} {settled}".strip()
        if correction.state != "new"
        else said("corrections", correction.state),
        reason=correction.reason or "",
    )
