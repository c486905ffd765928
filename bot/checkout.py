"""From the button on our page to Stripe's checkout: the amount of that moment, paid once.

The attempt is committed before Stripe is called, under one idempotency key; at most one session
is open for a patient, and an older one is closed before a newer one opens.
"""

from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Literal

from sqlalchemy.orm import Session

from bot.clock import day_in
from bot.gateways.payments import CheckoutOrder, PaymentsLater, PaymentsRefused
from bot.models import AttemptStatus, PaymentAttempt, PaymentRequest, RequestStatus
from bot.receipts import settle_checkout
from bot.runtime import Runtime
from bot.store import audit, balances, patients, payments, plans, practices

SESSION_LIVES = timedelta(hours=1)
REUSABLE = timedelta(minutes=35)  # Stripe wants 30 left when it hears of it
LEAST_CENTS = 100
LABEL = "Account balance"


@dataclass(frozen=True)
class Begun:
    """`url` is Stripe's, when the outcome is "go"."""

    outcome: Literal["go", "nothing_due", "gone", "later", "bad_amount"]
    url: str = ""


@dataclass(frozen=True)
class _Order:
    attempt_id: int
    patient_id: int
    customer_id: str | None
    cents: int
    saves_card: bool
    key: str
    began_at: datetime
    older: tuple[PaymentAttempt, ...]
    url: str = ""


def begin(
    runtime: Runtime, practice_id: int, token: str, cents: int | None, saves_card: bool
) -> Begun:
    """`cents` None pays what the link asks for, else the whole balance; 0 only saves a card."""
    order = _ordered(runtime, practice_id, token, cents, saves_card)
    if isinstance(order, Begun):
        return order
    if order.url:
        return Begun("go", order.url)
    try:
        if not _close_older(runtime, practice_id, order):
            return Begun("nothing_due")
        url = _open_session(runtime, practice_id, token, order)
    except (PaymentsLater, PaymentsRefused):
        return Begun("later")
    return Begun("go", url)


def is_unfinished(runtime: Runtime, attempt: PaymentAttempt) -> bool:
    """Whether nothing was paid there yet; what we cannot ask about may have been paid."""
    if attempt.session_id is None:
        return True
    try:
        state = runtime.payments.checkout(attempt.session_id)
    except (PaymentsLater, PaymentsRefused):
        return False
    return state.status != "complete" and not (state.paid or state.processing)


def agree_plan(runtime: Runtime, practice_id: int, token: str, ip: str, shown_id: int) -> bool:
    """The yes given on the page, kept with the schedule that was shown.

    False: the link is used up, or something else than `shown_id` has been proposed meanwhile.
    """
    now = runtime.clock.now()
    with runtime.database.transaction(practice_id) as session:
        request = _open_request(session, practice_id, token, now)
        if request is None:
            return False
        plan = plans.proposed(session, practice_id, request.patient_id)
        if plan is None or plan.id != shown_id:
            return False
        parts = plans.installments(session, practice_id, plan.id)
        shown = "; ".join(f"{p.due_on.isoformat()} {p.cents}" for p in parts)
        text = f"agreed on the page from {ip}: {shown}"
        agreed = plans.agree(session, practice_id, request.patient_id, text, None, now)
        audit.note(session, practice_id, "patient", "AgreePlan", f"plan:{plan.id}", now)
        return agreed is not None


def fresh_link(runtime: Runtime, practice_id: int, token: str) -> str | None:
    """A new link for an old one; whoever opens it is asked who they are first."""
    now = runtime.clock.now()
    with runtime.database.transaction(practice_id) as session:
        old = payments.request_of_token(session, practice_id, token)
        if old is None:
            return None
        _, fresh = payments.request_payment(
            session, practice_id, old.patient_id, None, now, needs_check=True
        )
        return fresh


def payable_cents(session: Session, practice_id: int, patient_id: int, now: datetime) -> int:
    """What may be asked of this person now: nothing disputed, nothing already on its way."""
    zone = practices.get(session, practice_id).timezone
    bill = balances.bill_of(session, practice_id, patient_id, day_in(zone, now), zone)
    return bill.payable_cents


def _open_request(
    session: Session, practice_id: int, token: str, now: datetime
) -> PaymentRequest | None:
    found = payments.request_of_token(session, practice_id, token)
    if found is None:
        return None
    request = payments.locked_request(session, practice_id, found.id)
    is_open = request.status == RequestStatus.OPEN and request.expires_at > now
    return request if is_open else None


