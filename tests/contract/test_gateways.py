"""Our gateways, with the vendors' real SDKs, against the sandbox; every body judged twice."""

import json
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
import requests

from bot.gateways.payments import BadEvent, Charge, CheckoutOrder, PaymentsLater
from bot.gateways.sms import SendLater, SendRefused, SendUnknown
from bot.gateways.stripe import StripePayments
from bot.gateways.twilio import TwilioSms, is_signed
from bot.rules.cards import BANK, Card
from tests.contract.judging import judge_recording
from tests.sandbox.product import Product, standing_in
from tests.sandbox.running import (
    ACCOUNT_SID,
    AUTH_TOKEN,
    WEBHOOK_SECRET,
    payments_at,
    running,
    settings_for,
)

OURS, PATIENT = "+15125550100", "+15125550101"


@dataclass(frozen=True)
class Vendors:
    sandbox: str
    product: Product
    payments: StripePayments
    sms: TwilioSms

    def fault(self, **fault: object) -> None:
        requests.post(f"{self.sandbox}/_sandbox/faults", json=fault, timeout=5).raise_for_status()

    def pay(self, session_id: str, outcome: str, **more: str) -> None:
        body = {"outcome": outcome, **more}
        url = f"{self.sandbox}/_sandbox/pay/{session_id}"
        requests.post(url, json=body, timeout=5).raise_for_status()


@pytest.fixture
def vendors(tmp_path: Path) -> Iterator[Vendors]:
    """At the end, all that was sent to Stripe is judged by its SDK's types and by its spec."""
    with standing_in() as product:
        settings = settings_for(product.url, tmp_path)
        with running(settings) as sandbox:
            yield Vendors(
                sandbox,
                product,
                StripePayments("sk_test_sandbox", WEBHOOK_SECRET, sandbox),
                TwilioSms(ACCOUNT_SID, AUTH_TOKEN, sandbox, product.url),
            )
        assert settings.record is not None
        assert judge_recording(settings.record) == []


def order(vendors: Vendors, cents: int = 4000, saves: bool = False, n: int = 1) -> CheckoutOrder:
    return CheckoutOrder(
        ref=f"1-{n}",
        practice_id=1,
        attempt_id=n,
        label="Account balance",
        cents=cents,
        customer_id=vendors.payments.create_customer(1, 7),
        saves_card=saves,
        success_url="https://practice.example/p/x/done",
        cancel_url="https://practice.example/p/x",
        expires_at=datetime.now(UTC) + timedelta(hours=1),
        idempotency_key=f"tender-1-{n}",
    )


def test_a_payment_from_checkout_to_event(vendors: Vendors) -> None:
    checkout = vendors.payments.create_checkout(order(vendors))
    vendors.pay(checkout.id, "paid")
    state = vendors.payments.checkout(checkout.id)
    assert (state.paid, state.cents) == (True, 4000)
    vendors.product.until(lambda: "checkout.session.completed" in vendors.product.events())
    call = next(
        call
        for call in vendors.product.at("/stripe/events")
        if call.event["type"] == "checkout.session.completed"
    )
    event = vendors.payments.read_event(call.body, call.headers["Stripe-Signature"])
    assert (event.object_id, event.practice_id, event.attempt_id) == (checkout.id, 1, 1)
    assert event.id in [each.id for each in vendors.payments.events_since(an_hour_ago())]


def test_the_same_key_is_the_same_session(vendors: Vendors) -> None:
    same = order(vendors)
    first = vendors.payments.create_checkout(same)
    assert vendors.payments.create_checkout(same).id == first.id


def test_a_saved_card_is_charged_off_session(vendors: Vendors) -> None:
    checkout = vendors.payments.create_checkout(order(vendors, cents=0))
    vendors.pay(checkout.id, "paid")
    saved = vendors.payments.checkout(checkout.id)
    method = saved.payment_method_id
    assert method is not None
    assert saved.card == Card("visa", "4242")
    charge = Charge(1, 2, 2500, vendors.payments.create_customer(1, 7), method, "tender-1-c2")
    first, again = vendors.payments.charge(charge), vendors.payments.charge(charge)
    assert first.status == "paid"
    assert first.intent_id == again.intent_id
    assert vendors.payments.charge_state(first.intent_id).cents == 2500


def test_a_payment_saves_the_card_for_a_plan(vendors: Vendors) -> None:
    checkout = vendors.payments.create_checkout(order(vendors, saves=True))
    vendors.pay(checkout.id, "paid")
    state = vendors.payments.checkout(checkout.id)
    assert state.paid
    assert state.payment_method_id is not None
    assert state.card == Card("visa", "4242")


def test_a_bank_account_tells_its_last_four_digits(vendors: Vendors) -> None:
    checkout = vendors.payments.create_checkout(order(vendors, cents=0))
    vendors.pay(checkout.id, "bank_ok", after="0s")
    assert vendors.payments.checkout(checkout.id).card == Card(BANK, "6789")


