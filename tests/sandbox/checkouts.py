"""Calls that many tests begin with."""

from __future__ import annotations

from typing import Any

import requests
import stripe


def checkout(client: stripe.StripeClient, cents: int = 4_000, **changes: Any) -> Any:
    price = {
        "currency": "usd",
        "unit_amount": cents,
        "product_data": {"name": "Account balance"},
    }
    params: dict[str, Any] = {
        "mode": "payment",
        "line_items": [{"quantity": 1, "price_data": price}],
        "success_url": "https://practice.example/done?s={CHECKOUT_SESSION_ID}",
        "cancel_url": "https://practice.example/left",
        "metadata": {"pr": "pr_1"},
        **changes,
    }
    return client.v1.checkout.sessions.create(params)


def setup(client: stripe.StripeClient, customer: str, **changes: Any) -> Any:
    return client.v1.checkout.sessions.create(
        {
            "mode": "setup",
            "currency": "usd",
            "customer": customer,
            "success_url": "https://practice.example/done",
            **changes,
        }
    )


def decide(sandbox: str, session: str, outcome: str, **more: str) -> requests.Response:
    body = {"outcome": outcome, **more}
    return requests.post(f"{sandbox}/_sandbox/pay/{session}", json=body, timeout=5)


def saved_card(client: stripe.StripeClient, sandbox: str, **more: str) -> tuple[str, str]:
    """A customer and the payment method that a setup checkout left with them."""
    customer = client.v1.customers.create({"metadata": {"patient": "p_1"}})
    session = setup(client, customer.id)
    decide(sandbox, session.id, more.pop("outcome", "paid"), **more)
    methods = client.v1.payment_methods.list({"customer": customer.id})
    return customer.id, methods.data[0].id


def charge_saved(client: stripe.StripeClient, customer: str, method: str, **options: Any) -> Any:
    return client.v1.payment_intents.create(
        {
            "amount": 2_500,
            "currency": "usd",
            "customer": customer,
            "payment_method": method,
            "off_session": True,
            "confirm": True,
        },
        options,  # type: ignore[arg-type]
    )
