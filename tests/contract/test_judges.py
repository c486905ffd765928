"""The judges are calibrated, and find nothing wrong with the sandbox itself."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
import requests
import stripe
from twilio.request_validator import RequestValidator

from sandbox.forms import decode
from sandbox.judge import check
from sandbox.routes import PARAMS
from tests.contract.judging import judge_recording
from tests.contract.spec import operations, request_faults, response_faults
from tests.sandbox.checkouts import charge_saved, checkout, decide, saved_card

SESSIONS = "/v1/checkout/sessions"
INTENTS = "/v1/payment_intents"
CHECKOUT = {
    "mode": "payment",
    "success_url": "https://practice.example/done",
    "line_items[0][quantity]": "1",
    "line_items[0][price_data][currency]": "usd",
    "line_items[0][price_data][unit_amount]": "4000",
    "line_items[0][price_data][product_data][name]": "Account balance",
    "payment_intent_data[metadata][pr]": "pr_1",
    "metadata[pr]": "pr_1",
}
CHARGE = {
    "amount": "2500",
    "currency": "usd",
    "customer": "cus_1",
    "payment_method": "pm_1",
    "off_session": "true",
    "confirm": "true",
    "metadata[inst]": "i_1",
}
GOOD = [
    (SESSIONS, CHECKOUT),
    (SESSIONS, {**CHECKOUT, "excluded_payment_method_types[0]": "klarna"}),
    (SESSIONS, {**CHECKOUT, "payment_intent_data[setup_future_usage]": "off_session"}),
    (
        SESSIONS,
        {"mode": "setup", "currency": "usd", "customer": "cus_1", "success_url": "https://x"},
    ),
    (INTENTS, CHARGE),
    (INTENTS, {**CHARGE, "off_session": "recurring"}),
    (f"{INTENTS}/pi_1/cancel", {"cancellation_reason": "abandoned"}),
    (f"{SESSIONS}/cs_1/expire", {}),
    ("/v1/customers", {"email": "a@practice.example", "metadata[patient]": "p_1"}),
    ("/v1/customers/cus_1", {"metadata": ""}),
    ("/v1/refunds", {"payment_intent": "pi_1", "amount": "500", "reason": "duplicate"}),
    ("/v1/payment_methods/pm_1/detach", {}),
]
BAD = [
    (SESSIONS, {**CHECKOUT, "suces_url": "https://x"}, "suces_url"),
    (SESSIONS, {**CHECKOUT, "mode": "pay"}, "mode"),
    (SESSIONS, {**CHECKOUT, "line_items[0][price_data][unit_amout]": "1"}, "unit_amout"),
    (SESSIONS, {**CHECKOUT, "line_items[0][quantity]": "one"}, "quantity"),
    (SESSIONS, {**CHECKOUT, "metadata": "pr_1"}, "metadata"),
    (INTENTS, {"amount": "2500"}, "currency"),
    (INTENTS, {**CHARGE, "confirm": "yes"}, "confirm"),
    (INTENTS, {**CHARGE, "amount": "25.00"}, "amount"),
    (INTENTS, {**CHARGE, "setup_future_usage": "sometimes"}, "setup_future_usage"),
    ("/v1/refunds", {"payment_intent": "pi_1", "reason": "because"}, "reason"),
]


@pytest.mark.parametrize(("path", "form"), GOOD)
def test_both_judges_accept_a_good_body(path: str, form: dict[str, str]) -> None:
    assert check("POST", path, form) == []
    assert request_faults("POST", path, decode(form.items())) == []


@pytest.mark.parametrize(("path", "form", "param"), BAD)
def test_both_judges_refuse_a_bad_body_by_name(path: str, form: dict[str, str], param: str) -> None:
    assert param in " ".join(check("POST", path, form))
    assert param in " ".join(request_faults("POST", path, decode(form.items())))


def test_the_pinned_version_no_longer_takes_payment_method_types() -> None:
    form = {**CHECKOUT, "payment_method_types[0]": "card"}
    assert check("POST", SESSIONS, form) == ["Received unknown parameter: payment_method_types"]


def test_a_call_that_stripe_does_not_have_is_refused() -> None:
    assert check("POST", "/v1/checkout/session", CHECKOUT) != []


def test_every_call_of_the_sandbox_is_in_stripes_document() -> None:
    known = {(method, _with_stars(path)) for method, path in operations()}
    assert PARAMS.keys() - known == set()


def test_every_answer_of_the_sandbox_has_the_shape_stripe_documents(
    client: stripe.StripeClient, address: str
) -> None:
    _fill(client, address)
    listed = [(schema, each) for path, schema in _LISTS for each in _listed(address, path)]
    assert {schema for schema, _ in listed} == {schema for _, schema in _LISTS}
    assert [fault for schema, each in listed for fault in response_faults(schema, each)] == []


def test_an_answer_of_the_wrong_shape_is_found_out(
    client: stripe.StripeClient, address: str
) -> None:
    _fill(client, address)
    charge = _listed(address, "/v1/charges")[0]
    assert response_faults("charge", {**charge, "amount": "40.00"}) != []
    assert response_faults("charge", {"id": charge["id"], "object": "charge"}) != []


def test_every_event_of_the_sandbox_is_an_event_with_a_known_object(
    client: stripe.StripeClient, address: str
) -> None:
    _fill(client, address)
    events = _listed(address, "/v1/events")
    objects = [event["data"]["object"] for event in events]
    assert [fault for each in events for fault in response_faults("event", each)] == []
    assert [f for each in objects for f in response_faults(each["object"], each)] == []


@pytest.mark.parametrize("name", ["pm_card_visa", "pm_card_mastercard", "pm_usBankAccount_success"])
def test_a_payment_method_tells_its_last_four_digits_as_the_spec_has_them(
    client: stripe.StripeClient, address: str, name: str
) -> None:
    customer = client.v1.customers.create({})
    made = client.v1.payment_methods.attach(name, {"customer": customer.id})
    answer = _got(address, f"/v1/payment_methods/{made.id}")
    assert response_faults("payment_method", answer) == []
    assert len(answer[answer["type"]]["last4"]) == 4


def test_what_the_sdk_sent_in_these_tests_passes_both_judges(
    client: stripe.StripeClient, address: str, folder: Path
) -> None:
    _fill(client, address)
    assert judge_recording(folder / "record.jsonl") == []


def test_a_recording_with_a_bad_body_is_found_out(tmp_path: Path) -> None:
    call = {"method": "POST", "path": "/v1/refunds", "form": {"amonut": "1"}, "status": 200}
    (tmp_path / "calls.jsonl").write_text(json.dumps(call) + "\n")
    assert "amonut" in judge_recording(tmp_path / "calls.jsonl")[0]


def test_twilios_published_signature_validates() -> None:
    """The example in Twilio's own documentation of request signatures."""
    form = {
        "CallSid": "CA1234567890ABCDE",
        "Digits": "1234",
        "From": "+14158675309",
        "To": "+18005551212",
        "Caller": "+14158675309",
    }
    url = "https://mycompany.com/myapp.php?foo=1&bar=2"
    signature = "RSOYDt4T1cUTdK1PDd93/VVr8B8="
    assert RequestValidator("12345").validate(url, form, signature)
    assert not RequestValidator("12345").validate(url, {**form, "Digits": "1235"}, signature)


