"""A patient's words and details erased; the ledger, the yes and the no of a number stay.

What proves that we kept the law (consents, opt-outs, decisions, audit) names nobody any more.
"""

from collections.abc import Sequence
from datetime import datetime

from sqlalchemy import delete, exists, or_, select, update
from sqlalchemy.orm import Session

from bot.models import (
    Account,
    Conversation,
    Correction,
    Direction,
    Handoff,
    Hold,
    Mailing,
    Message,
    Patient,
    PaymentRequest,
    PlanRequest,
    RequestStatus,
    VisitCheck,
    WebVisit,
)
from bot.rules.states import State
from bot.store import asked_texts, patients, payments, plans, shared_words

ERASED = "Erased"
WHY = "the patient was erased"


class NotYet(Exception):
    """Money is still on its way or a plan runs: that comes to its end first."""


def erase(session: Session, practice_id: int, patient_id: int, now: datetime) -> int:
    """How many texts were blanked. Raises NotYet. Corrections go first: they hold their words."""
    if plans.active(session, practice_id, patient_id) is not None:
        raise NotYet("a payment plan is running")
    if payments.pending_cents(session, practice_id, patient_id):
        raise NotYet("a payment is on its way")
    patient = patients.get(session, practice_id, patient_id)
    threads = _threads_of(session, practice_id, patient)
    shared = shared_words.threads(session, practice_id, patient, threads)
    texts = _texts_of(session, practice_id, patient, threads)
    gone = shared_words.gone(session, practice_id, patient, texts)
    texts += shared_words.nobodys_texts(session, practice_id, shared, gone)
    session.execute(
        delete(Correction).where(
            Correction.practice_id == practice_id, Correction.message_id.in_(texts)
        )
    )
    _blank(session, practice_id, texts)
    _forget_visits(session, practice_id, patient.id, threads)
    _forget_requests(session, practice_id, patient.id, threads, now)
    _forget_threads(session, practice_id, threads, now)
    shared_words.forget(session, practice_id, patient, shared, gone)
    _forget_person(session, practice_id, patient)
    return len(texts)


def _threads_of(session: Session, practice_id: int, patient: Patient) -> Sequence[int]:
    """Those that are theirs alone: where another answers on the number, the thread stays."""
    other = exists().where(
        Patient.practice_id == practice_id,
        Patient.phone_key == Conversation.phone_key,
        Patient.id != patient.id,
        Account.guarantor_id == Patient.id,
    )
    chatted = select(WebVisit.conversation_id).where(
        WebVisit.practice_id == practice_id, WebVisit.patient_id == patient.id
    )
    is_theirs = or_(
        Conversation.phone_key == patient.phone_key,
        Conversation.patient_id == patient.id,
        Conversation.id.in_(chatted),
    )
    return session.scalars(
        select(Conversation.id).where(Conversation.practice_id == practice_id, is_theirs, ~other)
    ).all()


def _texts_of(
    session: Session, practice_id: int, patient: Patient, threads: Sequence[int]
) -> list[int]:
    """All of their own threads; elsewhere theirs, what was said about them and what it answered."""
    about = select(Message.answers_id).where(
        Message.practice_id == practice_id,
        Message.patient_id == patient.id,
        Message.answers_id.is_not(None),
    )
    found = select(Message.id).where(
        Message.practice_id == practice_id,
        or_(
            Message.conversation_id.in_(threads),
            Message.patient_id == patient.id,
            Message.id.in_(about),
        ),
    )
    return list(session.scalars(found))


def _blank(session: Session, practice_id: int, texts: Sequence[int]) -> None:
    """The rows stay, to say that a text was sent or came; what is queued is sent no more."""
    mine = Message.practice_id == practice_id, Message.id.in_(texts)
    session.execute(update(Message).where(*mine).values(body="", media=[], understood=None))
    waiting = Message.direction == Direction.OUTBOUND, Message.status == "queued"
    withheld = {"status": "withheld", "reason": WHY}
    session.execute(update(Message).where(*mine, *waiting).values(**withheld))


def _forget_visits(
    session: Session, practice_id: int, patient_id: int, threads: Sequence[int]
) -> None:
    """Their browsers are strangers' again, and what was told in them to prove it is gone."""
    mine = (
        WebVisit.practice_id == practice_id,
        or_(WebVisit.patient_id == patient_id, WebVisit.conversation_id.in_(threads)),
    )
    visits = session.scalars(select(WebVisit).where(*mine)).all()
    checks = (
        VisitCheck.practice_id == practice_id,
        or_(VisitCheck.patient_id == patient_id, VisitCheck.visit_id.in_([v.id for v in visits])),
    )
    told = {"named": None, "born": None, "code_key": None}
    session.execute(update(VisitCheck).where(*checks).values(**told))
    for visit in visits:
        visit.key, visit.client_key = f"erased:{visit.id}", ""
        visit.patient_id = visit.verified_at = None


def _forget_requests(
    session: Session, practice_id: int, patient_id: int, threads: Sequence[int], now: datetime
) -> None:
    """What they asked for by text or e-mail is not done any more; their words to a person go."""
    asked_texts.end_open(session, practice_id, patient_id, WHY, now)
    mailed = Mailing.practice_id == practice_id, Mailing.patient_id == patient_id
    waiting = Mailing.sent_at.is_(None), Mailing.given_up_at.is_(None)
    session.execute(update(Mailing).where(*mailed, *waiting).values(given_up_at=now))
    session.execute(update(Mailing).where(*mailed).values(address=""))
    asked = (
        PlanRequest.practice_id == practice_id,
        or_(PlanRequest.patient_id == patient_id, PlanRequest.conversation_id.in_(threads)),
    )
    session.execute(update(PlanRequest).where(*asked).values(said=""))


def _forget_threads(
    session: Session, practice_id: int, threads: Sequence[int], now: datetime
) -> None:
    for thread in session.scalars(
        select(Conversation).where(
            Conversation.practice_id == practice_id, Conversation.id.in_(threads)
        )
    ):
        thread.phone, thread.phone_key = "", f"erased:{thread.id}"
        thread.memory, thread.state, thread.staff_id = {}, State.CLOSED, None
        thread.patient_id, thread.verified_at = None, None
    mine = Handoff.practice_id == practice_id, Handoff.conversation_id.in_(threads)
    session.execute(update(Handoff).where(*mine).values(note=None, note_of=[]))
    session.execute(update(Handoff).where(*mine, Handoff.closed_at.is_(None)).values(closed_at=now))


def _forget_person(session: Session, practice_id: int, patient: Patient) -> None:
    """`external_id` stays: the practice's own file would bring an unknown one in anew."""
    patient.first_name, patient.last_name = ERASED, ""
    patient.birth_date = patient.zip = patient.phone = patient.phone_key = None
    patient.email = patient.paydays = patient.stripe_customer_id = None
    patient.texting_wish = patient.told = None
    session.execute(
        update(Hold)
        .where(Hold.practice_id == practice_id, Hold.patient_id == patient.id)
        .values(note="")
    )
    session.execute(
        update(PaymentRequest)
        .where(
            PaymentRequest.practice_id == practice_id,
            PaymentRequest.patient_id == patient.id,
            PaymentRequest.status == RequestStatus.OPEN,
        )
        .values(status=RequestStatus.SUPERSEDED)
    )
    session.flush()