@pytest.mark.parametrize("code", ["insufficient_funds", "lost_card"])
def test_a_decline_tells_its_code(vendors: Vendors, code: str) -> None:
    checkout = vendors.payments.create_checkout(order(vendors, cents=0))
    vendors.pay(checkout.id, "paid")
    method = str(vendors.payments.checkout(checkout.id).payment_method_id)
    vendors.fault(target="stripe", kind="decline", code=code, times=1)
    customer = vendors.payments.create_customer(1, 7)
    state = vendors.payments.charge(Charge(1, 2, 2500, customer, method, "tender-1-c3"))
    assert (state.status, state.decline_code) == ("failed", code)
    assert state.intent_id.startswith("pi_")


def test_a_slow_bank_is_processing_and_then_paid(vendors: Vendors) -> None:
    checkout = vendors.payments.create_checkout(order(vendors))
    vendors.pay(checkout.id, "bank_ok", after="0s")
    vendors.product.until(lambda: vendors.payments.checkout(checkout.id).paid)


def test_a_failing_bank_is_failed(vendors: Vendors) -> None:
    checkout = vendors.payments.create_checkout(order(vendors))
    vendors.pay(checkout.id, "bank_fail", after="0s")
    vendors.product.until(lambda: vendors.payments.checkout(checkout.id).failed)


def test_a_refund_is_found_by_its_payment(vendors: Vendors) -> None:
    """Made at Stripe's desk, it carries none of our numbers."""
    checkout = vendors.payments.create_checkout(order(vendors))
    vendors.pay(checkout.id, "paid")
    intent_id = str(vendors.payments.checkout(checkout.id).intent_id)
    assert vendors.payments.refunded_cents(intent_id) == 0
    refund = payments_at(vendors.sandbox).v1.refunds.create(
        {"payment_intent": intent_id, "amount": 1500}
    )
    assert vendors.payments.refunded_cents(intent_id) == 1500
    assert vendors.payments.owner_of_refund(refund.id) == (1, 1)


def test_an_expired_session_cannot_be_paid_and_a_paid_one_not_expired(vendors: Vendors) -> None:
    expired = vendors.payments.create_checkout(order(vendors))
    assert vendors.payments.expire(expired.id).status == "expired"
    paid = vendors.payments.create_checkout(order(vendors, n=2))
    vendors.pay(paid.id, "paid")
    assert vendors.payments.expire(paid.id).paid


@pytest.mark.parametrize("kind", ["429", "500", "timeout"])
def test_stripe_in_trouble_means_later(vendors: Vendors, kind: str) -> None:
    wanted = order(vendors)
    vendors.fault(target="stripe", kind=kind, times=4)
    with pytest.raises(PaymentsLater):
        vendors.payments.create_checkout(wanted)
    requests.delete(f"{vendors.sandbox}/_sandbox/faults", timeout=5)
    assert vendors.payments.create_checkout(wanted).url


@pytest.mark.parametrize("signature", ["", "t=1,v1=00", "nonsense"])
def test_a_forged_event_is_refused(vendors: Vendors, signature: str) -> None:
    body = json.dumps({"id": "evt_1", "object": "event"}).encode()
    with pytest.raises(BadEvent):
        vendors.payments.read_event(body, signature)


def test_a_text_goes_out_and_is_found_again(vendors: Vendors) -> None:
    sent = vendors.sms.send(PATIENT, OURS, "Hello", "1-1")
    found = vendors.sms.find(PATIENT, OURS, "Hello", an_hour_ago())
    assert found is not None
    assert found.sid == sent.sid
    assert vendors.sms.find(PATIENT, OURS, "Other words", an_hour_ago()) is None


def test_statuses_come_back_signed_with_our_reference(vendors: Vendors) -> None:
    vendors.sms.send(PATIENT, OURS, "Hello", "1-1")
    vendors.product.until(lambda: bool(vendors.product.at("/twilio/status?ref=1-1")))
    call = vendors.product.at("/twilio/status?ref=1-1")[0]
    url = f"{vendors.product.url}{call.path}"
    assert is_signed(AUTH_TOKEN, url, call.form, call.headers["X-Twilio-Signature"], "")
    assert not is_signed(
        AUTH_TOKEN, url, call.form | {"MessageStatus": "x"}, call.headers["X-Twilio-Signature"], ""
    )
    assert not is_signed(AUTH_TOKEN, url, call.form, "", "")


@pytest.mark.parametrize(("number", "code"), [("+15005550001", 21211), ("+15005550004", 21610)])
def test_a_refusal_tells_its_code(vendors: Vendors, number: str, code: int) -> None:
    with pytest.raises(SendRefused) as refused:
        vendors.sms.send(number, OURS, "Hello", "1-1")
    assert refused.value.code == code


@pytest.mark.parametrize(
    ("kind", "error"),
    [("429", SendLater), ("500", SendUnknown), ("timeout_after_effect", SendUnknown)],
)
def test_twilio_in_trouble(vendors: Vendors, kind: str, error: type[Exception]) -> None:
    vendors.fault(target="twilio", kind=kind, times=1)
    with pytest.raises(error):
        vendors.sms.send(PATIENT, OURS, "Hello", "1-1")


def test_twilio_not_there_means_later() -> None:
    sms = TwilioSms(ACCOUNT_SID, AUTH_TOKEN, "http://127.0.0.1:9", "http://127.0.0.1:1")
    with pytest.raises(SendLater):
        sms.send(PATIENT, OURS, "Hello", "1-1")


def an_hour_ago() -> datetime:
    return datetime.now(UTC) - timedelta(hours=1)
