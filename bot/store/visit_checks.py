"""Who a visitor says they are, and the code that proves it."""

import hmac
from collections.abc import Sequence
from datetime import date, datetime

from sqlalchemy import ColumnElement, exists, func, literal_column, or_, select, update
from sqlalchemy.orm import Session

from bot.models import (
    Account,
    Conversation,
    Message,
    Patient,
    SuppressedNumber,
    VisitCheck,
    WebVisit,
)
from bot.models.crypto import blind_index
from bot.rules.codes import CODE_LIVES, DAY, HOUR, MOST_TRIES
from bot.rules.full_names import is_named, last_names_in
from bot.rules.send_facts import TextKind


def add(session: Session, visit: WebVisit, named: str, born: date, now: datetime) -> VisitCheck:
    check = VisitCheck(
        practice_id=visit.practice_id,
        visit_id=visit.id,
        named=named,
        born=born,
        tries=0,
        asked_at=now,
    )
    session.add(check)
    session.flush()
    return check


def lock(session: Session, practice_id: int, check_id: int) -> VisitCheck | None:
    return session.scalar(
        select(VisitCheck)
        .where(VisitCheck.practice_id == practice_id, VisitCheck.id == check_id)
        .with_for_update()
        .execution_options(populate_existing=True)
    )


def how_many(session: Session, visit: WebVisit, now: datetime) -> int:
    """Checks of this visit in the last day."""
    found = select(func.count()).where(
        VisitCheck.practice_id == visit.practice_id,
        VisitCheck.visit_id == visit.id,
        VisitCheck.asked_at > now - DAY,
    )
    return int(session.scalar(found) or 0)


def proved(session: Session, visit: WebVisit, code: str, now: datetime) -> VisitCheck | None:
    """Which check this is the code of, of those of this visit that are still good."""
    given = code_key(visit, code)
    known = (check for check in _live(session, visit, now) if check.code_key)
    return next((c for c in known if hmac.compare_digest(c.code_key or "", given)), None)


def still_reaches(session: Session, check: VisitCheck) -> bool:
    """Whether the phone that got the code is the patient's to this moment.

    It may be lost between the two: erased, changed by the practice, or told to be somebody else's.
    """
    texted = (
        select(Message.id)
        .join(Conversation, Conversation.id == Message.conversation_id)
        .join(Patient, Patient.id == Message.patient_id)
        .where(
            Message.practice_id == check.practice_id,
            Message.kind == TextKind.CODE,
            Message.patient_id == check.patient_id,
            Message.created_at >= check.asked_at,
            Conversation.phone_key == Patient.phone_key,
            ~_is_suppressed(),
        )
    )
    return session.scalar(texted.limit(1)) is not None


def is_awaited(session: Session, visit: WebVisit, now: datetime) -> bool:
    """Whether a code may still be told; the same where none was texted."""
    return bool(_live(session, visit, now))


def count_try(session: Session, visit: WebVisit, now: datetime) -> None:
    for check in _live(session, visit, now):
        check.tries += 1


def use_up(session: Session, visit: WebVisit) -> None:
    """A code is good once."""
    session.execute(
        update(VisitCheck)
        .where(VisitCheck.practice_id == visit.practice_id, VisitCheck.visit_id == visit.id)
        .values(code_key=None)
    )


def counts(
    session: Session, visit: WebVisit, patient_id: int, now: datetime
) -> tuple[int, int, int]:
    """Codes texted to this patient in a day; checks in an hour from this address, and of all."""
    practice_id = visit.practice_id
    of_patient = select(func.count()).where(
        VisitCheck.practice_id == practice_id,
        VisitCheck.patient_id == patient_id,
        VisitCheck.asked_at > now - DAY,
    )
    lately = (
        select(func.count().filter(WebVisit.client_key == visit.client_key), func.count())
        .select_from(VisitCheck)
        .join(WebVisit, WebVisit.id == VisitCheck.visit_id)
        .where(VisitCheck.practice_id == practice_id, VisitCheck.asked_at > now - HOUR)
    )
    by_client, by_practice = session.execute(lately).one()
    return int(session.scalar(of_patient) or 0), int(by_client), int(by_practice)


def lock_patient(session: Session, practice_id: int, patient_id: int) -> Patient:
    """Codes asked for at the same moment are all counted."""
    return session.scalars(
        select(Patient)
        .where(Patient.practice_id == practice_id, Patient.id == patient_id)
        .with_for_update()
    ).one()


def patients_named(
    session: Session, practice_id: int, text: str, born: Sequence[date]
) -> list[Patient]:
    """Who answers for an account, has a phone, and is named so and born on one of these days."""
    plain = func.lower(func.normalize(Patient.last_name, literal_column("NFKD")))
    letters = func.regexp_replace(plain, "[^a-z]", "", "g")
    first_word = func.substring(func.regexp_replace(plain, "[^a-z -]", "", "g"), "^[a-z]+")
    names = last_names_in(text)
    rows = session.scalars(
        select(Patient).where(
            Patient.practice_id == practice_id,
            Patient.phone_key.is_not(None),
            exists().where(Account.guarantor_id == Patient.id),
            or_(letters.in_(names), first_word.in_(names)),
            ~_is_suppressed(),
        )
    )
    return [p for p in rows if p.birth_date in born and is_named(p.first_name, p.last_name, text)]


def _is_suppressed() -> ColumnElement[bool]:
    return exists().where(
        SuppressedNumber.patient_id == Patient.id,
        SuppressedNumber.phone_key == Patient.phone_key,
    )


def code_key(visit: WebVisit, code: str) -> str:
    return blind_index(f"visit {visit.id} code {code}")


def _live(session: Session, visit: WebVisit, now: datetime) -> Sequence[VisitCheck]:
    return session.scalars(
        select(VisitCheck).where(
            VisitCheck.practice_id == visit.practice_id,
            VisitCheck.visit_id == visit.id,
            VisitCheck.asked_at > now - CODE_LIVES,
            VisitCheck.tries < MOST_TRIES,
        )
    ).all()
