"""Conversations: one number's thread with one practice, and what is kept in mind of it."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime
from typing import Any

from sqlalchemy import select
from sqlalchemy.dialects.postgresql import insert
from sqlalchemy.orm import Session

from bot.action import Memory, Question, Wish
from bot.models import Conversation, IdentityCheck, Patient
from bot.models.crypto import blind_index
from bot.rules.states import Event, State, move

DOORS = ("door", "aside")


def of_number(
    session: Session, practice_id: int, phone: str, language: str, now: datetime
) -> Conversation:
    """The thread of this number, begun now if there is none; two at once make one."""
    key = blind_index(phone)
    session.execute(
        insert(Conversation)
        .values(
            practice_id=practice_id,
            phone=phone,
            phone_key=key,
            state=State.BOT,
            language=language,
            memory={},
            created_at=now,
        )
        .on_conflict_do_nothing(index_elements=["practice_id", "phone_key"])
    )
    return session.scalars(
        select(Conversation).where(
            Conversation.practice_id == practice_id, Conversation.phone_key == key
        )
    ).one()


def get(session: Session, practice_id: int, conversation_id: int) -> Conversation | None:
    return session.scalar(
        select(Conversation).where(
            Conversation.practice_id == practice_id, Conversation.id == conversation_id
        )
    )


def lock(session: Session, practice_id: int, conversation_id: int) -> Conversation:
    """Turns of one thread take turns; so do staff who take it over."""
    return session.scalars(
        select(Conversation)
        .where(Conversation.practice_id == practice_id, Conversation.id == conversation_id)
        .with_for_update()
        .execution_options(populate_existing=True)
    ).one()


def change_state(conversation: Conversation, event: Event) -> None:
    """Raises RefusedTransition: a refused one is a bug shown, not ignored."""
    conversation.state = move(State(conversation.state), event)


def of_patient(session: Session, practice_id: int, patient_id: int) -> Sequence[Conversation]:
    return session.scalars(
        select(Conversation).where(
            Conversation.practice_id == practice_id, Conversation.patient_id == patient_id
        )
    ).all()


def record_identity_check(
    session: Session,
    practice_id: int,
    conversation: Conversation,
    patient_id: int | None,
    now: datetime,
) -> None:
    note_check(session, practice_id, conversation.id, patient_id, now)
    if patient_id is not None:
        conversation.patient_id = patient_id
        conversation.verified_at = now


def note_check(
    session: Session, practice_id: int, conversation_id: int, patient_id: int | None, now: datetime
) -> None:
    session.add(
        IdentityCheck(
            practice_id=practice_id,
            conversation_id=conversation_id,
            patient_id=patient_id,
            checked_at=now,
            passed=patient_id is not None,
        )
    )


def knows(session: Session, practice_id: int, phone_key: str) -> bool:
    """Whether this number is one of the practice's patients'."""
    found = select(Patient.id).where(
        Patient.practice_id == practice_id, Patient.phone_key == phone_key
    )
    return session.scalar(found.limit(1)) is not None


def memory_of(conversation: Conversation) -> Memory:
    """From the JSON that is kept; what an older program wrote and we no longer know is dropped."""
    raw = conversation.memory
    return Memory(
        question=_question(raw.get("question")),
        wishes=tuple(Wish(w["intent"], w["text"]) for w in raw.get("wishes", [])),
        clarifications=raw.get("clarifications", 0),
        introduced=raw.get("introduced", False),
        last_keys=tuple(raw.get("last_keys", [])),
        alike=raw.get("alike", 0),
        let_go=_question(raw.get("let_go")),
        identity_failures=tuple(
            datetime.fromisoformat(at) for at in raw.get("identity_failures", [])
        ),
        complaints=raw.get("complaints", 0),
        owner_id=raw.get("owner"),
        repeats=raw.get("repeats", 0),
    )


def _question(raw: dict[str, Any] | None) -> Question | None:
    return Question(raw["name"], raw["action"], raw["about"]) if raw else None


def introduced(memory: Memory) -> Memory:
    return replace(memory, introduced=True)


def keep_memory(conversation: Conversation, memory: Memory) -> None:
    """What bot.store.doors has set aside stays beside it."""
    doors = {name: conversation.memory[name] for name in DOORS if name in conversation.memory}
    conversation.memory = {
        **doors,
        "question": _as_json(memory.question),
        "let_go": _as_json(memory.let_go),
        "alike": memory.alike,
        "wishes": [{"intent": w.intent, "text": w.text} for w in memory.wishes],
        "clarifications": memory.clarifications,
        "introduced": memory.introduced,
        "last_keys": list(memory.last_keys),
        "identity_failures": [at.isoformat() for at in memory.identity_failures],
        "complaints": memory.complaints,
        "owner": memory.owner_id,
        "repeats": memory.repeats,
    }


def _as_json(asked: Question | None) -> dict[str, Any] | None:
    if asked is None:
        return None
    return {"name": asked.name, "action": asked.action, "about": dict(asked.about)}
