"""Patients, who answers for whom, and what each number has agreed to."""

import json
from collections.abc import Iterable, Sequence
from datetime import datetime

from sqlalchemy import exists, select, update
from sqlalchemy.orm import Session

from bot.action import Person
from bot.models import Account, OptOut, Patient, SuppressedNumber
from bot.models.crypto import blind_index
from bot.rules import told_fields
from bot.rules.texting_wishes import TextingWish, from_body, to_body


def get(session: Session, practice_id: int, patient_id: int) -> Patient:
    return session.scalars(
        select(Patient).where(Patient.practice_id == practice_id, Patient.id == patient_id)
    ).one()


def by_external_id(session: Session, practice_id: int, external_id: str) -> Patient:
    return session.scalars(
        select(Patient).where(
            Patient.practice_id == practice_id, Patient.external_id == external_id
        )
    ).one()


def on_number(session: Session, practice_id: int, phone: str) -> tuple[Person, ...]:
    """Everybody who answers for an account and is reached on this number."""
    key = blind_index(phone)
    answers = exists().where(Account.guarantor_id == Patient.id)
    suppressed = exists().where(
        SuppressedNumber.patient_id == Patient.id, SuppressedNumber.phone_key == key
    )
    rows = session.scalars(
        select(Patient)
        .where(Patient.practice_id == practice_id, Patient.phone_key == key, answers, ~suppressed)
        .order_by(Patient.id)
    )
    found = tuple(rows)
    others = _answered_for(session, practice_id, [row.id for row in found])
    return tuple(as_person(row, others[row.id]) for row in found)


def as_person(row: Patient, dependents: Iterable[str] = ()) -> Person:
    paydays = json.loads(row.paydays or "{}")
    return Person(
        id=row.id,
        first_name=row.first_name,
        last_name=row.last_name,
        birth_date=row.birth_date,
        zip=row.zip,
        paydays=paydays,
        email=row.email,
        dependents=tuple(dependents),
        wish=from_body(row.texting_wish),
    )


def _answered_for(
    session: Session, practice_id: int, person_ids: Sequence[int]
) -> dict[int, list[str]]:
    """The first names of others whose accounts each of these answers for."""
    names: dict[int, list[str]] = {person_id: [] for person_id in person_ids}
    rows = session.execute(
        select(Account.guarantor_id, Patient.id, Patient.first_name)
        .join(Patient, Patient.id == Account.patient_id)
        .where(
            Account.practice_id == practice_id,
            Account.guarantor_id.in_(person_ids),
            Account.patient_id != Account.guarantor_id,
        )
        .distinct()
        .order_by(Patient.id)
    )
    for guarantor_id, _, first_name in rows:
        names[guarantor_id].append(first_name)
    return names


def children_by_account(session: Session, practice_id: int, person_id: int) -> dict[int, str]:
    """Account id -> first name, of others that the person answers for."""
    rows = session.execute(
        select(Account.id, Patient.first_name)
        .join(Patient, Patient.id == Account.patient_id)
        .where(
            Account.practice_id == practice_id,
            Account.guarantor_id == person_id,
            Account.patient_id != person_id,
        )
    )
    return {row.id: row.first_name for row in rows}


def remember_payday(
    session: Session, practice_id: int, patient_id: int, kind: str, rule: str
) -> None:
    """A newer rule of the same kind takes the older one's place."""
    row = get(session, practice_id, patient_id)
    row.paydays = json.dumps({**json.loads(row.paydays or "{}"), kind: rule})


def keep_wish(session: Session, practice_id: int, patient_id: int, wish: TextingWish) -> None:
    """How they like to be texted from now on; NO_WISH clears it."""
    get(session, practice_id, patient_id).texting_wish = to_body(wish) or None


def tell(
    session: Session, practice_id: int, patient_id: int, field: str, value: str, now: datetime
) -> None:
    """Their own word for "email" or "language", over the practice's file."""
    row = get(session, practice_id, patient_id)
    had = getattr(row, field)
    if had == value:
        return
    row.told = told_fields.tell(row.told, field, blind_index(had) if had else "", now)
    setattr(row, field, value)


def is_suppressed(session: Session, practice_id: int, patient_id: int, phone_key: str) -> bool:
    found = select(SuppressedNumber.id).where(
        SuppressedNumber.practice_id == practice_id,
        SuppressedNumber.patient_id == patient_id,
        SuppressedNumber.phone_key == phone_key,
    )
    return session.scalar(found) is not None


def is_forgotten(session: Session, practice_id: int, phone_key: str) -> bool:
    """Whether this number told us that it is not somebody's."""
    found = select(SuppressedNumber.id).where(
        SuppressedNumber.practice_id == practice_id, SuppressedNumber.phone_key == phone_key
    )
    return session.scalar(found.limit(1)) is not None


def suppress(
    session: Session, practice_id: int, people: Sequence[Person], phone_key: str, now: datetime
) -> None:
    """This number is none of theirs: it never hears of them again (I17)."""
    for person in people:
        if not is_suppressed(session, practice_id, person.id, phone_key):
            session.add(
                SuppressedNumber(
                    practice_id=practice_id,
                    patient_id=person.id,
                    phone_key=phone_key,
                    reported_at=now,
                )
            )


def opted_out_at(session: Session, practice_id: int, phone_key: str) -> datetime | None:
    return session.scalar(
        select(OptOut.opted_out_at).where(
            OptOut.practice_id == practice_id,
            OptOut.phone_key == phone_key,
            OptOut.lifted_at.is_(None),
        )
    )


def opt_out(session: Session, practice_id: int, phone_key: str, source: str, now: datetime) -> bool:
    """True when this is news; a second no changes nothing."""
    if opted_out_at(session, practice_id, phone_key) is not None:
        return False
    session.add(
        OptOut(practice_id=practice_id, phone_key=phone_key, source=source, opted_out_at=now)
    )
    session.flush()
    return True


def opt_in(session: Session, practice_id: int, phone_key: str, now: datetime) -> None:
    session.execute(
        update(OptOut)
        .where(
            OptOut.practice_id == practice_id,
            OptOut.phone_key == phone_key,
            OptOut.lifted_at.is_(None),
        )
        .values(lifted_at=now)
    )
