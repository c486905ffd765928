"""The people of a balances file, looked up and written many at a time."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from sqlalchemy import func, select, update
from sqlalchemy.orm import Session

from bot.models import Consent, OptOut, Patient, SuppressedNumber
from bot.store import in_bulk


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
    told: dict[str, Any] | None


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
    """Two imports of one practice wait for each other, transaction by transaction.

    Tables grow under our hands: a plan made while they were empty must not be used again.
    """
    session.execute(select(func.set_config("plan_cache_mode", "force_custom_plan", True)))
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
            Patient.practice_id == practice_id, in_bulk.is_one_of(Patient.external_id, external_ids)
        )
    )
    return {external_id: KnownPerson(*rest) for external_id, *rest in rows}


def add(session: Session, practice_id: int, people: in_bulk.Rows, now: datetime) -> dict[str, int]:
    """External id -> id."""
    rows = [{**person, "practice_id": practice_id, "created_at": now} for person in people]
    made = in_bulk.add_returning(session, Patient, rows, Patient.external_id, Patient.id)
    return {row[0]: row[1] for row in made}


def change(session: Session, practice_id: int, changes: Mapping[int, Mapping[str, Any]]) -> None:
    """Patient -> the columns that change; those with the same columns change together."""
    alike: defaultdict[tuple[str, ...], list[dict[str, Any]]] = defaultdict(list)
    for patient_id, values in changes.items():
        alike[tuple(sorted(values))].append({"id": patient_id, **values})
    for rows in alike.values():
        in_bulk.change_all(session, practice_id, Patient, ("id",), rows)


def suppressed(
    session: Session, practice_id: int, patient_ids: Iterable[int]
) -> set[tuple[int, str]]:
    """Who is never to be reached on which number (I17)."""
    rows = session.execute(
        select(SuppressedNumber.patient_id, SuppressedNumber.phone_key).where(
            SuppressedNumber.practice_id == practice_id,
            in_bulk.is_one_of(SuppressedNumber.patient_id, patient_ids),
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
            in_bulk.is_one_of(Consent.patient_id, patient_ids),
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
            in_bulk.is_one_of(OptOut.phone_key, phone_keys),
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
            .where(Consent.practice_id == practice_id, in_bulk.is_one_of(Consent.id, consent_ids))
            .values(revoked_at=now)
        )


def add_consents(session: Session, practice_id: int, given: in_bulk.Rows) -> None:
    shared = {"practice_id": practice_id, "scope": "billing"}
    in_bulk.add_all(session, Consent, [{**shared, **consent} for consent in given])
