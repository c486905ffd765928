"""Taking money: what a payment provider must offer, in our words."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from typing import Protocol

from bot.rules.cards import Card


class PaymentsLater(Exception):
    """Busy, down or silent. The same idempotency key may be used again."""


class PaymentsRefused(Exception):
    """The provider understood and said no: trying the same again is pointless."""


@dataclass(frozen=True)
class CheckoutOrder:
    """`cents` 0 only saves a card. Nothing here tells who the patient is or what was done."""

    ref: str
    practice_id: int
    attempt_id: int
    label: str
    cents: int
    customer_id: str
    saves_card: bool
    success_url: str
    cancel_url: str
    expires_at: datetime
    idempotency_key: str


@dataclass(frozen=True)
class Checkout:
    id: str
    url: str


@dataclass(frozen=True)
class CheckoutState:
    """`status` open, complete or expired; `paid` only when the money is there.

    `card`: what was paid with or saved, where we are told.
    """

    id: str
    status: str
    paid: bool
    processing: bool
    failed: bool
    cents: int
    intent_id: str | None
    payment_method_id: str | None
    card: Card | None = None


@dataclass(frozen=True)
class Charge:
    """An off-session charge of a saved card."""

    practice_id: int
    attempt_id: int
    cents: int
    customer_id: str
    payment_method_id: str
    idempotency_key: str


@dataclass(frozen=True)
class ChargeState:
    """`status` paid, processing, failed or open; `decline_code` as the bank gave it."""

    intent_id: str
    status: str
    cents: int
    decline_code: str | None = None


@dataclass(frozen=True)
class PaymentEvent:
    """`practice_id` and `attempt_id` from our own metadata; None when it is none of ours."""

    id: str
    kind: str
    object_id: str
    practice_id: int | None
    attempt_id: int | None


class BadEvent(Exception):
    """Unsigned, wrongly signed, too old, or not an event."""


class Payments(Protocol):
    def create_customer(self, practice_id: int, patient_id: int) -> str: ...

    def create_checkout(self, order: CheckoutOrder) -> Checkout: ...

    def checkout(self, session_id: str) -> CheckoutState: ...

    def expire(self, session_id: str) -> CheckoutState:
        """A session that was completed meanwhile is returned as complete."""
        ...

    def charge(self, charge: Charge) -> ChargeState: ...

    def charge_state(self, intent_id: str) -> ChargeState: ...

    def refunded_cents(self, intent_id: str) -> int:
        """What has been given back of this payment so far."""
        ...

    def owner_of_refund(self, refund_id: str) -> tuple[int, int] | None:
        """Practice and attempt of the payment that is given back; None: none of ours."""
        ...

    def read_event(self, raw: bytes, signature: str) -> PaymentEvent:
        """Raises BadEvent."""
        ...

    def events_since(self, moment: datetime) -> Iterable[PaymentEvent]: ...
