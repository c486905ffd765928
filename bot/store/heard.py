"""What a number has already heard from us: the gates ask before anything is added to it."""

from datetime import datetime

from sqlalchemy import func, or_, select
from sqlalchemy.orm import Session

from bot.models import Conversation, Direction, Message, OptOut

UNASKED_FOR = ("reminder", "asked")  # after a text that was asked for, reminders wait as well
GONE = ("sending", "sent", "delivered", "undelivered", "unknown")


def reminders_sent_at(
    session: Session, practice_id: int, conversation_id: int, since: datetime
) -> tuple[datetime, ...]:
    """When this number last heard from us unasked; one that is on its way counts (I05)."""
    rows = session.scalars(
        select(func.coalesce(Message.sent_at, Message.sending_at))
        .where(
            Message.practice_id == practice_id,
            Message.conversation_id == conversation_id,
            Message.kind.in_(UNASKED_FOR),
            Message.status.in_(GONE),
            func.coalesce(Message.sent_at, Message.sending_at) >= since,
        )
        .order_by(Message.id)
    )
    return tuple(rows)


def reminders_about(session: Session, practice_id: int, statement_id: int | None) -> int:
    found = select(func.count()).where(
        Message.practice_id == practice_id,
        Message.kind == "reminder",
        Message.statement_id == statement_id,
        Message.status.not_in(("withheld", "queued")),
    )
    return int(session.scalar(found) or 0)


def optout_confirmed(session: Session, practice_id: int, conversation_id: int) -> bool:
    """Whether the last opt-out of this thread has had its one confirmation (I02)."""
    found = (
        select(Message.id)
        .join(OptOut, (OptOut.practice_id == practice_id) & OptOut.lifted_at.is_(None))
        .join(
            Conversation,
            (Conversation.id == conversation_id) & (Conversation.phone_key == OptOut.phone_key),
        )
        .where(
            Message.practice_id == practice_id,
            Message.conversation_id == conversation_id,
            Message.kind == "confirmation",
            Message.status.in_(GONE),
            Message.created_at >= OptOut.opted_out_at,
        )
    )
    return session.scalar(found.limit(1)) is not None


def is_answered(session: Session, practice_id: int, message: Message) -> bool:
    """Another reply to the same text has gone out already (R15: one answer an inbound)."""
    if message.answers_id is None:
        return False
    found = select(Message.id).where(
        Message.practice_id == practice_id,
        Message.answers_id == message.answers_id,
        Message.id != message.id,
        Message.direction == Direction.OUTBOUND,
        Message.author == message.author,
        Message.status.in_(GONE),
    )
    return session.scalar(found.limit(1)) is not None


def last_talk_at(session: Session, practice_id: int, conversation_id: int) -> datetime | None:
    """When the patient last wrote, or somebody last answered them."""
    return session.scalar(
        select(func.max(Message.created_at)).where(
            Message.practice_id == practice_id,
            Message.conversation_id == conversation_id,
            Message.kind.in_(("text", "reply", "staff")),
        )
    )


def waits_behind(session: Session, message: Message, now: datetime) -> bool:
    """An earlier text of the same thread is still on its way: order is kept.

    One that waits for its hour holds nobody up.
    """
    found = select(Message.id).where(
        Message.practice_id == message.practice_id,
        Message.conversation_id == message.conversation_id,
        Message.direction == Direction.OUTBOUND,
        Message.kind.not_in(UNASKED_FOR),
        Message.visit_id.is_not_distinct_from(message.visit_id),
        Message.id < message.id,
        Message.status.in_(("queued", "sending")),
        or_(Message.send_after.is_(None), Message.send_after <= now),
    )
    return session.scalar(found.limit(1)) is not None
