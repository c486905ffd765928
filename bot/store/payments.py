"""Our links, and every try at Stripe."""

import hashlib
import secrets
from collections.abc import Sequence
from datetime import datetime, timedelta

from sqlalchemy import func, select, update
from sqlalchemy.orm import Session

from bot.bill import AttemptView, LinkView
from bot.clock import day_in
from bot.models import AttemptStatus, PaymentAttempt, PaymentRequest, RequestStatus
from bot.rules.attempts import story_of

LINK_LIVES = timedelta(days=30)
MOST_ATTEMPTS = 5
UNDER_WAY = (AttemptStatus.PROCESSING,)
UNSETTLED = (AttemptStatus.CREATED, AttemptStatus.OPEN, AttemptStatus.PROCESSING)


def request_payment(
    session: Session,
    practice_id: int,
    patient_id: int,
    cents: int | None,
    now: datetime,
    *,
    statement_id: int | None = None,
    plan_id: int | None = None,
    installment_id: int | None = None,
    needs_check: bool = False,
) -> tuple[PaymentRequest, str]:
    """A new link supersedes the older open ones (I15). Returns the row and its secret token."""
    session.execute(
        update(PaymentRequest)
        .where(
            PaymentRequest.practice_id == practice_id,
            PaymentRequest.patient_id == patient_id,
            PaymentRequest.status == RequestStatus.OPEN,
        )
        .values(status=RequestStatus.SUPERSEDED)
    )
    return _new_request(
        session,
        PaymentRequest(
            practice_id=practice_id,
            patient_id=patient_id,
            cents=cents,
            statement_id=statement_id,
            plan_id=plan_id,
            installment_id=installment_id,
            needs_check=needs_check,
            created_at=now,
        ),
    )


def show_page(
    session: Session,
    practice_id: int,
    patient_id: int,
    now: datetime,
    *,
    needs_check: bool = False,
) -> str:
    """The token of a link to read by; the links to pay by stay good."""
    row = PaymentRequest(
        practice_id=practice_id,
        patient_id=patient_id,
        cents=None,
        needs_check=needs_check,
        created_at=now,
    )
    return _new_request(session, row)[1]


def _new_request(session: Session, row: PaymentRequest) -> tuple[PaymentRequest, str]:
    token = f"{row.practice_id:x}-{secrets.token_urlsafe(16)}"
    row.token_hash = _hash(token)
    row.status = RequestStatus.OPEN
    row.expires_at = row.created_at + LINK_LIVES
    session.add(row)
    session.flush()
    return row, token


def practice_of_token(token: str) -> int | None:
    """The practice a link claims to be of; the database then decides whether that is so."""
    head, _, tail = token.partition("-")
    try:
        return int(head, 16) if tail else None
    except ValueError:
        return None


def request_of_token(session: Session, practice_id: int, token: str) -> PaymentRequest | None:
    return session.scalar(
        select(PaymentRequest).where(
            PaymentRequest.practice_id == practice_id, PaymentRequest.token_hash == _hash(token)
        )
    )


def locked_request(session: Session, practice_id: int, request_id: int) -> PaymentRequest:
    return session.scalars(
        select(PaymentRequest)
        .where(PaymentRequest.practice_id == practice_id, PaymentRequest.id == request_id)
        .with_for_update()
    ).one()


def open_attempts(session: Session, practice_id: int, patient_id: int) -> Sequence[PaymentAttempt]:
    return session.scalars(
        select(PaymentAttempt)
        .where(
            PaymentAttempt.practice_id == practice_id,
            PaymentAttempt.patient_id == patient_id,
            PaymentAttempt.status.in_(UNSETTLED),
        )
        .order_by(PaymentAttempt.id)
    ).all()


def attempt_views(
    session: Session, practice_id: int, patient_id: int, zone: str
) -> tuple[AttemptView, ...]:
    """The newest tries to pay, newest first; that a card was saved is none."""
    rows = session.execute(
        select(PaymentAttempt, PaymentRequest.statement_id)
        .outerjoin(PaymentRequest, PaymentRequest.id == PaymentAttempt.request_id)
        .where(
            PaymentAttempt.practice_id == practice_id,
            PaymentAttempt.patient_id == patient_id,
            PaymentAttempt.cents > 0,
        )
        .order_by(PaymentAttempt.id.desc())
        .limit(MOST_ATTEMPTS)
    )
    return tuple(
        AttemptView(row.cents, story_of(row.status), day_in(zone, row.created_at), statement_id)
        for row, statement_id in rows
    )


