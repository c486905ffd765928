"""Yeses to billing texts, each given for one number."""

from datetime import datetime

from sqlalchemy import select, update
from sqlalchemy.orm import Session

from bot.models import Consent


def active(
    session: Session, practice_id: int, patient_id: int | None, phone_key: str
) -> Consent | None:
    """The yes in force for exactly this number (I03)."""
    if patient_id is None:
        return None
    return session.scalar(
        select(Consent).where(
            Consent.practice_id == practice_id,
            Consent.patient_id == patient_id,
            Consent.phone_key == phone_key,
            Consent.scope == "billing",
            Consent.revoked_at.is_(None),
        )
    )


def give(
    session: Session,
    practice_id: int,
    patient_id: int,
    phone_key: str,
    source: str,
    given_at: datetime,
    unencrypted_ok: bool,
) -> None:
    """Given twice is given once."""
    if active(session, practice_id, patient_id, phone_key) is None:
        session.add(
            Consent(
                practice_id=practice_id,
                patient_id=patient_id,
                phone_key=phone_key,
                scope="billing",
                source=source,
                given_at=given_at,
                unencrypted_ok=unencrypted_ok,
            )
        )
        session.flush()


def revoke(session: Session, practice_id: int, phone_key: str, now: datetime) -> None:
    session.execute(
        update(Consent)
        .where(
            Consent.practice_id == practice_id,
            Consent.phone_key == phone_key,
            Consent.revoked_at.is_(None),
        )
        .values(revoked_at=now)
    )
