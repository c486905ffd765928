"""Checkout Sessions through Stripe's own SDK."""

from __future__ import annotations

import pytest
import requests
import stripe

from tests.sandbox.checkouts import checkout, decide, saved_card, setup
from tests.sandbox.product import Product


def test_a_paid_session_is_complete_and_its_intent_succeeded(
    payments: stripe.StripeClient, sandbox: str
) -> None:
    session = checkout(payments)
    answer = decide(sandbox, session.id, "paid").json()
    found = payments.v1.checkout.sessions.retrieve(
        session.id, {"expand": ["payment_intent.latest_charge", "line_items"]}
    )
    assert answer["redirect"] == f"https://practice.example/done?s={session.id}"
    assert (found.status, found.payment_status) == ("complete", "paid")
    assert found.payment_intent.latest_charge.amount_captured == 4_000
    assert found.line_items.data[0].description == "Account balance"


def test_the_page_says_that_no_money_moves_and_its_button_leads_back(
    payments: stripe.StripeClient, sandbox: str
) -> None:
    session = checkout(payments)
    page = requests.get(session.url, timeout=5).text
    pressed = requests.post(session.url, data={"outcome": "paid"}, allow_redirects=False, timeout=5)
    assert "SANDBOX - no money moves" in page
    assert "$40.00" in page
    assert pressed.headers["Location"].endswith(session.id)


def test_leaving_goes_to_the_cancel_address_and_keeps_the_session_open(
    payments: stripe.StripeClient, sandbox: str
) -> None:
    session = checkout(payments)
    answer = decide(sandbox, session.id, "leave").json()
    assert (answer["redirect"], answer["status"]) == ("https://practice.example/left", "open")


def test_a_declined_card_may_be_followed_by_a_good_one_on_the_same_intent(
    payments: stripe.StripeClient, sandbox: str, product: Product
) -> None:
    session = checkout(payments)
    refused = decide(sandbox, session.id, "declined").json()
    paid = decide(sandbox, session.id, "paid").json()
    assert (refused["status"], paid["payment_status"]) == ("open", "paid")
    assert refused["payment_intent"] == paid["payment_intent"]
    product.until(lambda: "payment_intent.payment_failed" in product.events())


def test_a_session_is_paid_only_once(payments: stripe.StripeClient, sandbox: str) -> None:
    session = checkout(payments)
    decide(sandbox, session.id, "paid")
    assert decide(sandbox, session.id, "paid").status_code == 410
    assert requests.get(session.url, timeout=5).status_code == 410


def test_an_expired_session_is_not_paid_and_a_complete_one_not_expired(
    payments: stripe.StripeClient, sandbox: str
) -> None:
    expired, paid = checkout(payments), checkout(payments)
    payments.v1.checkout.sessions.expire(expired.id)
    decide(sandbox, paid.id, "paid")
    assert decide(sandbox, expired.id, "paid").status_code == 410
    with pytest.raises(stripe.InvalidRequestError):
        payments.v1.checkout.sessions.expire(paid.id)


@pytest.mark.parametrize(
    ("outcome", "result", "status"),
    [("bank_ok", "succeeded", "paid"), ("bank_fail", "failed", "unpaid"),
     ("works_now_fails_later", "failed", "unpaid")],
)  # fmt: skip
def test_a_slow_transfer_is_decided_after_days(
    payments: stripe.StripeClient,
    sandbox: str,
    product: Product,
    outcome: str,
    result: str,
    status: str,
) -> None:
    session = checkout(payments)
    first = decide(sandbox, session.id, outcome).json()
    requests.post(f"{sandbox}/_sandbox/clock", json={"advance": "4d"}, timeout=5)
    product.until(lambda: f"checkout.session.async_payment_{result}" in product.events())
    after = payments.v1.checkout.sessions.retrieve(session.id)
    assert (first["status"], first["payment_status"]) == ("complete", "unpaid")
    assert after.payment_status == status


def test_a_session_expires_by_the_products_clock(
    payments: stripe.StripeClient, sandbox: str, product: Product
) -> None:
    session = checkout(payments)
    requests.post(f"{sandbox}/_sandbox/clock", json={"advance": "25h"}, timeout=5)
    assert payments.v1.checkout.sessions.retrieve(session.id).status == "expired"
    product.until(lambda: "checkout.session.expired" in product.events())


def test_setup_saves_a_card_for_the_customer(
    payments: stripe.StripeClient, sandbox: str, product: Product
) -> None:
    customer, method = saved_card(payments, sandbox)
    assert payments.v1.payment_methods.retrieve(method).customer == customer
    product.until(lambda: "setup_intent.succeeded" in product.events())


def test_a_first_payment_can_save_the_card(payments: stripe.StripeClient, sandbox: str) -> None:
    customer = payments.v1.customers.create({})
    data = {"setup_future_usage": "off_session"}
    session = checkout(payments, customer=customer.id, payment_intent_data=data)
    decide(sandbox, session.id, "authenticated")
    assert len(payments.v1.customers.payment_methods.list(customer.id).data) == 1


def test_setup_without_currency_is_refused(payments: stripe.StripeClient) -> None:
    customer = payments.v1.customers.create({})
    with pytest.raises(stripe.InvalidRequestError) as refused:
        payments.v1.checkout.sessions.create(
            {"mode": "setup", "customer": customer.id, "success_url": "https://x.example"}
        )
    assert refused.value.param == "currency"


@pytest.mark.parametrize(
    ("changes", "param"),
    [
        ({"payment_method_types": ["card"]}, "payment_method_types"),
        ({"customer": "cus_none"}, "customer"),
        ({"expires_at": 1}, "expires_at"),
        ({"line_items": []}, "line_items"),
        ({"setup_intent_data": {"metadata": {"a": "b"}}}, "setup_intent_data"),
    ],
)
def test_a_wrong_session_is_refused_with_the_parameters_name(
    payments: stripe.StripeClient, changes: dict[str, object], param: str
) -> None:
    with pytest.raises(stripe.InvalidRequestError) as refused:
        checkout(payments, **changes)
    assert refused.value.param == param


def test_one_account_does_not_see_the_sessions_of_another(
    payments: stripe.StripeClient, sandbox: str
) -> None:
    customer = payments.v1.customers.create({}, {"stripe_account": "acct_one"})
    setup_session = payments.v1.checkout.sessions
    with pytest.raises(stripe.InvalidRequestError) as refused:
        setup(payments, customer.id)
    assert refused.value.code == "resource_missing"
    assert setup_session.list({}, {"stripe_account": "acct_one"}).data == []
