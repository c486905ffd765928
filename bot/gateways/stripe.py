"""Payments by Stripe. The only place that knows its SDK.

Stripe hears opaque ids, an amount and a neutral label: it signs no BAA (compliance.md, R25).
"""

from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from datetime import datetime
from typing import Any

import stripe

from bot.gateways.payments import (
    BadEvent,
    Charge,
    ChargeState,
    Checkout,
    CheckoutOrder,
    CheckoutState,
    PaymentEvent,
    PaymentsLater,
    PaymentsRefused,
)
from bot.rules.cards import BANK, Card

TIMEOUT_SECONDS = (3.05, 20)
EVENTS = (
    "checkout.session.completed",
    "checkout.session.async_payment_succeeded",
    "checkout.session.async_payment_failed",
    "checkout.session.expired",
    "payment_intent.succeeded",
    "payment_intent.payment_failed",
    "payment_intent.processing",
    "refund.created",
    "refund.updated",
    "refund.failed",
)
INTENT_STATUS = {
    "succeeded": "paid",
    "processing": "processing",
    "requires_payment_method": "failed",
    "canceled": "failed",
}


class StripePayments:
    """`api_base` empty means stripe.com."""

    def __init__(self, api_key: str, webhook_secret: str, api_base: str) -> None:
        bases: Any = {"base_addresses": {"api": api_base}} if api_base else {}
        self._client = stripe.StripeClient(
            api_key,
            http_client=stripe.RequestsClient(timeout=TIMEOUT_SECONDS),
            max_network_retries=1,
            **bases,
        )
        self._webhook_secret = webhook_secret

    def create_customer(self, practice_id: int, patient_id: int) -> str:
        key = f"customer-{practice_id}-{patient_id}"
        metadata = {"practice": str(practice_id), "patient": str(patient_id)}
        with _meaning():
            made = self._client.v1.customers.create(
                {"metadata": metadata}, {"idempotency_key": key}
            )
        return made.id

    def create_checkout(self, order: CheckoutOrder) -> Checkout:
        with _meaning():
            made = self._client.v1.checkout.sessions.create(
                _session_params(order), {"idempotency_key": order.idempotency_key}
            )
        return Checkout(made.id, str(made.url))

    def checkout(self, session_id: str) -> CheckoutState:
        with _meaning():
            found = self._client.v1.checkout.sessions.retrieve(
                session_id,
                {
                    "expand": [
                        f"{name}.payment_method" for name in ("payment_intent", "setup_intent")
                    ]
                },
            )
        return _checkout_state(found)

    def expire(self, session_id: str) -> CheckoutState:
        try:
            with _meaning():
                self._client.v1.checkout.sessions.expire(session_id)
        except PaymentsRefused:
            pass  # it was completed or had expired: what it is now is what counts
        return self.checkout(session_id)

    def charge(self, charge: Charge) -> ChargeState:
        metadata = {"practice": str(charge.practice_id), "attempt": str(charge.attempt_id)}
        try:
            with _meaning():
                intent = self._client.v1.payment_intents.create(
                    {
                        "amount": charge.cents,
                        "currency": "usd",
                        "customer": charge.customer_id,
                        "payment_method": charge.payment_method_id,
                        "off_session": True,
                        "confirm": True,
                        "metadata": metadata,
                    },
                    {"idempotency_key": charge.idempotency_key},
                )
        except stripe.CardError as error:
            return _declined(error, charge.cents)
        return _charge_state(intent)

    def charge_state(self, intent_id: str) -> ChargeState:
        with _meaning():
            return _charge_state(self._client.v1.payment_intents.retrieve(intent_id))

    def refunded_cents(self, intent_id: str) -> int:
        with _meaning():
            found = self._client.v1.refunds.list({"payment_intent": intent_id, "limit": 100})
            return sum(
                each.amount for each in found.auto_paging_iter() if each.status == "succeeded"
            )

    def owner_of_refund(self, refund_id: str) -> tuple[int, int] | None:
        with _meaning():
            refund = self._client.v1.refunds.retrieve(refund_id, {"expand": ["payment_intent"]})
        metadata = getattr(refund.payment_intent, "metadata", None)
        practice_id = _number(getattr(metadata, "practice", None))
        attempt_id = _number(getattr(metadata, "attempt", None))
        return (practice_id, attempt_id) if practice_id and attempt_id else None

    def read_event(self, raw: bytes, signature: str) -> PaymentEvent:
        try:
            event = self._client.construct_event(raw, signature, self._webhook_secret)
        except (ValueError, stripe.SignatureVerificationError) as error:
            raise BadEvent(str(error)) from error
        return _event(event)

    def events_since(self, moment: datetime) -> Iterable[PaymentEvent]:
        with _meaning():
            found = self._client.v1.events.list(
                {"types": list(EVENTS), "created": {"gte": int(moment.timestamp())}, "limit": 100}
            )
            return [_event(event) for event in found.auto_paging_iter()]


