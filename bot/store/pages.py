"""What the patient's page keeps and reads: failed checks, and what became of a link's payments."""

from collections.abc import Sequence
from datetime import datetime

from sqlalchemy import select
from sqlalchemy.orm import Session

from bot.models import AuditEvent, Patient, PaymentAttempt, PaymentPlan, PlanStatus
from bot.store import audit

FAILED = "page_check_failed"
PASSED = "page_check_passed"


def lock_person(session: Session, practice_id: int, patient_id: int) -> None:
    """Guesses made at the same moment, by whatever link, take turns and are all counted."""
    session.execute(
        select(Patient.id)
        .where(Patient.practice_id == practice_id, Patient.id == patient_id)
        .with_for_update()
    )


def failed_checks(
    session: Session, practice_id: int, patient_id: int, since: datetime
) -> tuple[datetime, ...]:
    """Counted by patient, not by link: a fresh link must not buy fresh guesses."""
    rows = session.scalars(
        select(AuditEvent.happened_at).where(
            AuditEvent.practice_id == practice_id,
            AuditEvent.subject == f"patient:{patient_id}",
            AuditEvent.action == FAILED,
            AuditEvent.happened_at > since,
        )
    )
    return tuple(rows)


def record_check(
    session: Session,
    practice_id: int,
    patient_id: int,
    request_id: int,
    passed: bool,
    now: datetime,
) -> None:
    audit.note(
        session,
        practice_id,
        "patient",
        PASSED if passed else FAILED,
        f"patient:{patient_id}",
        now,
        request=request_id,
    )
    session.flush()


def attempts_of(session: Session, practice_id: int, request_id: int) -> Sequence[PaymentAttempt]:
    """Newest first."""
    return session.scalars(
        select(PaymentAttempt)
        .where(
            PaymentAttempt.practice_id == practice_id,
            PaymentAttempt.request_id == request_id,
        )
        .order_by(PaymentAttempt.id.desc())
    ).all()


def newest_proposal(session: Session, practice_id: int, patient_id: int) -> PaymentPlan | None:
    return session.scalar(
        select(PaymentPlan)
        .where(
            PaymentPlan.practice_id == practice_id,
            PaymentPlan.patient_id == patient_id,
            PaymentPlan.status == PlanStatus.PROPOSED,
        )
        .order_by(PaymentPlan.id.desc())
        .limit(1)
    )
