"""The staff's inbox: threads with their last line, their people and the money at stake."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from datetime import date, datetime

from sqlalchemy import ColumnElement, func, select
from sqlalchemy.dialects.postgresql import distinct_on
from sqlalchemy.orm import Session

from bot.models import (
    Account,
    Conversation,
    Direction,
    Handoff,
    Hold,
    LedgerEntry,
    Message,
    Patient,
    Statement,
)
from bot.store.handoffs import MOST_PRESSING_FIRST

MOST = 100


def needing_person(session: Session, practice_id: int) -> Sequence[Conversation]:
    """Danger first, then the earliest promise; all of them."""
    return session.scalars(
        select(Conversation)
        .join(Handoff, Handoff.conversation_id == Conversation.id)
        .where(Conversation.practice_id == practice_id, Handoff.closed_at.is_(None))
        .order_by(*MOST_PRESSING_FIRST)
    ).all()


def everyone(session: Session, practice_id: int) -> Sequence[Conversation]:
    return _latest(session, practice_id, Conversation.practice_id == practice_id)


def of_staff(session: Session, practice_id: int, staff_id: int) -> Sequence[Conversation]:
    return _latest(session, practice_id, Conversation.staff_id == staff_id)


def counts(session: Session, practice_id: int, staff_id: int) -> tuple[int, int, int]:
    """How many need a person, are this colleague's, and there are in all."""
    needing = select(func.count(Handoff.id)).where(
        Handoff.practice_id == practice_id, Handoff.closed_at.is_(None)
    )
    whole = select(
        func.count(Conversation.id).filter(Conversation.staff_id == staff_id),
        func.count(Conversation.id),
    ).where(Conversation.practice_id == practice_id)
    mine, in_all = session.execute(whole).one()
    return int(session.scalar(needing) or 0), int(mine), int(in_all)


def handoffs_of(session: Session, practice_id: int, ids: Iterable[int]) -> dict[int, Handoff]:
    """By conversation; only those still open."""
    rows = session.scalars(
        select(Handoff).where(
            Handoff.practice_id == practice_id,
            Handoff.conversation_id.in_(list(ids)),
            Handoff.closed_at.is_(None),
        )
    )
    return {row.conversation_id: row for row in rows}


def last_lines(session: Session, practice_id: int, ids: Iterable[int]) -> dict[int, Message]:
    """By conversation: the patient's last words; ours where they have never written."""
    rows = session.scalars(
        select(Message)
        .ext(distinct_on(Message.conversation_id))
        .where(Message.practice_id == practice_id, Message.conversation_id.in_(list(ids)))
        .order_by(
            Message.conversation_id, Message.direction == Direction.OUTBOUND, Message.id.desc()
        )
    )
    return {row.conversation_id: row for row in rows}


def opening_words(session: Session, practice_id: int, ids: Iterable[int]) -> dict[int, str]:
    """By conversation that waits: the patient's text for which a person was asked.

    A birth date, told in between, is not it.
    """
    rows = session.execute(
        select(Message.conversation_id, Message.body)
        .ext(distinct_on(Message.conversation_id))
        .join(Handoff, Handoff.conversation_id == Message.conversation_id)
        .where(
            Message.practice_id == practice_id,
            Message.conversation_id.in_(list(ids)),
            Message.direction == Direction.INBOUND,
            Message.created_at <= Handoff.opened_at,
            Message.body.regexp_match("[[:alpha:]]"),
            Handoff.closed_at.is_(None),
        )
        .order_by(Message.conversation_id, Message.id.desc())
    )
    return {row[0]: row[1] for row in rows}


def answered_at(session: Session, practice_id: int, ids: Iterable[int]) -> dict[int, datetime]:
    """By conversation: when a colleague last wrote in it."""
    rows = session.execute(
        select(Message.conversation_id, func.max(Message.created_at))
        .where(
            Message.practice_id == practice_id,
            Message.conversation_id.in_(list(ids)),
            Message.kind == "staff",
            Message.status != "withheld",
        )
        .group_by(Message.conversation_id)
    )
    return {row[0]: row[1] for row in rows}


def written_since(
    session: Session, practice_id: int, since: Mapping[int, datetime]
) -> dict[int, list[tuple[datetime, str]]]:
    """By conversation: what the patient wrote after that moment, the oldest first."""
    if not since:
        return {}
    rows = session.execute(
        select(Message.conversation_id, Message.created_at, Message.body)
        .where(
            Message.practice_id == practice_id,
            Message.conversation_id.in_(list(since)),
            Message.direction == Direction.INBOUND,
            Message.created_at > min(since.values()),
        )
        .order_by(Message.id)
    )
    found: dict[int, list[tuple[datetime, str]]] = defaultdict(list)
    for conversation_id, at, body in rows:
        if at > since[conversation_id]:
            found[conversation_id].append((at, body))
    return found


def people_of(
    session: Session, practice_id: int, conversations: Sequence[Conversation]
) -> dict[int, list[Patient]]:
    """By conversation: who was identified, else everybody reached on that number."""
    rows = on_numbers(session, practice_id, {row.phone_key for row in conversations})
    by_key: dict[str | None, list[Patient]] = defaultdict(list)
    for row in rows:
        by_key[row.phone_key].append(row)
    return {c.id: _identified(c, by_key[c.phone_key]) for c in conversations}


def on_numbers(session: Session, practice_id: int, phone_keys: Iterable[str]) -> Sequence[Patient]:
    """Everybody reached on one of these numbers."""
    return session.scalars(
        select(Patient)
        .where(Patient.practice_id == practice_id, Patient.phone_key.in_(list(phone_keys)))
        .order_by(Patient.id)
    ).all()


def owed_cents(session: Session, practice_id: int, patient_ids: Iterable[int]) -> dict[int, int]:
    """By patient: the sum of their ledger."""
    rows = session.execute(
        select(Account.guarantor_id, func.sum(LedgerEntry.cents))
        .join(Statement, Statement.account_id == Account.id)
        .join(LedgerEntry, LedgerEntry.statement_id == Statement.id)
        .where(Account.practice_id == practice_id, Account.guarantor_id.in_(list(patient_ids)))
        .group_by(Account.guarantor_id)
    )
    return {patient_id: int(cents) for patient_id, cents in rows}


def _identified(conversation: Conversation, people: list[Patient]) -> list[Patient]:
    known = [person for person in people if person.id == conversation.patient_id]
    return known or people


def _latest(
    session: Session, practice_id: int, chosen: ColumnElement[bool]
) -> Sequence[Conversation]:
    """The most lately active first."""
    active_at = func.coalesce(Conversation.last_inbound_at, Conversation.created_at)
    return session.scalars(
        select(Conversation)
        .where(Conversation.practice_id == practice_id, chosen)
        .order_by(active_at.desc(), Conversation.id.desc())
        .limit(MOST)
    ).all()


def open_holds(
    session: Session, practice_id: int, patient_ids: Iterable[int], today: date
) -> Sequence[Hold]:
    """As rows, for the button that releases them."""
    return session.scalars(
        select(Hold)
        .where(
            Hold.practice_id == practice_id,
            Hold.patient_id.in_(list(patient_ids)),
            Hold.released_at.is_(None),
            (Hold.until.is_(None)) | (Hold.until >= today),
        )
        .order_by(Hold.id)
    ).all()