def _ordered(
    runtime: Runtime, practice_id: int, token: str, cents: int | None, saves_card: bool
) -> _Order | Begun:
    """One transaction with the request locked: the amount of this moment, and the attempt's row."""
    now = runtime.clock.now()
    with runtime.database.transaction(practice_id) as session:
        request = _open_request(session, practice_id, token, now)
        if request is None:
            return Begun("gone")
        due = payable_cents(session, practice_id, request.patient_id, now)
        asked = cents if cents is not None else request.cents
        pays = min(due, asked) if asked is not None else due
        refusal = _refusal(due, asked, pays)
        if refusal:
            return refusal
        return _attempted(session, request, pays, saves_card or asked == 0, now)


def _refusal(due: int, asked: int | None, pays: int) -> Begun | None:
    if asked == 0:
        return None
    if due <= 0:
        return Begun("nothing_due")
    if asked is not None and asked < 0 or pays < min(LEAST_CENTS, due):
        return Begun("bad_amount")
    return None


def _attempted(
    session: Session, request: PaymentRequest, cents: int, saves_card: bool, now: datetime
) -> _Order:
    practice_id, patient_id = request.practice_id, request.patient_id
    plan = plans.active(session, practice_id, patient_id)
    plan_id = plan.id if plan and saves_card else None
    older = tuple(
        a for a in payments.open_attempts(session, practice_id, patient_id) if a.mode != "charge"
    )
    same = next((a for a in older if _serves(a, request, cents, plan_id, now)), None)
    attempt = same or payments.new_attempt(
        session,
        practice_id,
        patient_id,
        "payment" if cents else "setup",
        cents,
        now,
        request_id=request.id,
        installment_id=request.installment_id,
        plan_id=plan_id,
    )
    return _Order(
        attempt_id=attempt.id,
        patient_id=patient_id,
        customer_id=patients.get(session, practice_id, patient_id).stripe_customer_id,
        cents=cents,
        saves_card=plan_id is not None,
        key=attempt.idempotency_key,
        began_at=attempt.created_at,
        older=tuple(a for a in older if a is not same),
        url=(attempt.session_url or "") if same else "",
    )


def _serves(
    attempt: PaymentAttempt,
    request: PaymentRequest,
    cents: int,
    plan_id: int | None,
    now: datetime,
) -> bool:
    """The same session again, for the same amount, while it lives long enough to be used."""
    return (
        attempt.request_id == request.id
        and attempt.cents == cents
        and attempt.plan_id == plan_id
        and attempt.status in (AttemptStatus.CREATED, AttemptStatus.OPEN)
        and attempt.created_at > now - (SESSION_LIVES - REUSABLE)
    )


def _close_older(runtime: Runtime, practice_id: int, order: _Order) -> bool:
    """False when an older session turns out to be paid: then there is no second one."""
    for attempt in order.older:
        if attempt.session_id is None or attempt.status == AttemptStatus.PROCESSING:
            continue
        state = runtime.payments.expire(attempt.session_id)
        settle_checkout(runtime, practice_id, attempt.id, state)
        if state.paid:
            return False
    return True


def _open_session(runtime: Runtime, practice_id: int, token: str, order: _Order) -> str:
    customer_id = order.customer_id or runtime.payments.create_customer(
        practice_id, order.patient_id
    )
    page = f"{runtime.settings.public_base_url}/p/{token}"
    checkout = runtime.payments.create_checkout(
        CheckoutOrder(
            ref=f"{practice_id}-{order.attempt_id}",
            practice_id=practice_id,
            attempt_id=order.attempt_id,
            label=LABEL,
            cents=order.cents,
            customer_id=customer_id,
            saves_card=order.saves_card,
            success_url=f"{page}/done",
            cancel_url=page,
            expires_at=order.began_at + SESSION_LIVES,
            idempotency_key=order.key,
        )
    )
    with runtime.database.transaction(practice_id) as session:
        patients.get(session, practice_id, order.patient_id).stripe_customer_id = customer_id
        attempt = payments.attempt(session, practice_id, order.attempt_id)
        assert attempt is not None
        attempt.session_id, attempt.session_url = checkout.id, checkout.url
        if attempt.status == AttemptStatus.CREATED:
            attempt.status = AttemptStatus.OPEN
    return checkout.url
