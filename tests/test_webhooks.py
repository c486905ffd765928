"""The webhooks: what is not signed changes nothing; what is signed is never lost."""

import json
import threading
from typing import Any

import pytest
from flask import Flask
from flask.testing import FlaskClient
from sqlalchemy import func, select
from twilio.request_validator import RequestValidator
from werkzeug.test import TestResponse

from bot import inbound, outbox
from bot.models import Conversation, Message, OptOut, Practice, StripeEvent
from bot.runtime import Runtime
from bot.web.app import create_app
from tests.world import PHONE, Cast, add_patient

CARD = "4242 4242 4242 4242"


@pytest.fixture
def app(runtime: Runtime) -> Flask:
    return create_app(runtime)


@pytest.fixture
def client(app: Flask) -> FlaskClient:
    return app.test_client()


def form(body: str = "hello", sid: str = "SM" + "1" * 32, **more: str) -> dict[str, str]:
    return {
        "MessageSid": sid, "From": PHONE, "To": "+15125550100", "Body": body,
        "NumMedia": "0", **more,
    }  # fmt: skip


def sign(runtime: Runtime, path: str, data: dict[str, str]) -> str:
    validator = RequestValidator(runtime.settings.twilio_auth_token)
    return str(validator.compute_signature(f"{runtime.settings.public_base_url}{path}", data))


def post(client: FlaskClient, runtime: Runtime, data: dict[str, str]) -> TestResponse:
    signature = sign(runtime, "/twilio/sms", data)
    return client.post("/twilio/sms", data=data, headers={"X-Twilio-Signature": signature})


def count(runtime: Runtime, practice: Practice, table: Any) -> int:
    with runtime.database.transaction(practice.id) as session:
        return int(session.scalar(select(func.count()).select_from(table)) or 0)


def bodies(runtime: Runtime, practice: Practice) -> list[str]:
    with runtime.database.transaction(practice.id) as session:
        return list(session.scalars(select(Message.body).order_by(Message.id)))


def answer(runtime: Runtime, practice: Practice) -> list[str]:
    """What the turn says to all that is unanswered."""
    before = count(runtime, practice, Message)
    with runtime.database.transaction(practice.id) as session:
        ids = list(session.scalars(select(Conversation.id)))
    for conversation_id in ids:
        inbound.take_turn(runtime, practice.id, conversation_id)
    return bodies(runtime, practice)[before:]


@pytest.mark.parametrize(
    "headers",
    [{}, {"X-Twilio-Signature": ""}, {"X-Twilio-Signature": "bm9uc2Vuc2U="}],
    ids=["none", "empty", "wrong"],
)
def test_an_unsigned_text_changes_nothing(
    client: FlaskClient, runtime: Runtime, practice: Practice, headers: dict[str, str]
) -> None:
    assert client.post("/twilio/sms", data=form(), headers=headers).status_code == 403
    assert count(runtime, practice, Message) == 0


def test_unsigned_json_changes_nothing(
    client: FlaskClient, runtime: Runtime, practice: Practice
) -> None:
    signature = sign(runtime, "/twilio/sms", {})
    for signed in ({}, {"X-Twilio-Signature": signature}):
        response = client.post("/twilio/sms", json=form(), headers=signed)
        assert response.status_code == 403
    assert count(runtime, practice, Message) == 0


def test_a_changed_form_is_not_believed(
    client: FlaskClient, runtime: Runtime, practice: Practice
) -> None:
    signature = sign(runtime, "/twilio/sms", form("pay"))
    response = client.post(
        "/twilio/sms", data=form("stop"), headers={"X-Twilio-Signature": signature}
    )
    assert response.status_code == 403


def test_headers_do_not_decide_the_address(
    client: FlaskClient, runtime: Runtime, practice: Practice
) -> None:
    data = form()
    signature = sign(runtime, "/twilio/sms", data)
    response = client.post(
        "/twilio/sms",
        data=data,
        headers={"X-Twilio-Signature": signature, "Host": "evil.example"},
    )
    assert response.status_code == 200


def test_the_same_webhook_twice_is_one_text_and_one_answer(
    client: FlaskClient, runtime: Runtime, practice: Practice
) -> None:
    add_patient(runtime, practice.id)
    for _ in range(2):
        assert post(client, runtime, form()).status_code == 200
    assert len(answer(runtime, practice)) == 1
    assert answer(runtime, practice) == []


