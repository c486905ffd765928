"""Texts through Twilio's own SDK, the handsets, and the calls to the product."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

import pytest
import requests
from twilio.base.exceptions import TwilioRestException
from twilio.request_validator import RequestValidator
from twilio.rest import Client

from sandbox.segments import segments
from tests.sandbox.product import Call, Product
from tests.sandbox.running import AUTH_TOKEN

PATIENT = "+15125550101"
PRACTICE = "+15125550100"


def say(sandbox: str, body: str, **more: Any) -> str:
    asked = {"from": PATIENT, "to": PRACTICE, "body": body, **more}
    answer = requests.post(f"{sandbox}/_sandbox/sms", json=asked, timeout=5)
    return str(answer.json()["sid"])


def handset(sandbox: str, number: str = PATIENT) -> list[dict[str, Any]]:
    found: list[dict[str, Any]] = requests.get(
        f"{sandbox}/_sandbox/handset/{number}", timeout=5
    ).json()
    return found


def is_signed(call: Call, url: str) -> bool:
    validator = RequestValidator(AUTH_TOKEN)
    return bool(validator.validate(url, call.form, call.headers["X-Twilio-Signature"]))


def idle(sandbox: str) -> int:
    return requests.get(f"{sandbox}/_sandbox/idle?timeout=5", timeout=10).status_code


def test_a_sent_text_reaches_the_handset_and_is_reported_signed(
    texts: Client, sandbox: str, product: Product
) -> None:
    url = f"{product.url}/twilio/status?ref=7"
    sent = texts.messages.create(to=PATIENT, from_=PRACTICE, body="Hello", status_callback=url)
    product.until(lambda: len(product.at("/twilio/status")) == 3)
    calls = product.at("/twilio/status")
    assert (sent.status, handset(sandbox)[0]["status"]) == ("queued", "delivered")
    assert {c.form["MessageStatus"] for c in calls} == {"queued", "sent", "delivered"}
    assert all(is_signed(call, url) for call in calls)
    assert {call.form["MessageSid"] for call in calls} == {sent.sid}


def test_an_inbound_text_is_delivered_signed_with_the_usual_fields(
    sandbox: str, product: Product
) -> None:
    sid = say(sandbox, "¿Cuánto debo?")
    product.until(lambda: bool(product.texts()))
    call = product.at("/twilio/sms")[0]
    assert is_signed(call, f"{product.url}/twilio/sms")
    assert call.form["MessageSid"] == call.form["SmsSid"] == sid
    assert (call.form["From"], call.form["To"]) == (PATIENT, PRACTICE)
    assert (call.form["Body"], call.form["NumMedia"]) == ("¿Cuánto debo?", "0")
    assert handset(sandbox)[0]["direction"] == "in"


def test_an_inbound_text_is_repeated_after_a_server_fault(sandbox: str, product: Product) -> None:
    product.answers.extend([500, 502])
    say(sandbox, "hi")
    product.until(lambda: product.texts() == ["hi"] * 3)
    assert idle(sandbox) == 200


def test_texts_of_one_patient_arrive_in_order(sandbox: str, product: Product) -> None:
    bodies = [f"text {place}" for place in range(10)]
    for body in bodies:
        say(sandbox, body)
    product.until(lambda: len(product.texts()) == 10)
    assert product.texts() == bodies


def test_the_same_sid_twice_is_two_deliveries_of_one_text(sandbox: str, product: Product) -> None:
    sid = say(sandbox, "once")
    say(sandbox, "once", sid=sid)
    product.until(lambda: len(product.texts()) == 2)
    assert len(handset(sandbox)) == 1


def test_a_picture_is_fetched_with_the_accounts_credentials(
    texts: Client, sandbox: str, product: Product
) -> None:
    sid = say(sandbox, "", media=["sample"])
    product.until(lambda: bool(product.texts()))
    form = product.at("/twilio/sms")[0].form
    picture = requests.get(form["MediaUrl0"], auth=(texts.account_sid, AUTH_TOKEN), timeout=5)
    stranger = requests.get(form["MediaUrl0"], timeout=5)
    assert (form["NumMedia"], form["MediaContentType0"]) == ("1", "image/png")
    assert picture.content.startswith(b"\x89PNG")
    assert stranger.status_code == 401
    assert len(texts.messages(sid).media.list()) == 1


def test_stop_blocks_that_sender_until_start(texts: Client, sandbox: str, product: Product) -> None:
    say(sandbox, " stop ")
    with pytest.raises(TwilioRestException) as refused:
        texts.messages.create(to=PATIENT, from_=PRACTICE, body="x")
    texts.messages.create(to=PATIENT, from_="+15125550199", body="another sender")
    say(sandbox, "START")
    texts.messages.create(to=PATIENT, from_=PRACTICE, body="back")
    assert (refused.value.code, refused.value.status) == (21610, 400)
    bodies = [text["body"] for text in handset(sandbox) if text["direction"] == "out"]
    assert bodies[0].startswith("You have successfully been unsubscribed")
    assert bodies[2].startswith("You have successfully been re-subscribed")
    product.until(lambda: len(product.texts()) == 2)
    assert len(texts.messages.list(to=PATIENT)) == 2


def test_yes_is_no_reply_of_twilios_unless_blocked(sandbox: str, product: Product) -> None:
    say(sandbox, "YES")
    assert len(handset(sandbox)) == 1


@pytest.mark.parametrize("word", ["STOP", "cancel", "End", "QUIT", "revoke", "OptOut", "STOPALL"])
def test_each_of_twilios_words_opts_out(texts: Client, sandbox: str, word: str) -> None:
    say(sandbox, word)
    with pytest.raises(TwilioRestException):
        texts.messages.create(to=PATIENT, from_=PRACTICE, body="x")


@pytest.mark.parametrize(
    ("to", "code"),
    [
        ("+15005550001", 21211),
        ("+15005550002", 21612),
        ("+15005550003", 21408),
        ("+15005550004", 21610),
        ("+15005550009", 21614),
        ("not a phone", 21211),
    ],
)
def test_a_number_that_cannot_be_texted_is_refused(texts: Client, to: str, code: int) -> None:
    with pytest.raises(TwilioRestException) as refused:
        texts.messages.create(to=to, from_=PRACTICE, body="x")
    assert refused.value.code == code


def test_a_body_over_1600_characters_is_refused(texts: Client) -> None:
    texts.messages.create(to=PATIENT, from_=PRACTICE, body="x" * 1_600)
    with pytest.raises(TwilioRestException) as refused:
        texts.messages.create(to=PATIENT, from_=PRACTICE, body="x" * 1_601)
    assert refused.value.code == 21617


def test_wrong_credentials_are_refused(texts: Client, sandbox: str) -> None:
    stranger = Client(texts.account_sid, "wrong")
    stranger.api.base_url = sandbox
    with pytest.raises(TwilioRestException) as refused:
        stranger.messages.create(to=PATIENT, from_=PRACTICE, body="x")
    assert refused.value.status == 401


def test_sent_texts_are_found_by_number_and_time(texts: Client) -> None:
    made = [texts.messages.create(to=PATIENT, from_=PRACTICE, body=str(n)).sid for n in range(5)]
    texts.messages.create(to="+15125550102", from_=PRACTICE, body="else")
    sent_at = texts.messages(made[0]).fetch().date_sent
    later = sent_at + timedelta(hours=1)
    found = texts.messages.list(to=PATIENT, date_sent_after=sent_at, page_size=2)
    assert [message.sid for message in found] == made[::-1]
    assert texts.messages.list(to=PATIENT, date_sent_after=later) == []
    assert len(texts.messages.list(from_=PRACTICE, date_sent_before=later)) == 6


def test_redaction_empties_the_record_but_not_the_handset(texts: Client, sandbox: str) -> None:
    sent = texts.messages.create(to=PATIENT, from_=PRACTICE, body="You owe $5.00")
    assert texts.messages(sent.sid).update(body="").body == ""
    texts.messages(sent.sid).delete()
    with pytest.raises(TwilioRestException):
        texts.messages(sent.sid).fetch()
    assert handset(sandbox)[0]["body"] == "You owe $5.00"


def test_an_undelivered_text_is_reported_with_its_code(
    texts: Client, sandbox: str, product: Product
) -> None:
    fault = {"target": "twilio", "kind": "undelivered", "code": 30005}
    requests.post(f"{sandbox}/_sandbox/faults", json=fault, timeout=5)
    url = f"{product.url}/twilio/status"
    sent = texts.messages.create(to=PATIENT, from_=PRACTICE, body="x", status_callback=url)
    product.until(lambda: len(product.at("/twilio/status")) == 3)
    forms = [call.form for call in product.at("/twilio/status")]
    failed = next(form for form in forms if form["MessageStatus"] == "undelivered")
    assert failed["ErrorCode"] == "30005"
    assert texts.messages(sent.sid).fetch().error_code == 30005


def test_a_timeout_after_the_effect_leaves_a_text_that_can_be_looked_up(
    texts: Client, sandbox: str
) -> None:
    fault = {"target": "twilio", "kind": "timeout_after_effect"}
    requests.post(f"{sandbox}/_sandbox/faults", json=fault, timeout=5)
    with pytest.raises(requests.ConnectionError):
        texts.messages.create(to=PATIENT, from_=PRACTICE, body="did it go?")
    assert [message.body for message in texts.messages.list(to=PATIENT)] == ["did it go?"]


@pytest.mark.parametrize(("kind", "code"), [("429", 20429), ("500", 20500), ("21610", 21610)])
def test_an_ordered_refusal_comes_once_and_nothing_is_sent(
    texts: Client, sandbox: str, kind: str, code: int
) -> None:
    order = {"target": "twilio", "kind": kind}
    requests.post(f"{sandbox}/_sandbox/faults", json=order, timeout=5)
    with pytest.raises(TwilioRestException) as refused:
        texts.messages.create(to=PATIENT, from_=PRACTICE, body="x")
    assert refused.value.code == code
    assert handset(sandbox) == []
    texts.messages.create(to=PATIENT, from_=PRACTICE, body="x")


@pytest.mark.parametrize(
    ("body", "count"),
    [
        ("a" * 160, 1),
        ("a" * 161, 2),
        ("a" * 306, 2),
        ("a" * 307, 3),
        ("€" * 80, 1),
        ("€" * 81, 2),
        ("á" * 70, 1),
        ("á" * 71, 2),
        ("😀" * 35, 1),
        ("😀" * 36, 2),
        ("", 1),
    ],
)
def test_segments_are_counted_as_on_the_air(body: str, count: int) -> None:
    assert segments(body) == count
