"""Texts, both ways. One that is not sent is still a row, with its reason."""

from collections.abc import Sequence
from datetime import datetime, timedelta

from sqlalchemy import func, or_, select, update
from sqlalchemy.dialects.postgresql import insert
from sqlalchemy.orm import Session

from bot.models import DecisionRow, Direction, Message
from bot.rules.verdicts import Verdict


def receive(
    session: Session,
    practice_id: int,
    conversation_id: int,
    body: str,
    media: list[dict[str, str]],
    twilio_sid: str,
    now: datetime,
    visit_id: int | None = None,
) -> int | None:
    """The new row's id, or None: this very text came before (Twilio delivers again).

    In the web chat `twilio_sid` is the visit's own number of the form that was posted.
    """
    return session.scalar(
        insert(Message)
        .values(
            practice_id=practice_id,
            conversation_id=conversation_id,
            direction=Direction.INBOUND,
            kind="text",
            author="patient",
            body=body,
            says=[],
            media=media,
            status="received",
            twilio_sid=twilio_sid,
            visit_id=visit_id,
            tries=0,
            looks=0,
            created_at=now,
        )
        .on_conflict_do_nothing(index_elements=["twilio_sid"])
        .returning(Message.id)
    )


def note_redacted(
    session: Session, practice_id: int, message_id: int | None, kinds: Sequence[str]
) -> None:
    """What was taken out of a text before it was stored, so that its answer can say so."""
    if message_id is not None and kinds:
        session.execute(
            update(Message)
            .where(Message.practice_id == practice_id, Message.id == message_id)
            .values(understood={"redacted": list(kinds)})
        )


def unanswered(session: Session, practice_id: int, conversation_id: int) -> Sequence[Message]:
    """From one place, the oldest's: who texts is not who writes in a browser, and waits a turn."""
    rows = session.scalars(
        select(Message)
        .where(
            Message.practice_id == practice_id,
            Message.conversation_id == conversation_id,
            Message.direction == Direction.INBOUND,
            Message.taken_at.is_(None),
        )
        .order_by(Message.id)
    ).all()
    return [row for row in rows if row.visit_id == rows[0].visit_id]


def last_inbound(
    session: Session, practice_id: int, conversation_id: int, since: datetime, most: int
) -> list[Message]:
    """The patient's texts just before, answered or not, the oldest first."""
    newest = session.scalars(
        select(Message)
        .where(
            Message.practice_id == practice_id,
            Message.conversation_id == conversation_id,
            Message.direction == Direction.INBOUND,
            Message.created_at >= since,
        )
        .order_by(Message.id.desc())
        .limit(most)
    )
    return list(newest)[::-1]


def queue(session: Session, message: Message) -> Message:
    session.add(message)
    session.flush()
    return message


def get(session: Session, practice_id: int, message_id: int) -> Message | None:
    return session.scalar(
        select(Message).where(Message.practice_id == practice_id, Message.id == message_id)
    )


def lock(session: Session, practice_id: int, message_id: int) -> Message | None:
    return session.scalar(
        select(Message)
        .where(Message.practice_id == practice_id, Message.id == message_id)
        .with_for_update()
        .execution_options(populate_existing=True)
    )


def last_text_to(session: Session, practice_id: int, conversation_id: int) -> str:
    """The last thing the patient heard from us, or ""."""
    return (
        session.scalar(
            select(Message.body)
            .where(
                Message.practice_id == practice_id,
                Message.conversation_id == conversation_id,
                Message.direction == Direction.OUTBOUND,
                Message.status != "withheld",
            )
            .order_by(Message.id.desc())
            .limit(1)
        )
        or ""
    )


def last_kind_to(session: Session, practice_id: int, conversation_id: int) -> str:
    """Of the last thing the patient heard from us, or ""."""
    return (
        session.scalar(
            select(Message.kind)
            .where(
                Message.practice_id == practice_id,
                Message.conversation_id == conversation_id,
                Message.direction == Direction.OUTBOUND,
                Message.status != "withheld",
            )
            .order_by(Message.id.desc())
            .limit(1)
        )
        or ""
    )


def thread(session: Session, practice_id: int, conversation_id: int) -> Sequence[Message]:
    return session.scalars(
        select(Message)
        .where(Message.practice_id == practice_id, Message.conversation_id == conversation_id)
        .order_by(Message.id)
    ).all()


def claim(session: Session, practice_id: int, message_id: int, now: datetime) -> bool:
    """queued -> sending by one UPDATE: only one sender ever gets True."""
    done = session.execute(
        update(Message)
        .where(
            Message.practice_id == practice_id,
            Message.id == message_id,
            Message.status == "queued",
        )
        .values(status="sending", sending_at=now, tries=Message.tries + 1)
    )
    return bool(done.rowcount)  # type: ignore[attr-defined]


def stuck(session: Session, practice_id: int, before: datetime) -> Sequence[int]:
    """Texts whose sender died between claiming and knowing."""
    return session.scalars(
        select(Message.id).where(
            Message.practice_id == practice_id,
            Message.status == "sending",
            Message.sending_at < before,
        )
    ).all()


def left_queued(session: Session, practice_id: int, now: datetime) -> Sequence[int]:
    """Queued texts whose hour has come, or that no job seems to be looking after."""
    return session.scalars(
        select(Message.id)
        .where(
            Message.practice_id == practice_id,
            Message.direction == Direction.OUTBOUND,
            Message.status == "queued",
            or_(
                Message.send_after <= now,
                Message.send_after.is_(None) & (Message.created_at < now - timedelta(minutes=2)),
            ),
        )
        .order_by(Message.id)
        .limit(500)
    ).all()


def left_unanswered(
    session: Session, practice_id: int, before: datetime
) -> Sequence[tuple[int, datetime]]:
    """Threads whose turn has not been taken: their id, and since when the oldest text waits."""
    rows = session.execute(
        select(Message.conversation_id, func.min(Message.created_at))
        .where(
            Message.practice_id == practice_id,
            Message.direction == Direction.INBOUND,
            Message.taken_at.is_(None),
            Message.created_at < before,
        )
        .group_by(Message.conversation_id)
    )
    return [(conversation_id, since) for conversation_id, since in rows]


def decide(
    session: Session, practice_id: int, message_id: int, verdict: Verdict, version: str,
    now: datetime,
) -> None:  # fmt: skip
    """Why this text went out, or why not."""
    session.add(
        DecisionRow(
            practice_id=practice_id,
            message_id=message_id,
            rule=verdict.rule,
            version=version,
            allowed=verdict.allowed,
            reason=verdict.reason,
            decided_at=now,
        )
    )
