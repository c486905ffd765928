"""What Stripe tells us becomes true once, in whatever order it arrives.

An event is only a hint to look: the object is fetched again, and an attempt never goes back.
"""

from dataclasses import replace
from datetime import datetime, timedelta

from sqlalchemy.orm import Session

from bot.action import Money, Say
from bot.gate import UNASKED
from bot.gateways.payments import ChargeState, CheckoutState, PaymentEvent
from bot.models import (
    AttemptStatus,
    InstallmentStatus,
    PaymentAttempt,
    PaymentPlan,
    PaymentRequest,
    RequestStatus,
    StripeEvent,
)
from bot.plan_notices import tell
from bot.receipt_words import may_read, receipt
from bot.rules.send_facts import TextKind
from bot.runtime import Runtime
from bot.say import Speech, discloses, drafted, send_later
from bot.store import (
    balances,
    conversations,
    events,
    messages,
    patients,
    payments,
    plan_changes,
    plans,
    queue,
)

SOFT_DECLINE_DAYS = (1, 3, 7)
SETTLED = (AttemptStatus.PAID,)
REFUNDS = ("refund.created", "refund.updated", "refund.failed")


def receive_event(runtime: Runtime, event: PaymentEvent) -> bool:
    """Into the inbox, once by Stripe's id. False: none of ours, or it came before."""
    if event.practice_id is None and event.kind in REFUNDS:
        event = _owned(runtime, event)
    if event.practice_id is None:
        return False
    with runtime.database.transaction(event.practice_id) as session:
        row_id = events.receive(session, event.practice_id, event, runtime.clock.now())
        if row_id is None:
            return False
        queue.defer(session, "take_event", practice_id=event.practice_id, event_id=row_id)
    return True


def _owned(runtime: Runtime, event: PaymentEvent) -> PaymentEvent:
    """A refund made at Stripe's desk carries none of our numbers; its payment does."""
    owner = runtime.payments.owner_of_refund(event.object_id)
    if owner is None:
        return event
    return replace(event, practice_id=owner[0], attempt_id=owner[1])


def take_event(runtime: Runtime, practice_id: int, event_id: int) -> None:
    with runtime.database.transaction(practice_id) as session:
        event = events.get(session, practice_id, event_id)
        if event.taken_at is not None:
            return
        attempt = _attempt_of(session, practice_id, event)
    if attempt is not None and event.kind in REFUNDS:
        book_refunds(runtime, practice_id, attempt)
    elif attempt is not None:
        look(runtime, practice_id, attempt)
    with runtime.database.transaction(practice_id) as session:
        events.get(session, practice_id, event_id).taken_at = runtime.clock.now()


def look(runtime: Runtime, practice_id: int, attempt: PaymentAttempt) -> None:
    """Asks Stripe what became of this attempt and books it. Needs no webhook."""
    if attempt.session_id is not None:
        settle_checkout(
            runtime, practice_id, attempt.id, runtime.payments.checkout(attempt.session_id)
        )
    elif attempt.payment_intent_id is not None:
        state = runtime.payments.charge_state(attempt.payment_intent_id)
        settle_charge(runtime, practice_id, attempt.id, state)


def settle_checkout(
    runtime: Runtime, practice_id: int, attempt_id: int, state: CheckoutState
) -> None:
    with runtime.database.transaction(practice_id) as session:
        attempt = payments.attempt(session, practice_id, attempt_id)
        if attempt is None or attempt.status in SETTLED:
            return
        attempt.payment_intent_id = state.intent_id or attempt.payment_intent_id
        if state.paid or (attempt.mode == "setup" and state.status == "complete"):
            _paid(runtime, session, attempt, state.cents, state)
        elif state.failed and attempt.status != AttemptStatus.FAILED:
            _failed(runtime, session, attempt, None)
        elif state.processing:
            _processing(runtime, session, attempt)
        elif state.status == "expired":
            attempt.status = AttemptStatus.EXPIRED


def settle_charge(runtime: Runtime, practice_id: int, attempt_id: int, state: ChargeState) -> None:
    with runtime.database.transaction(practice_id) as session:
        attempt = payments.attempt(session, practice_id, attempt_id)
        if attempt is None or attempt.status in SETTLED:
            return
        attempt.payment_intent_id = state.intent_id or attempt.payment_intent_id
        if state.status == "paid":
            _paid(runtime, session, attempt, state.cents, None)
        elif state.status == "processing":
            _processing(runtime, session, attempt)
        elif state.status == "failed" and attempt.status != AttemptStatus.FAILED:
            _failed(runtime, session, attempt, state.decline_code)


def book_refunds(runtime: Runtime, practice_id: int, attempt: PaymentAttempt) -> None:
    """The ledger follows what Stripe has really given back, up and (a failed refund) down."""
    if attempt.payment_intent_id is None:
        return
    refunded = runtime.payments.refunded_cents(attempt.payment_intent_id)
    now = runtime.clock.now()
    with runtime.database.transaction(practice_id) as session:
        locked = payments.attempt(session, practice_id, attempt.id)
        if locked is not None and locked.status == AttemptStatus.PAID:
            balances.enter_refunds(session, practice_id, attempt.id, refunded, now)


def _attempt_of(session: Session, practice_id: int, event: StripeEvent) -> PaymentAttempt | None:
    if event.attempt_id is not None:
        return payments.attempt(session, practice_id, event.attempt_id)
    if event.object_id.startswith("cs_"):
        return payments.attempt_of(session, practice_id, session_id=event.object_id)
    return payments.attempt_of(session, practice_id, intent_id=event.object_id)


