"""Clock, idleness, faults, restarts, mail and the handset page."""

from __future__ import annotations

import json
import smtplib
import socket
from datetime import UTC, datetime, timedelta
from email.message import EmailMessage
from pathlib import Path

import pytest
import requests
import stripe

from sandbox.clock import ClockRefused, ProductClock, parse_span
from sandbox.phone import next_monday
from sandbox.routes import PARAMS
from sandbox.state import Store
from sandbox.stripe_api.table import ANSWERS
from sandbox.writing import linked
from tests.sandbox.checkouts import checkout
from tests.sandbox.product import Product, standing_in
from tests.sandbox.running import payments_at, running, settings_for


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


def test_moving_the_clock_writes_the_products_offset_and_ticks_it(
    sandbox: str, product: Product, recorded: Path
) -> None:
    before = requests.get(f"{sandbox}/_sandbox/clock", timeout=5).json()
    answer = requests.post(f"{sandbox}/_sandbox/clock", json={"advance": "2h"}, timeout=5)
    offset = json.loads((recorded.parent / "clock.json").read_text())["offset_seconds"]
    tick = product.at("/internal/tick")[0]
    assert answer.status_code == 200
    assert offset == answer.json()["offset_seconds"] == before["offset_seconds"] + 7_200
    assert tick.headers["Authorization"] == "Bearer inside"


def test_the_clock_is_never_set_back(sandbox: str, product: Product) -> None:
    past = (datetime.now(UTC) - timedelta(days=1)).isoformat()
    answer = requests.post(f"{sandbox}/_sandbox/clock", json={"set": past}, timeout=5)
    assert answer.status_code == 400
    assert product.at("/internal/tick") == []


def test_the_clock_can_be_set_to_a_moment(tmp_path: Path) -> None:
    clock = ProductClock(tmp_path / "clock.json")
    moment = datetime.now(UTC) + timedelta(days=40)
    clock.set(moment)
    assert abs(clock.now() - moment) < timedelta(seconds=1)


@pytest.mark.parametrize("text", ["", "3", "d", "3w", "-1d", "1d x"])
def test_a_span_that_is_none_is_refused(text: str) -> None:
    with pytest.raises(ClockRefused):
        parse_span(text)


def test_a_span_may_have_several_parts() -> None:
    assert parse_span("1d12h30m") == timedelta(days=1, hours=12, minutes=30)


def test_next_monday_is_never_today() -> None:
    monday = datetime(2026, 11, 23, 8, 0, tzinfo=UTC)
    assert next_monday(monday) == datetime(2026, 11, 30, 9, 0, tzinfo=UTC)


def test_it_is_not_idle_while_the_product_has_work(sandbox: str, product: Product) -> None:
    product.work = {"due": 1, "running": 0}
    answer = requests.get(f"{sandbox}/_sandbox/idle?timeout=0.3", timeout=5)
    assert (answer.status_code, answer.json()["idle"]) == (504, False)


def test_idle_waits_for_a_webhook_that_must_be_repeated(
    sandbox: str, product: Product, payments: stripe.StripeClient
) -> None:
    product.answers.extend([500, 500])
    payments.v1.customers.create({})
    assert requests.get(f"{sandbox}/_sandbox/idle?timeout=5", timeout=10).status_code == 200
    assert product.events() == ["customer.created"] * 3


@pytest.mark.parametrize(
    "order",
    [
        {"target": "post office", "kind": "500"},
        {"target": "twilio", "kind": "rain"},
        {"target": "webhook", "kind": "500"},
        {"target": "stripe", "kind": "500", "times": 0},
    ],
)
def test_a_fault_that_does_not_exist_is_refused(sandbox: str, order: dict[str, object]) -> None:
    assert requests.post(f"{sandbox}/_sandbox/faults", json=order, timeout=5).status_code == 400


def test_faults_are_listed_and_cleared(sandbox: str) -> None:
    address = f"{sandbox}/_sandbox/faults"
    requests.post(address, json={"target": "twilio", "kind": "429", "times": 3}, timeout=5)
    listed = requests.get(address, timeout=5).json()
    requests.delete(address, timeout=5)
    assert [(each["kind"], each["times"]) for each in listed] == [("429", 3)]
    assert requests.get(address, timeout=5).json() == []


def test_a_restart_loses_neither_objects_nor_undelivered_webhooks(tmp_path: Path) -> None:
    port = free_port()
    settings = settings_for(f"http://127.0.0.1:{port}", tmp_path)
    with running(settings) as address:
        session = checkout(payments_at(address))
        payments_at(address).v1.customers.create({})
    with standing_in(port) as product, running(settings) as address:
        found = payments_at(address).v1.checkout.sessions.retrieve(session.id)
        product.until(lambda: product.events() == ["customer.created"])
    assert found.status == "open"


def test_mail_is_kept_and_shown(tmp_path: Path) -> None:
    port = free_port()
    mail = EmailMessage()
    mail["Subject"], mail["From"], mail["To"] = "Sign in", "tender@x.example", "ana@x.example"
    mail.set_content("Open https://x.example/in?t=1 please")
    with running(settings_for("http://127.0.0.1:9", tmp_path, port)) as address:
        with smtplib.SMTP("127.0.0.1", port) as smtp:
            smtp.send_message(mail)
        kept = requests.get(f"{address}/mail.json", timeout=5).json()
        page = requests.get(f"{address}/mail", timeout=5).text
    assert [(each["subject"], each["to"]) for each in kept] == [("Sign in", ["ana@x.example"])]
    assert 'href="https://x.example/in?t=1"' in page


def test_the_phone_page_shows_named_asked_and_seen_numbers(
    sandbox: str, product: Product, recorded: Path
) -> None:
    named = [
        {"number": "+15125550111", "name": "Ana", "practice_number": "+1512", "language": "es"}
    ]
    (recorded.parent / "sandbox" / "handsets.json").write_text(json.dumps(named))
    sms = {"from": "+15125550113", "to": "+15125550100", "body": "<b>hi</b>"}
    requests.post(f"{sandbox}/_sandbox/sms", json=sms, timeout=5)
    page = requests.get(f"{sandbox}/phone?numbers=+15125550112", timeout=5).text
    assert all(f'data-number="+1512555011{n}"' in page for n in (1, 2, 3))
    assert "Ana" in page
    assert "<b>hi</b>" not in page


def test_a_text_can_be_sent_from_the_page_without_javascript(
    sandbox: str, product: Product
) -> None:
    form = {"to": "+15125550100", "body": "from the page", "picture": ""}
    answer = requests.post(f"{sandbox}/phone/+15125550101", data=form, timeout=5)
    product.until(lambda: product.texts() == ["from the page"])
    assert "from the page" in answer.text


def test_links_open_in_a_new_tab_and_other_words_are_escaped() -> None:
    made = str(linked("<i> see https://x.example/p/1."))
    assert made == (
        '&lt;i&gt; see <a href="https://x.example/p/1" target="_blank" rel="noopener">'
        "https://x.example/p/1</a>."
    )


def test_every_judged_call_has_an_answer() -> None:
    assert PARAMS.keys() == ANSWERS.keys()


def test_a_document_keeps_its_place_when_it_changes(tmp_path: Path) -> None:
    store = Store(tmp_path)
    for name in ("a", "b"):
        store.put("thing", {"id": name})
    store.put("thing", {"id": "a", "changed": True})
    assert [doc["id"] for doc in store.every("thing")] == ["a", "b"]
    store.close()
