"""Saved cards charged off-session, refunds, idempotency, events."""

from __future__ import annotations

import pytest
import requests
import stripe

from tests.sandbox.checkouts import charge_saved, checkout, decide, saved_card
from tests.sandbox.product import Product
from tests.sandbox.running import WEBHOOK_SECRET


def test_a_saved_card_is_charged_off_session(payments: stripe.StripeClient, sandbox: str) -> None:
    intent = charge_saved(payments, *saved_card(payments, sandbox))
    assert (intent.status, intent.amount_received) == ("succeeded", 2_500)


@pytest.mark.parametrize(
    ("more", "code", "decline"),
    [
        ({"outcome": "works_now_fails_later"}, "card_declined", "insufficient_funds"),
        ({"later": "lost_card"}, "card_declined", "lost_card"),
        ({"later": "authentication_required"}, "authentication_required",
         "authentication_required"),
    ],
)  # fmt: skip
def test_a_decline_carries_its_code_and_the_intent(
    payments: stripe.StripeClient, sandbox: str, more: dict[str, str], code: str, decline: str
) -> None:
    customer, method = saved_card(payments, sandbox, **more)
    with pytest.raises(stripe.CardError) as refused:
        charge_saved(payments, customer, method)
    error = refused.value.error
    assert error is not None
    assert (error.code, error.decline_code) == (code, decline)
    found = payments.v1.payment_intents.retrieve(error.payment_intent.id)
    assert found.status == "requires_payment_method"
    payments.v1.payment_intents.cancel(found.id)


def test_a_decline_can_be_ordered_for_the_next_charge(
    payments: stripe.StripeClient, sandbox: str
) -> None:
    customer, method = saved_card(payments, sandbox)
    fault = {"target": "stripe", "kind": "decline", "code": "stolen_card"}
    requests.post(f"{sandbox}/_sandbox/faults", json=fault, timeout=5)
    with pytest.raises(stripe.CardError):
        charge_saved(payments, customer, method)
    assert charge_saved(payments, customer, method).status == "succeeded"


def test_a_detached_card_is_not_charged(payments: stripe.StripeClient, sandbox: str) -> None:
    customer, method = saved_card(payments, sandbox)
    payments.v1.payment_methods.detach(method)
    with pytest.raises(stripe.InvalidRequestError):
        charge_saved(payments, customer, method)


def test_a_paid_intent_is_not_canceled(payments: stripe.StripeClient, sandbox: str) -> None:
    intent = charge_saved(payments, *saved_card(payments, sandbox))
    with pytest.raises(stripe.InvalidRequestError) as refused:
        payments.v1.payment_intents.cancel(intent.id)
    assert refused.value.code == "payment_intent_unexpected_state"


def test_a_refund_may_be_partial_but_never_more_than_was_paid(
    payments: stripe.StripeClient, sandbox: str
) -> None:
    intent = charge_saved(payments, *saved_card(payments, sandbox))
    refund = payments.v1.refunds.create({"payment_intent": intent.id, "amount": 1_000})
    with pytest.raises(stripe.InvalidRequestError):
        payments.v1.refunds.create({"payment_intent": intent.id, "amount": 1_501})
    payments.v1.refunds.create({"payment_intent": intent.id})
    charge = payments.v1.charges.retrieve(intent.latest_charge)
    assert refund.status == "succeeded"
    assert (charge.amount_refunded, charge.refunded) == (2_500, True)


def test_the_same_key_gives_the_same_answer_and_charges_once(
    payments: stripe.StripeClient, sandbox: str
) -> None:
    customer, method = saved_card(payments, sandbox)
    first = charge_saved(payments, customer, method, idempotency_key="inst:1:1")
    again = charge_saved(payments, customer, method, idempotency_key="inst:1:1")
    assert first.id == again.id
    assert len(payments.v1.charges.list({"customer": customer}).data) == 1


def test_the_same_key_repeats_a_decline(payments: stripe.StripeClient, sandbox: str) -> None:
    customer, method = saved_card(payments, sandbox, later="do_not_honor")
    ids = []
    for _ in range(2):
        with pytest.raises(stripe.CardError) as refused:
            charge_saved(payments, customer, method, idempotency_key="inst:2:1")
        assert refused.value.error is not None
        ids.append(refused.value.error.payment_intent.id)
    assert ids[0] == ids[1]


def test_the_same_key_with_other_parameters_is_refused(payments: stripe.StripeClient) -> None:
    payments.v1.customers.create({"name": "A"}, {"idempotency_key": "k"})
    with pytest.raises(stripe.IdempotencyError):
        payments.v1.customers.create({"name": "B"}, {"idempotency_key": "k"})


