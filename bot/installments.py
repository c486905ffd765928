"""The scheduler's second duty: due installments are charged, or asked for by a link."""

from datetime import datetime, timedelta

from sqlalchemy.orm import Session

from bot.clock import day_in
from bot.gateways.payments import Charge, ChargeState, PaymentsRefused
from bot.models import (
    AttemptStatus,
    Installment,
    InstallmentStatus,
    PaymentAttempt,
    PaymentPlan,
)
from bot.plan_notices import tell
from bot.receipts import settle_charge
from bot.rules.holds import needs_human_release
from bot.runtime import Runtime
from bot.store import (
    holds,
    patients,
    payments,
    plan_changes,
    plans,
    practices,
    queue,
)

KEY_LIVES = timedelta(hours=23)


def fall_due(runtime: Runtime, practice_id: int, now: datetime) -> int:
    """Takes every installment due by today, once; returns how many."""
    with runtime.database.transaction(practice_id) as session:
        today = day_in(practices.get(session, practice_id).timezone, now)
        due = plans.due_installments(session, practice_id, today)
        for part in due:
            _take(runtime, session, plans.get(session, practice_id, part.plan_id), part, now)
    return len(due)


def resume(runtime: Runtime, practice_id: int, attempt: PaymentAttempt) -> None:
    """A charge whose answer never came is asked for again by its key; after a day it failed.

    Stripe keeps a key for 24 hours: an older one must not be fired again. Raises PaymentsLater.
    """
    if attempt.mode != "charge" or attempt.payment_intent_id is not None:
        return
    if runtime.clock.now() - attempt.created_at < KEY_LIVES:
        charge(runtime, practice_id, attempt.id)
        return
    lost = ChargeState("", "failed", attempt.cents, "no_answer")
    settle_charge(runtime, practice_id, attempt.id, lost)


def _take(
    runtime: Runtime, session: Session, plan: PaymentPlan, part: Installment, now: datetime
) -> None:
    """While the patient pays, or a person has to look first, the day is waited out."""
    if payments.is_paying(session, plan.practice_id, plan.patient_id, now):
        return
    if plan_changes.owed_cents(session, plan) <= 0:
        plans.void_rest(session, plan.practice_id, plan.id, now)
    elif _may_take(session, plan, now):
        if plan.payment_method_id:
            _begin_charge(session, plan, part, now)
        else:
            part.status = InstallmentStatus.ASKED
            tell(runtime, session, part, now)


def _may_take(session: Session, plan: PaymentPlan, now: datetime) -> bool:
    """Nothing is asked for while a hold is open that only a person may release (I07, R18)."""
    today = day_in(practices.get(session, plan.practice_id).timezone, now)
    held = holds.open_holds(session, plan.practice_id, plan.patient_id, today)
    return not any(needs_human_release(hold.kind) for hold in held)


def charge(runtime: Runtime, practice_id: int, attempt_id: int) -> None:
    """Off-session, under the attempt's own idempotency key: a crash cannot charge twice."""
    ready = _ready(runtime, practice_id, attempt_id)
    if ready is None:
        return
    try:
        state = runtime.payments.charge(ready)
    except PaymentsRefused:
        state = ChargeState("", "failed", ready.cents, "refused")
    settle_charge(runtime, practice_id, attempt_id, state)


def _begin_charge(session: Session, plan: PaymentPlan, part: Installment, now: datetime) -> None:
    """Never more than what is still owed."""
    owed = plan_changes.owed_cents(session, plan)
    part.status = InstallmentStatus.PROCESSING
    attempt = payments.new_attempt(
        session,
        plan.practice_id,
        plan.patient_id,
        "charge",
        min(part.cents, owed),
        now,
        installment_id=part.id,
    )
    queue.defer(session, "charge_installment", practice_id=plan.practice_id, attempt_id=attempt.id)


def _may_charge(
    session: Session, plan: PaymentPlan, attempt: PaymentAttempt, now: datetime
) -> bool:
    """Looked at again just before the card is charged: the sum, any hold, and the card itself."""
    if not plan.payment_method_id or not _may_take(session, plan, now):
        return False
    pending = payments.pending_cents(session, plan.practice_id, plan.patient_id)
    return plan_changes.owed_cents(session, plan) - pending >= attempt.cents


def _ready(runtime: Runtime, practice_id: int, attempt_id: int) -> Charge | None:
    with runtime.database.transaction(practice_id) as session:
        attempt = payments.attempt(session, practice_id, attempt_id)
        if attempt is None or attempt.status not in (AttemptStatus.CREATED, AttemptStatus.OPEN):
            return None
        assert attempt.installment_id is not None
        part = plans.installment(session, practice_id, attempt.installment_id)
        plan = plans.get(session, practice_id, part.plan_id)
        patient = patients.get(session, practice_id, plan.patient_id)
        is_new = attempt.status == AttemptStatus.CREATED
        if is_new and not _may_charge(session, plan, attempt, runtime.clock.now()):
            attempt.status, part.status = AttemptStatus.EXPIRED, InstallmentStatus.DUE
            return None
        attempt.status = AttemptStatus.OPEN
        return Charge(
            practice_id=practice_id,
            attempt_id=attempt_id,
            cents=attempt.cents,
            customer_id=patient.stripe_customer_id or "",
            payment_method_id=plan.payment_method_id or "",
            idempotency_key=attempt.idempotency_key,
        )
