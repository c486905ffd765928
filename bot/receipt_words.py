"""What a receipt text says, and to whom it may say it."""

from sqlalchemy.orm import Session

from bot.action import Money, Phrase, Say
from bot.models import Patient, PaymentAttempt, PaymentPlan
from bot.store import balances, consents, patients, plans


def receipt(session: Session, attempt: PaymentAttempt, cents: int, plan: PaymentPlan | None) -> Say:
    """`cents` 0: only a card was saved for the plan."""
    if not cents:
        return _card_saved(session, attempt, plan)
    left = balances.balance_cents(session, attempt.practice_id, attempt.patient_id)
    if left <= 0:
        return Say("receipt_all", {"amount": Money(cents)})
    return Say("receipt", {"amount": Money(cents), "left": Money(left)})


def may_read(session: Session, patient: Patient) -> bool:
    """Who has not accepted details in plain texts reads the amount on the page (R02)."""
    key = patient.phone_key or ""
    agreed = consents.active(session, patient.practice_id, patient.id, key)
    return agreed is not None and agreed.unencrypted_ok


def _card_saved(session: Session, attempt: PaymentAttempt, plan: PaymentPlan | None) -> Say:
    """Which card, to who may read it in a text."""
    patient = patients.get(session, attempt.practice_id, attempt.patient_id)
    card = plans.card_of(plan) if plan and may_read(session, patient) else None
    return Say("card_saved", {"card": card or Phrase("phrase_card")})