def test_two_texts_at_once_are_both_kept_and_answered(
    app: Flask, runtime: Runtime, practice: Practice
) -> None:
    add_patient(runtime, practice.id)

    def send(number: int) -> None:
        post(app.test_client(), runtime, form(f"text {number}", f"SM{number:032d}"))

    threads = [threading.Thread(target=send, args=(number,)) for number in range(8)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert sorted(bodies(runtime, practice)) == [f"text {number}" for number in range(8)]
    assert len(answer(runtime, practice)) == 1


@pytest.mark.parametrize(
    "body",
    [
        "", " ", "x" * 2000, "\U0001f600\U0001f44d", '/intent{"pay_now"}', "/restart",
        "x" * 200_000, "4242 " * 40_000, '{"intent": "pay_now"}', "<b>pay</b>", "\u0661\u0662",
        "\u202e\u200b", "{}", "%s%n{0}", "' or 1=1 --", "\x00\x01", "12345678901234567890",
    ],
    ids=lambda body: repr(body)[:20],
)  # fmt: skip
def test_strange_texts_get_a_sensible_answer(
    client: FlaskClient, runtime: Runtime, practice: Practice, body: str
) -> None:
    add_patient(runtime, practice.id)
    assert post(client, runtime, form(body)).status_code == 200
    said = answer(runtime, practice)
    assert len(said) == 1
    assert "$" not in said[0]


def test_a_picture_alone_is_passed_to_a_person(
    client: FlaskClient, runtime: Runtime, practice: Practice
) -> None:
    add_patient(runtime, practice.id)
    picture = {"NumMedia": "1", "MediaUrl0": "https://x/1", "MediaContentType0": "image/jpeg"}
    post(client, runtime, form("") | picture)
    assert len(answer(runtime, practice)) == 1


@pytest.mark.parametrize(
    "texts",
    [
        (f"my card is {CARD} exp 12/28 cvv 123",),
        ("4242 4242 4242", "4242 there you go"),
        ("card: 4242 4242", "4242", "4242 exp 12/28"),
        ("4242", "4242", "4242", "4242"),
        ("four two four two four two four two four two four two four two four two",),
    ],
    ids=["whole", "two texts", "three texts", "four texts", "spelled"],
)
def test_a_card_number_is_never_stored(
    client: FlaskClient, runtime: Runtime, practice: Practice, texts: tuple[str, ...]
) -> None:
    add_patient(runtime, practice.id)
    for number, body in enumerate(texts):
        post(client, runtime, form(body, f"SM{number:032d}"))
    said = answer(runtime, practice)
    stored = " ".join(bodies(runtime, practice)).replace(" ", "")
    assert "4242424242424242" not in stored
    assert "424242424242" not in stored
    assert "fourtwofourtwo" not in stored
    assert len(said) == 1
    assert "card" in said[0].lower()


def test_an_unknown_number_gets_a_neutral_answer_and_a_person(
    client: FlaskClient, runtime: Runtime, practice: Practice
) -> None:
    add_patient(runtime, practice.id)
    post(client, runtime, form("how much do i owe") | {"From": "+15125550177"})
    runtime.ear.meanings["how much do i owe"] = "ask_balance"  # type: ignore[attr-defined]
    said = answer(runtime, practice)
    assert len(said) == 1
    assert "$" not in said[0]
    assert "owe" not in said[0].lower()


def test_a_number_that_is_no_practices_is_not_found(
    client: FlaskClient, runtime: Runtime, practice: Practice
) -> None:
    assert post(client, runtime, form() | {"To": "+15125559999"}).status_code == 404


def test_with_the_model_away_the_essentials_are_understood(
    client: FlaskClient, runtime: Runtime, practice: Practice
) -> None:
    from dataclasses import replace

    from nlu.client import RasaEar

    away = replace(runtime, ear=RasaEar("http://127.0.0.1:9", "token"))
    add_patient(away, practice.id)
    post(client, away, form("how much do i owe"))
    assert len(answer(away, practice)) == 1
    post(client, away, form("qwertz uiop", "SM" + "2" * 32))
    assert len(answer(away, practice)) == 1


@pytest.mark.parametrize("signature", [None, "", "wrong"])
def test_an_unsigned_event_changes_nothing(
    client: FlaskClient, runtime: Runtime, practice: Practice, signature: str | None
) -> None:
    headers = {} if signature is None else {"Stripe-Signature": signature}
    event = json.dumps({"id": "evt_1", "object": "event"})
    assert client.post("/stripe/events", data=event, headers=headers).status_code == 403
    assert count(runtime, practice, StripeEvent) == 0


def test_an_unsigned_status_changes_nothing(
    client: FlaskClient, runtime: Runtime, practice: Practice
) -> None:
    response = client.post("/twilio/status?ref=1-1", data={"MessageSid": "SM1"})
    assert response.status_code == 403


def test_internal_addresses_need_the_token(client: FlaskClient) -> None:
    assert client.post("/internal/tick").status_code == 403
    assert client.get("/internal/work").status_code == 403


def test_spanish_is_answered_in_spanish(
    client: FlaskClient, runtime: Runtime, practice: Practice
) -> None:
    add_patient(runtime, practice.id, Cast(language="es"))
    runtime.ear.meanings["cuanto debo"] = "ask_balance"  # type: ignore[attr-defined]
    post(client, runtime, form("cuanto debo"))
    assert "nacimiento" in answer(runtime, practice)[0]


@pytest.mark.parametrize("first", ["END", "STOP", "cancel", "REVOKE"])
def test_a_stop_is_obeyed_also_when_another_text_follows_at_once(
    client: FlaskClient, runtime: Runtime, practice: Practice, first: str
) -> None:
    add_patient(runtime, practice.id)
    post(client, runtime, form(first))
    post(client, runtime, form("what is this", "SM" + "2" * 32))
    answer(runtime, practice)
    assert count(runtime, practice, OptOut) == 1


def test_what_the_carrier_has_confirmed_is_not_confirmed_again(
    client: FlaskClient, runtime: Runtime, practice: Practice
) -> None:
    add_patient(runtime, practice.id)
    post(client, runtime, form("STOP"))
    answer(runtime, practice)
    with runtime.database.transaction(practice.id) as session:
        ids = list(session.scalars(select(Message.id).where(Message.direction == "out")))
    for message_id in ids:
        outbox.send_text(runtime, practice.id, message_id)
    assert runtime.sms.texts == []


def test_a_card_in_two_halves_is_removed_also_after_an_answer_between(
    client: FlaskClient, runtime: Runtime, practice: Practice
) -> None:
    add_patient(runtime, practice.id)
    post(client, runtime, form("4242 4242"))
    answer(runtime, practice)
    post(client, runtime, form("4242 4242", "SM" + "2" * 32))
    texts = [body for body in bodies(runtime, practice) if "4242" in body]
    assert texts == []
