"""Visits to the web chat: whose conversation a browser writes in, and what it may read of it."""

from collections.abc import Iterable, Sequence
from datetime import datetime, timedelta

from sqlalchemy import delete, or_, select, update
from sqlalchemy.dialects.postgresql import insert
from sqlalchemy.orm import Session

from bot.models import (
    Conversation,
    Direction,
    Handoff,
    IdentityCheck,
    Message,
    Patient,
    PlanRequest,
    WebVisit,
)
from bot.models.conversation import WEB
from bot.rules.delivery import MessageStatus
from bot.store import conversations, handoffs
from bot.store.heard import GONE

HERE_FOR = timedelta(seconds=30)  # after the page last asked for news
SEEN_EVERY = timedelta(seconds=10)
MOST_SHOWN = 60
UNREAD = (MessageStatus.QUEUED, MessageStatus.SENDING)


def get(session: Session, practice_id: int, visit_id: int) -> WebVisit:
    return session.scalars(
        select(WebVisit).where(WebVisit.practice_id == practice_id, WebVisit.id == visit_id)
    ).one()


def of_key(session: Session, practice_id: int, key: str) -> WebVisit | None:
    return session.scalar(
        select(WebVisit)
        .where(WebVisit.practice_id == practice_id, WebVisit.key == key)
        .execution_options(populate_existing=True)
    )


def begin(
    session: Session,
    practice_id: int,
    key: str,
    conversation_id: int,
    client_key: str,
    now: datetime,
    *,
    patient_id: int | None = None,
    verified_at: datetime | None = None,
) -> WebVisit:
    """Begun twice at once, by a form posted twice, it is one visit."""
    session.execute(
        insert(WebVisit)
        .values(
            practice_id=practice_id,
            key=key,
            conversation_id=conversation_id,
            patient_id=patient_id,
            verified_at=verified_at,
            client_key=client_key,
            created_at=now,
        )
        .on_conflict_do_nothing(index_elements=["practice_id", "key"])
    )
    begun = of_key(session, practice_id, key)
    assert begun is not None
    return begun


def strangers_thread(
    session: Session, practice_id: int, key: str, language: str, now: datetime
) -> Conversation:
    """A conversation of its own until the visitor is known."""
    thread = conversations.of_number(session, practice_id, f"{WEB}{key}", language, now)
    if not thread.memory:
        memory = conversations.introduced(conversations.memory_of(thread))
        conversations.keep_memory(thread, memory)  # the page itself says who answers
    return thread


def lock_thread(session: Session, visit: WebVisit) -> Conversation:
    """The conversation before the visit, always: it may be joined to the patient's meanwhile."""
    while True:
        thread_id = visit.conversation_id
        thread = session.scalar(
            select(Conversation)
            .where(Conversation.practice_id == visit.practice_id, Conversation.id == thread_id)
            .with_for_update()
            .execution_options(populate_existing=True)
        )
        session.refresh(visit, with_for_update=True)
        if thread is not None and visit.conversation_id == thread_id:
            return thread


def join(
    session: Session, visit: WebVisit, strangers: Conversation, patient: Patient, now: datetime
) -> Conversation:
    """The stranger turned out to be this patient: what was written moves to their own thread."""
    assert patient.phone is not None
    practice_id = visit.practice_id
    theirs = conversations.of_number(session, practice_id, patient.phone, strangers.language, now)
    theirs = conversations.lock(session, practice_id, theirs.id)
    if handoffs.open_of(session, practice_id, theirs.id):
        handoffs.close(session, practice_id, strangers.id, now)
    session.flush()
    for table in (Message, Handoff, IdentityCheck, PlanRequest, WebVisit):
        session.execute(
            update(table)
            .where(table.practice_id == practice_id, table.conversation_id == strangers.id)
            .values(conversation_id=theirs.id)
        )
    theirs.language = strangers.language
    session.execute(
        delete(Conversation).where(
            Conversation.practice_id == practice_id, Conversation.id == strangers.id
        )
    )
    return theirs


def shown(session: Session, visit: WebVisit) -> Sequence[Message]:
    """What this browser may read: all of it once it is known, before that only its own words.

    A number may be a family's: what was told to somebody else on it is not shown.
    """
    own = Message.visit_id == visit.id
    anybodys = Message.patient_id.is_(None) | (Message.patient_id == visit.patient_id)
    readable = (Message.kind != "code") & (own | anybodys) if visit.verified_at else own
    newest = session.scalars(
        select(Message)
        .where(
            Message.practice_id == visit.practice_id,
            Message.conversation_id == visit.conversation_id,
            or_(Message.direction == Direction.INBOUND, Message.status.in_(GONE)),
            readable,
        )
        .order_by(Message.id.desc())
        .limit(MOST_SHOWN)
    )
    return list(newest)[::-1]


def first_unsettled(session: Session, visit: WebVisit) -> int | None:
    """The oldest message of this visit that is not answered yet, or an answer not out yet."""
    waits_out = (Message.direction == Direction.OUTBOUND) & Message.status.in_(UNREAD)
    waits_in = (Message.direction == Direction.INBOUND) & Message.taken_at.is_(None)
    return session.scalar(
        select(Message.id)
        .where(
            Message.practice_id == visit.practice_id,
            Message.conversation_id == visit.conversation_id,
            Message.visit_id == visit.id,
            waits_in | waits_out,
        )
        .order_by(Message.id)
        .limit(1)
    )


def deliver(session: Session, practice_id: int, ids: Iterable[int], now: datetime) -> None:
    """Web messages that a browser has just been handed."""
    session.execute(
        update(Message)
        .where(
            Message.practice_id == practice_id,
            Message.id.in_(list(ids)),
            Message.visit_id.is_not(None),
            Message.status == MessageStatus.SENT,
        )
        .values(status=MessageStatus.DELIVERED, sent_at=now)
        .execution_options(synchronize_session=False)
    )


def note_seen(visit: WebVisit, now: datetime) -> None:
    """A page that watches asks often; one writing in a while is enough."""
    if visit.seen_at is None or now - visit.seen_at > SEEN_EVERY:
        visit.seen_at = now


def is_here(visit: WebVisit, now: datetime) -> bool:
    return visit.seen_at is not None and now - visit.seen_at <= HERE_FOR


def last_verified(session: Session, practice_id: int, conversation_id: int) -> WebVisit | None:
    """The visit of this thread that proved who it is most lately."""
    return session.scalar(
        select(WebVisit)
        .where(
            WebVisit.practice_id == practice_id,
            WebVisit.conversation_id == conversation_id,
            WebVisit.verified_at.is_not(None),
        )
        .order_by(WebVisit.verified_at.desc())
        .limit(1)
    )