def _paid(
    runtime: Runtime,
    session: Session,
    attempt: PaymentAttempt,
    cents: int,
    saved: CheckoutState | None,
) -> None:
    """Ledger, plan, link and receipt in one transaction."""
    now, practice_id = runtime.clock.now(), attempt.practice_id
    attempt.status, attempt.settled_at = AttemptStatus.PAID, now
    request = _request_of(session, attempt)
    if cents:
        balances.enter_payment(
            session, practice_id, attempt.patient_id, cents, f"attempt:{attempt.id}", now,
            first_id=_bill_first(session, attempt, request),
        )  # fmt: skip
    if request is not None:
        request.status = RequestStatus.PAID
    _move_plan(session, attempt, saved, now)
    _tell(runtime, session, attempt, receipt(session, attempt, cents, _plan_of(session, attempt)))


def _request_of(session: Session, attempt: PaymentAttempt) -> PaymentRequest | None:
    if attempt.request_id is None:
        return None
    return payments.locked_request(session, attempt.practice_id, attempt.request_id)


def _move_plan(
    session: Session, attempt: PaymentAttempt, saved: CheckoutState | None, now: datetime
) -> None:
    """A saved card makes it automatic, a paid part is ticked off, a paid balance ends it."""
    practice_id = attempt.practice_id
    plan = _plan_of(session, attempt)
    if plan is None:
        return
    if saved is not None and saved.payment_method_id and attempt.plan_id is not None:
        plans.keep_card(plan, saved.payment_method_id, saved.card)
    if attempt.installment_id is not None:
        plans.mark(session, practice_id, attempt.installment_id, InstallmentStatus.PAID)
        plans.finish_if_paid(session, practice_id, plan.id, now)
    if plan_changes.owed_cents(session, plan) <= 0:
        plans.void_rest(session, practice_id, plan.id, now)
    elif attempt.cents:
        plan_changes.fit(session, plan, now)


def _bill_first(
    session: Session, attempt: PaymentAttempt, request: PaymentRequest | None
) -> int | None:
    """A link, or a plan, for one bill pays that bill first."""
    if request is not None and request.statement_id is not None:
        return request.statement_id
    plan = _plan_of(session, attempt) if attempt.installment_id is not None else None
    return plan.statement_id if plan else None


def _plan_of(session: Session, attempt: PaymentAttempt) -> PaymentPlan | None:
    """Also one that ended while this payment was on its way."""
    if attempt.installment_id is not None:
        part = plans.installment(session, attempt.practice_id, attempt.installment_id)
        return plans.get(session, attempt.practice_id, part.plan_id)
    if attempt.plan_id is not None:
        return plans.get(session, attempt.practice_id, attempt.plan_id)
    return plans.active(session, attempt.practice_id, attempt.patient_id)


def _processing(runtime: Runtime, session: Session, attempt: PaymentAttempt) -> None:
    if attempt.status == AttemptStatus.PROCESSING:
        return
    attempt.status = AttemptStatus.PROCESSING
    _tell(runtime, session, attempt, Say("payment_pending", {"amount": Money(attempt.cents)}))


def _failed(runtime: Runtime, session: Session, attempt: PaymentAttempt, code: str | None) -> None:
    attempt.status, attempt.failure_code = AttemptStatus.FAILED, code
    if attempt.installment_id is None:
        token = _fresh_link(runtime, session, attempt, attempt.cents)
        _tell(runtime, session, attempt, Say("payment_failed"), token)
        return
    now = runtime.clock.now()
    part = plans.installment(session, attempt.practice_id, attempt.installment_id)
    part.status, part.tries = InstallmentStatus.FAILED, part.tries + 1
    if part.tries <= len(SOFT_DECLINE_DAYS) and _may_retry(code):
        part.next_try_on = now.date() + timedelta(days=SOFT_DECLINE_DAYS[part.tries - 1])
    else:
        part.status = InstallmentStatus.ASKED
    if attempt.mode == "charge":
        tell(runtime, session, part, now)
        return
    token = _fresh_link(runtime, session, attempt, part.cents)
    _tell(runtime, session, attempt, Say("installment_failed"), token)


def _may_retry(code: str | None) -> bool:
    """Hard declines are never retried: networks fine it, and it cannot work."""
    hard = {
        "lost_card", "stolen_card", "pickup_card", "expired_card", "authentication_required",
        "no_answer",
    }  # fmt: skip
    return code not in hard


def _fresh_link(runtime: Runtime, session: Session, attempt: PaymentAttempt, cents: int) -> str:
    request = _request_of(session, attempt)
    _, token = payments.request_payment(
        session,
        attempt.practice_id,
        attempt.patient_id,
        cents,
        runtime.clock.now(),
        statement_id=request.statement_id if request else None,
        installment_id=attempt.installment_id,
    )
    return token


def _tell(
    runtime: Runtime, session: Session, attempt: PaymentAttempt, say: Say, token: str = ""
) -> None:
    """A receipt text, at once, to the thread of who paid."""
    now = runtime.clock.now()
    patient = patients.get(session, attempt.practice_id, attempt.patient_id)
    if patient.phone is None:
        return
    conversation = conversations.of_number(
        session, attempt.practice_id, patient.phone, patient.language, now
    )
    if discloses((say,)) and not may_read(session, patient):
        say, token = (
            Say("receipt_page"),
            token or payments.show_page(session, attempt.practice_id, patient.id, now),
        )
    kind = TextKind.RECEIPT if attempt.installment_id is None or not token else TextKind.NOTICE
    speech = Speech((say,), kind, patients.as_person(patient), link_token=token)
    message = messages.queue(session, drafted(runtime, session, conversation, speech, now))
    if attempt.mode == "charge":
        message.says = [*message.says, UNASKED]
    send_later(runtime, session, message)
