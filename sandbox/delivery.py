"""One call to the product's door: what is sent, how it is signed, when it is tried again."""

from __future__ import annotations

import json
import secrets
from collections.abc import Callable
from dataclasses import asdict, dataclass, field
from typing import Any

import stripe
from twilio.request_validator import RequestValidator

from sandbox.settings import Settings
from sandbox.state import Doc

GIVE_UP_AFTER_SECONDS = 75.0
_LONGEST_PAUSE_SECONDS = 3.0


@dataclass(frozen=True)
class Delivery:
    """`body` is JSON text for Stripe, form fields for Twilio.

    Deliveries of one `lane` are tried in the order they were made; "" is no lane.
    `due` and `made` are wall-clock seconds. `subject` is the event or message it is about.
    """

    vendor: str
    url: str
    body: Any
    subject: str = ""
    lane: str = ""
    made: float = 0.0
    due: float = 0.0
    attempts: int = 0
    id: str = field(default_factory=lambda: secrets.token_hex(8))

    def as_doc(self) -> Doc:
        return asdict(self)

    def pause(self) -> float:
        """Seconds before the next attempt."""
        return float(min(_LONGEST_PAUSE_SECONDS, 0.15 * 2**self.attempts))


@dataclass(frozen=True)
class SignedCall:
    body: bytes | dict[str, str]
    headers: dict[str, str]
    timeout_seconds: float


def sign(delivery: Delivery, settings: Settings) -> SignedCall:
    return _SIGNERS[delivery.vendor](delivery, settings)


def is_taken(vendor: str, status: int) -> bool:
    """Stripe wants a 2xx; Twilio only comes back after a fault of the server."""
    return 200 <= status < 300 if vendor == "stripe" else status < 500


def _sign_stripe(delivery: Delivery, settings: Settings) -> SignedCall:
    # Signed with the wall clock at the time of sending, as the product's check compares.
    signature = stripe.WebhookSignature.generate_signature_header(
        str(delivery.body), settings.webhook_secret
    )
    headers = {
        "Stripe-Signature": signature,
        "Content-Type": "application/json; charset=utf-8",
        "User-Agent": "Stripe/1.0 (+https://stripe.com/docs/webhooks)",
    }
    return SignedCall(str(delivery.body).encode(), headers, 20.0)


def _sign_twilio(delivery: Delivery, settings: Settings) -> SignedCall:
    fields: dict[str, str] = delivery.body
    validator = RequestValidator(settings.auth_token)
    headers = {
        "X-Twilio-Signature": validator.compute_signature(delivery.url, fields),
        "I-Twilio-Idempotency-Token": delivery.id,
        "User-Agent": "TwilioProxy/1.1",
    }
    return SignedCall(fields, headers, 15.0)


_SIGNERS: dict[str, Callable[[Delivery, Settings], SignedCall]] = {
    "stripe": _sign_stripe,
    "twilio": _sign_twilio,
}


def event_body(event: Doc) -> str:
    """As Stripe writes it on the wire."""
    return json.dumps(event, indent=2)
