"""The people of a balances file, looked up and written many at a time."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from sqlalchemy import func, insert, select, update
from sqlalchemy.orm import Session

from bot.models import Consent, OptOut, Patient, SuppressedNumber


@dataclass(frozen=True, slots=True)
class KnownPerson:
    id: int
    first_name: str
    last_name: str
    birth_date: date | None
    zip: str | None
    phone: str | None
    phone_key: str | None
    email: str | None
    language: str
    guarantor_id: int | None


@dataclass(frozen=True, slots=True)
class KnownConsent:
    """A yes on record, in force while `revoked_at` is None."""

    id: int
    patient_id: int
    phone_key: str
    given_at: datetime
    unencrypted_ok: bool
    revoked_at: datetime | None


def take_turn(session: Session, practice_id: int) -> None:
    """Two imports of one practice wait for each other, transaction by transaction."""
    session.execute(
        select(func.pg_advisory_xact_lock(func.hashtextextended(f"import:{practice_id}", 0)))
    )


def known(
    session: Session, practice_id: int, external_ids: Iterable[str]
) -> dict[str, KnownPerson]:
    """By the practice's own number of the patient."""
    names = KnownPerson.__dataclass_fields__
    rows = session.execute(
        select(Patient.external_id, *(getattr(Patient, name) for name in names)).where(
            Patient.practice_id == practice_id, Patient.external_id.in_(list(external_ids))
        )
    )
    return {external_id: KnownPerson(*rest) for external_id, *rest in rows}


def add(
    session: Session, practice_id: int, people: Sequence[Mapping[str, Any]], now: datetime
) -> dict[str, int]:
    """External id -> id."""
    if not people:
        return {}
    rows = session.execute(
        insert(Patient).returning(Patient.external_id, Patient.id),
        [{**person, "practice_id": practice_id, "created_at": now} for person in people],
    )
    return {row[0]: row[1] for row in rows}


def change(session: Session, practice_id: int, changes: Mapping[int, Mapping[str, Any]]) -> None:
    """Only the columns named change; row-level security keeps other practices' rows out."""
    for patient_id, values in changes.items():
        session.execute(
            update(Patient)
            .where(Patient.practice_id == practice_id, Patient.id == patient_id)
            .values(**values)
        )


def suppressed(
    session: Session, practice_id: int, patient_ids: Iterable[int]
) -> set[tuple[int, str]]:
    """Who is never to be reached on which number (I17)."""
    rows = session.execute(
        select(SuppressedNumber.patient_id, SuppressedNumber.phone_key).where(
            SuppressedNumber.practice_id == practice_id,
            SuppressedNumber.patient_id.in_(list(patient_ids)),
        )
    )
    return {(patient_id, key) for patient_id, key in rows}


def consents(
    session: Session, practice_id: int, patient_ids: Iterable[int]
) -> Sequence[KnownConsent]:
    """Oldest first, also those that ended."""
    names = KnownConsent.__dataclass_fields__
    rows = session.execute(
        select(*(getattr(Consent, name) for name in names))
        .where(
            Consent.practice_id == practice_id,
            Consent.patient_id.in_(list(patient_ids)),
            Consent.scope == "billing",
        )
        .order_by(Consent.id)
    )
    return [KnownConsent(*row) for row in rows]


def opted_out(session: Session, practice_id: int, phone_keys: Iterable[str]) -> dict[str, datetime]:
    """The numbers whose no stands, and since when."""
    rows = session.execute(
        select(OptOut.phone_key, OptOut.opted_out_at).where(
            OptOut.practice_id == practice_id,
            OptOut.phone_key.in_(list(phone_keys)),
            OptOut.lifted_at.is_(None),
        )
    )
    return {row[0]: row[1] for row in rows}


def end_consents(
    session: Session, practice_id: int, consent_ids: Sequence[int], now: datetime
) -> None:
    if consent_ids:
        session.execute(
            update(Consent)
            .where(Consent.practice_id == practice_id, Consent.id.in_(consent_ids))
            .values(revoked_at=now)
        )


def add_consents(session: Session, practice_id: int, given: Sequence[Mapping[str, Any]]) -> None:
    if given:
        shared = {"practice_id": practice_id, "scope": "billing"}
        session.execute(insert(Consent), [{**shared, **consent} for consent in given])
