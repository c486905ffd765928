"""Stripe's events, each once."""

from datetime import datetime

from sqlalchemy import select
from sqlalchemy.dialects.postgresql import insert
from sqlalchemy.orm import Session

from bot.gateways.payments import PaymentEvent
from bot.models import StripeEvent


def receive(session: Session, practice_id: int, event: PaymentEvent, now: datetime) -> int | None:
    """The new row's id; None when this very event came before."""
    return session.scalar(
        insert(StripeEvent)
        .values(
            practice_id=practice_id,
            event_id=event.id,
            kind=event.kind,
            object_id=event.object_id,
            attempt_id=event.attempt_id,
            received_at=now,
        )
        .on_conflict_do_nothing(index_elements=["event_id"])
        .returning(StripeEvent.id)
    )


def get(session: Session, practice_id: int, event_id: int) -> StripeEvent:
    """Locked, so that it is taken once."""
    return session.scalars(
        select(StripeEvent)
        .where(StripeEvent.practice_id == practice_id, StripeEvent.id == event_id)
        .with_for_update()
    ).one()