def newest_link(
    session: Session, practice_id: int, patient_id: int, now: datetime
) -> LinkView | None:
    request = session.scalar(
        select(PaymentRequest)
        .where(PaymentRequest.practice_id == practice_id, PaymentRequest.patient_id == patient_id)
        .order_by(PaymentRequest.id.desc())
        .limit(1)
    )
    if request is None:
        return None
    tried = select(PaymentAttempt.id).where(
        PaymentAttempt.practice_id == practice_id, PaymentAttempt.request_id == request.id
    )
    return LinkView(request.expires_at <= now, session.scalar(tried.limit(1)) is not None)


def new_attempt(
    session: Session,
    practice_id: int,
    patient_id: int,
    mode: str,
    cents: int,
    now: datetime,
    *,
    request_id: int | None = None,
    installment_id: int | None = None,
    plan_id: int | None = None,
) -> PaymentAttempt:
    """Its idempotency key is made here, once: a retry after a crash is the same attempt."""
    row = PaymentAttempt(
        practice_id=practice_id,
        patient_id=patient_id,
        request_id=request_id,
        installment_id=installment_id,
        plan_id=plan_id,
        mode=mode,
        cents=cents,
        idempotency_key=f"tender-{practice_id}-{secrets.token_hex(12)}",
        status=AttemptStatus.CREATED,
        created_at=now,
    )
    session.add(row)
    session.flush()
    return row


def attempt(session: Session, practice_id: int, attempt_id: int) -> PaymentAttempt | None:
    """Locked, so that two events about it take turns."""
    return session.scalar(
        select(PaymentAttempt)
        .where(PaymentAttempt.practice_id == practice_id, PaymentAttempt.id == attempt_id)
        .with_for_update()
    )


def attempt_of(
    session: Session, practice_id: int, *, session_id: str = "", intent_id: str = ""
) -> PaymentAttempt | None:
    known = (
        PaymentAttempt.session_id == session_id
        if session_id
        else PaymentAttempt.payment_intent_id == intent_id
    )
    return session.scalar(
        select(PaymentAttempt)
        .where(PaymentAttempt.practice_id == practice_id, known)
        .with_for_update()
    )


def unsettled(session: Session, practice_id: int, before: datetime) -> Sequence[PaymentAttempt]:
    """For the sweep that needs no webhook."""
    return session.scalars(
        select(PaymentAttempt)
        .where(
            PaymentAttempt.practice_id == practice_id,
            PaymentAttempt.status.in_(UNSETTLED),
            PaymentAttempt.created_at < before,
        )
        .order_by(PaymentAttempt.id)
        .limit(200)
    ).all()


def pending_cents(session: Session, practice_id: int, patient_id: int) -> int:
    """Money on its way (a bank transfer that takes days): neither owed again nor paid yet."""
    total = session.scalar(
        select(func.coalesce(func.sum(PaymentAttempt.cents), 0)).where(
            PaymentAttempt.practice_id == practice_id,
            PaymentAttempt.patient_id == patient_id,
            PaymentAttempt.status.in_(UNDER_WAY),
        )
    )
    return int(total or 0)


def is_paying(session: Session, practice_id: int, patient_id: int, now: datetime) -> bool:
    """Money is on its way, or the patient stands at the checkout this very hour (I06)."""
    found = select(PaymentAttempt.id).where(
        PaymentAttempt.practice_id == practice_id,
        PaymentAttempt.patient_id == patient_id,
        (PaymentAttempt.status == AttemptStatus.PROCESSING)
        | (
            (PaymentAttempt.status == AttemptStatus.OPEN)
            & (PaymentAttempt.created_at > now - timedelta(hours=1))
        ),
    )
    return session.scalar(found.limit(1)) is not None


def _hash(token: str) -> str:
    return hashlib.sha256(token.encode()).hexdigest()
