"""Refusals in Stripe's own form."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from sandbox.judge import Finding
from sandbox.state import Doc

_REMOVED = {"payment_method_types": "payment_method_types_no_longer_supported"}


class StripeRefused(Exception):
    """The answer is an error; `keeps_effect` when the attempt itself is recorded (a decline)."""

    def __init__(self, status: int, error: Doc) -> None:
        super().__init__(error.get("message"))
        self.status = status
        self.body: Doc = {"error": error}


def invalid(message: str, param: str = "", code: str = "", status: int = 400) -> StripeRefused:
    known = {"message": message, "param": param, "code": code}
    error = {name: value for name, value in known.items() if value}
    if code:
        error["doc_url"] = f"https://stripe.com/docs/error-codes/{code.replace('_', '-')}"
    return StripeRefused(status, {**error, "type": "invalid_request_error"})


def missing(kind: str, id: str, param: str) -> StripeRefused:
    named = kind.replace("_", "")
    message = f"No such {named}: '{id}'"
    # 404 when the id is the address, 400 when it is a parameter.
    return invalid(message, param, "resource_missing", 404 if param == "id" else 400)


def judged(findings: Sequence[Finding]) -> StripeRefused:
    first = findings[0]
    code = _REMOVED.get(first.param, first.code)
    status = 404 if code == "url_invalid" else 400
    return invalid(first.message, first.param, code, status)


def idempotency(message: str) -> StripeRefused:
    return StripeRefused(400, {"type": "idempotency_error", "message": message})


def card(error: Doc, **objects: Any) -> StripeRefused:
    """`error` as in last_payment_error; `objects` are the intent and whatever else goes along."""
    return StripeRefused(402, {**error, **objects, "type": "card_error"})