_LISTS = (
    ("/v1/customers", "customer"),
    (SESSIONS, "checkout.session"),
    (INTENTS, "payment_intent"),
    ("/v1/charges", "charge"),
    ("/v1/refunds", "refund"),
)


def _fill(client: stripe.StripeClient, address: str) -> None:
    """Each object in each of its states."""
    outcomes = ("paid", "declined", "authenticated", "bank_ok", "bank_fail")
    for outcome in outcomes:
        decide(address, checkout(client).id, outcome)
    client.v1.checkout.sessions.expire(checkout(client).id)
    customer, method = saved_card(client, address)
    paid = charge_saved(client, customer, method)
    client.v1.refunds.create({"payment_intent": paid.id, "amount": 100})
    broke = saved_card(client, address, later="insufficient_funds")
    with pytest.raises(stripe.CardError):
        charge_saved(client, *broke)
    decide(address, checkout(client, customer=customer).id, "works_now_fails_later", after="0s")
    client.v1.payment_methods.detach(method)


def _listed(address: str, path: str) -> list[dict[str, Any]]:
    found: list[dict[str, Any]] = _got(address, f"{path}?limit=100")["data"]
    return found


def _got(address: str, path: str) -> dict[str, Any]:
    key = {"Authorization": "Bearer sk_test_sandbox"}
    found: dict[str, Any] = requests.get(f"{address}{path}", headers=key, timeout=5).json()
    return found


def _with_stars(path: str) -> str:
    return "/".join("*" if step.startswith("{") else step for step in path.split("/"))