def test_a_timeout_after_the_effect_is_mended_by_the_same_key(
    payments: stripe.StripeClient, sandbox: str
) -> None:
    customer, method = saved_card(payments, sandbox)
    fault = {"target": "stripe", "kind": "timeout_after_effect", "path": "payment_intents"}
    requests.post(f"{sandbox}/_sandbox/faults", json=fault, timeout=5)
    with pytest.raises(stripe.APIConnectionError):
        charge_saved(payments, customer, method, idempotency_key="inst:3:1")
    again = charge_saved(payments, customer, method, idempotency_key="inst:3:1")
    assert again.status == "succeeded"
    assert len(payments.v1.payment_intents.list({"customer": customer}).data) == 1


@pytest.mark.parametrize(
    ("kind", "error"), [("429", stripe.RateLimitError), ("500", stripe.APIError)]
)
def test_an_ordered_fault_strikes_as_often_as_asked(
    payments: stripe.StripeClient, sandbox: str, kind: str, error: type[Exception]
) -> None:
    fault = {"target": "stripe", "kind": kind, "times": 2}
    requests.post(f"{sandbox}/_sandbox/faults", json=fault, timeout=5)
    for _ in range(2):
        with pytest.raises(error):
            payments.v1.customers.create({})
    assert payments.v1.customers.create({}).id.startswith("cus_")


def test_a_wrong_or_live_key_is_refused(sandbox: str) -> None:
    for key in ("sk_test_other", "sk_live_sandbox"):
        client = stripe.StripeClient(key, base_addresses={"api": sandbox}, max_network_retries=0)
        with pytest.raises(stripe.AuthenticationError):
            client.v1.customers.create({})


def test_events_are_listed_by_type_and_time_over_several_pages(
    payments: stripe.StripeClient,
) -> None:
    made = [payments.v1.customers.create({}).id for _ in range(5)]
    start = payments.v1.events.list({"limit": 1}).data[0].created - 60
    listed = payments.v1.events.list(
        {"types": ["customer.created"], "created": {"gte": start}, "limit": 2}
    )
    assert [event.data.object["id"] for event in listed.auto_paging_iter()] == made[::-1]
    oldest = listed.data[-1].id
    newer = payments.v1.events.list({"ending_before": oldest, "limit": 1})
    assert newer.data[0].data.object["id"] == made[-1]


def test_a_webhook_is_signed_for_the_sdk_and_repeated_until_taken(
    payments: stripe.StripeClient, product: Product
) -> None:
    product.answers.extend([500, 503])
    customer = payments.v1.customers.create({})
    product.until(lambda: len(product.at("/stripe/events")) == 3)
    call = product.at("/stripe/events")[-1]
    event = payments.construct_event(call.body, call.headers["Stripe-Signature"], WEBHOOK_SECRET)
    assert event.data.object["id"] == customer.id
    assert len({each.event["id"] for each in product.at("/stripe/events")}) == 1


def test_an_event_of_a_connected_account_names_it(
    payments: stripe.StripeClient, product: Product
) -> None:
    payments.v1.customers.create({}, {"stripe_account": "acct_one"})
    product.until(lambda: bool(product.events()))
    assert product.at("/stripe/events")[0].event["account"] == "acct_one"


@pytest.mark.parametrize(("kind", "times"), [("duplicate_webhook", 2), ("drop", 0)])
def test_webhooks_come_twice_or_never_when_ordered_so(
    payments: stripe.StripeClient, sandbox: str, product: Product, kind: str, times: int
) -> None:
    fault = {"target": "webhook", "kind": kind, "path": "/stripe"}
    requests.post(f"{sandbox}/_sandbox/faults", json=fault, timeout=5)
    payments.v1.customers.create({})
    requests.get(f"{sandbox}/_sandbox/idle?timeout=5", timeout=10)
    assert product.events() == ["customer.created"] * times


def test_a_lost_webhook_is_found_among_the_undelivered_events(
    payments: stripe.StripeClient, sandbox: str, product: Product
) -> None:
    fault = {"target": "webhook", "kind": "drop"}
    requests.post(f"{sandbox}/_sandbox/faults", json=fault, timeout=5)
    lost = payments.v1.customers.create({"name": "lost"})
    payments.v1.customers.create({"name": "told"})
    requests.get(f"{sandbox}/_sandbox/idle?timeout=5", timeout=10)
    found = payments.v1.events.list({"delivery_success": False}).data
    assert [event.data.object["id"] for event in found] == [lost.id]


def test_a_reordered_webhook_comes_after_a_later_one(
    payments: stripe.StripeClient, sandbox: str, product: Product
) -> None:
    fault = {"target": "webhook", "kind": "reorder"}
    requests.post(f"{sandbox}/_sandbox/faults", json=fault, timeout=5)
    first = payments.v1.customers.create({})
    checkout_session = checkout(payments, customer=first.id)
    decide(sandbox, checkout_session.id, "paid")
    requests.get(f"{sandbox}/_sandbox/idle?timeout=8", timeout=10)
    assert product.events()[-1] == "customer.created"