def _session_params(order: CheckoutOrder) -> Any:
    """Metadata of a session is not on its PaymentIntent: both get it."""
    metadata = {"practice": str(order.practice_id), "attempt": str(order.attempt_id)}
    params: dict[str, Any] = {
        "mode": "payment" if order.cents else "setup",
        "client_reference_id": order.ref,
        "customer": order.customer_id,
        "success_url": order.success_url,
        "cancel_url": order.cancel_url,
        "expires_at": int(order.expires_at.timestamp()),
        "metadata": metadata,
    }
    if not order.cents:
        return params | {"currency": "usd", "setup_intent_data": {"metadata": metadata}}
    price = {
        "currency": "usd",
        "unit_amount": order.cents,
        "product_data": {"name": order.label},
    }
    intent: dict[str, Any] = {"metadata": metadata}
    if order.saves_card:
        intent["setup_future_usage"] = "off_session"
    return params | {
        "line_items": [{"quantity": 1, "price_data": price}],
        "payment_intent_data": intent,
    }


def _checkout_state(session: stripe.checkout.Session) -> CheckoutState:
    intent: Any = session.payment_intent
    setup: Any = session.setup_intent
    status = str(session.status)
    paid = status == "complete" and session.payment_status == "paid"
    waiting = status == "complete" and session.payment_status == "unpaid"
    failed = waiting and getattr(intent, "status", "") in ("requires_payment_method", "canceled")
    method: Any = getattr(intent or setup, "payment_method", None)
    return CheckoutState(
        id=session.id,
        status=status,
        paid=paid,
        processing=waiting and not failed,
        failed=failed,
        cents=int(session.amount_total or 0),
        intent_id=getattr(intent, "id", None),
        payment_method_id=_id(method),
        card=_card(method),
    )


def _card(method: Any) -> Card | None:
    """Of an expanded payment method; wallets of Stripe's own have no last four digits."""
    kind = getattr(method, "type", None)
    if kind not in ("card", BANK):
        return None
    face: Any = getattr(method, kind)
    brand = BANK if kind == BANK else str(face.brand)
    return Card(brand, face.last4) if face.last4 else None


def _charge_state(intent: stripe.PaymentIntent) -> ChargeState:
    error = getattr(intent, "last_payment_error", None)
    return ChargeState(
        intent_id=intent.id,
        status=INTENT_STATUS.get(str(intent.status), "open"),
        cents=int(intent.amount),
        decline_code=getattr(error, "decline_code", None) or getattr(error, "code", None),
    )


def _declined(error: stripe.CardError, cents: int) -> ChargeState:
    body: Any = error.error
    intent = getattr(body, "payment_intent", None)
    code = getattr(body, "decline_code", None) or getattr(body, "code", None)
    return ChargeState(str(getattr(intent, "id", "")), "failed", cents, code)


def _event(event: Any) -> PaymentEvent:
    about = event.data.object
    metadata = getattr(about, "metadata", None)
    return PaymentEvent(
        id=str(event.id),
        kind=str(event.type),
        object_id=str(getattr(about, "id", "")),
        practice_id=_number(getattr(metadata, "practice", None)),
        attempt_id=_number(getattr(metadata, "attempt", None)),
    )


def _number(text: str | None) -> int | None:
    return int(text) if text and text.isdigit() else None


def _id(thing: Any) -> str | None:
    return thing if thing is None or isinstance(thing, str) else str(thing.id)


@contextmanager
def _meaning() -> Iterator[None]:
    """Stripe's many errors, as the two decisions a caller can make."""
    try:
        yield
    except stripe.CardError:
        raise
    except (stripe.RateLimitError, stripe.APIConnectionError) as error:
        raise PaymentsLater(type(error).__name__) from error
    except stripe.StripeError as error:
        if error.http_status and error.http_status >= 500:
            raise PaymentsLater(f"Stripe failed ({error.http_status})") from error
        raise PaymentsRefused(f"{error.code or type(error).__name__}") from error
