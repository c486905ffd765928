"""Words of an erased patient in a thread that is another's too: theirs go, the other's stay."""

from collections.abc import Sequence

from sqlalchemy import Select, select
from sqlalchemy.orm import Session

from bot.models import Conversation, Direction, Handoff, Hold, Message, Patient, PlanRequest
from bot.rules.erasing import Erased, lines_left, may_stay, names
from bot.store import doors, in_bulk


def threads(
    session: Session, practice_id: int, patient: Patient, own: Sequence[int]
) -> Sequence[int]:
    """Of their number, or where they spoke, and not theirs alone."""
    spoke = select(Message.conversation_id).where(
        Message.practice_id == practice_id, Message.patient_id == patient.id
    )
    return session.scalars(
        select(Conversation.id).where(
            Conversation.practice_id == practice_id,
            (Conversation.phone_key == patient.phone_key) | Conversation.id.in_(spoke),
            Conversation.id.not_in(own),
        )
    ).all()


def gone(session: Session, practice_id: int, patient: Patient, texts: Sequence[int]) -> Erased:
    """As the rules see them. Before anything is blanked: `texts` are those that go."""
    bodies = session.scalars(
        select(Message.body).where(
            Message.practice_id == practice_id,
            Message.direction == Direction.INBOUND,
            in_bulk.is_one_of(Message.id, texts),
        )
    ).all()
    others = [other.first_name for other in session.scalars(_others(practice_id, patient))]
    return Erased(patient.id, patient.first_name, tuple(others), tuple(bodies))


def nobodys_texts(
    session: Session, practice_id: int, shared: Sequence[int], erased: Erased
) -> list[int]:
    """Texts that name them, by whoever held the phone before it was known who that is."""
    answered = select(Message.answers_id).where(
        Message.practice_id == practice_id,
        Message.answers_id.is_not(None),
        Message.patient_id.is_not(None),
    )
    rows = session.execute(
        select(Message.id, Message.body).where(
            Message.practice_id == practice_id,
            Message.conversation_id.in_(shared),
            Message.direction == Direction.INBOUND,
            Message.patient_id.is_(None),
            Message.id.not_in(answered),
        )
    )
    return [message_id for message_id, body in rows if names(body, erased)]


def forget(
    session: Session, practice_id: int, patient: Patient, shared: Sequence[int], erased: Erased
) -> None:
    """Notes to a person, what was asked of a plan, others' holds, and what is kept in mind."""
    _forget_notes(session, practice_id, shared, erased)
    others = [other.id for other in session.scalars(_others(practice_id, patient))]
    for hold in session.scalars(
        select(Hold).where(Hold.practice_id == practice_id, Hold.patient_id.in_(others))
    ):
        hold.note = hold.note if may_stay(hold.note, None, erased) else ""
    for thread in session.scalars(
        select(Conversation).where(
            Conversation.practice_id == practice_id, Conversation.id.in_(shared)
        )
    ):
        _forget_in_mind(thread, erased)


def _others(practice_id: int, patient: Patient) -> Select[Patient]:
    return select(Patient).where(
        Patient.practice_id == practice_id,
        Patient.phone_key == patient.phone_key,
        Patient.id != patient.id,
    )


def _forget_notes(
    session: Session, practice_id: int, shared: Sequence[int], erased: Erased
) -> None:
    for handoff in session.scalars(
        select(Handoff).where(
            Handoff.practice_id == practice_id,
            Handoff.conversation_id.in_(shared),
            Handoff.note.is_not(None),
        )
    ):
        note, handoff.note_of = lines_left(handoff.note or "", handoff.note_of, erased)
        handoff.note = note or None
    for asked in session.scalars(
        select(PlanRequest).where(
            PlanRequest.practice_id == practice_id,
            PlanRequest.conversation_id.in_(shared),
            PlanRequest.patient_id.is_(None),
        )
    ):
        asked.said, _ = lines_left(asked.said, [], erased)


def _forget_in_mind(thread: Conversation, erased: Erased) -> None:
    if thread.patient_id == erased.patient_id:
        thread.patient_id = thread.verified_at = None
    memory = {name: kept for name, kept in thread.memory.items() if name != doors.ASIDE}
    if memory.get("owner") == erased.patient_id:
        memory |= {"question": None, "let_go": None, "wishes": [], "owner": None}
    wishes = memory.get("wishes", [])
    memory["wishes"] = [wish for wish in wishes if may_stay(wish["text"], None, erased)]
    thread.memory = memory
