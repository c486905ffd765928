"""What staff read of who waits for a person: why, what was said of it, and since when."""

from datetime import timedelta

import pytest
from flask.testing import FlaskClient

from bot.models import Practice, Staff
from bot.rules.holds import HoldKind
from bot.runtime import Runtime
from bot.store import holds, inbox
from tests.web.doing import hear, sign_in
from tests.web.test_conversations import OTHER_PHONE, needs_person
from tests.world import Cast, add_patient


def test_the_inbox_names_who_waits_why_and_until_when(
    client: FlaskClient, runtime: Runtime, practice: Practice, maria: Staff, alice: int
) -> None:
    needs_person(runtime, practice.id)
    page = sign_in(client, maria).get("/staff/").text
    for word in ("Alice Moreno", "Asked for a person", "Answer by", "left", "$220.00"):
        assert word in page


def test_the_inbox_shows_what_the_person_is_needed_for_not_what_was_said_last(
    client: FlaskClient, runtime: Runtime, practice: Practice, maria: Staff, alice: int
) -> None:
    needs_person(runtime, practice.id)
    runtime.clock.advance(timedelta(hours=2))  # type: ignore[attr-defined]
    hear(runtime, practice.id, "ok thanks", "SM2")
    page = sign_in(client, maria).get("/staff/").text
    assert "a person please" in page
    assert "ok thanks" not in page
    assert "since " in page


def test_a_patient_who_writes_again_to_a_colleague_comes_before_the_answered(
    client: FlaskClient, runtime: Runtime, practice: Practice, maria: Staff, alice: int
) -> None:
    found = needs_person(runtime, practice.id)
    desk = sign_in(client, maria)
    desk.post(f"/staff/conversations/{found}/take-over")
    desk.post(f"/staff/conversations/{found}/reply", data={"body": "Hello"})
    bob = Cast("Bob Hill", phone=OTHER_PHONE, bills=())
    add_patient(runtime, practice.id, bob)
    runtime.clock.advance(timedelta(minutes=5))  # type: ignore[attr-defined]
    hear(runtime, practice.id, "a person please", "SM7", phone=OTHER_PHONE)
    page = desk.get("/staff/").text
    assert page.index("Bob Hill") < page.index("Alice Moreno")
    assert "Answered " in page
    hear(runtime, practice.id, "and what about october", "SM8")
    page = desk.get("/staff/").text
    assert page.index("Alice Moreno") < page.index("Bob Hill")
    assert "and what about october" in page
    assert "Wrote again " in page
    assert "Answered " not in page


def test_what_the_patient_took_back_is_told_as_such(
    client: FlaskClient, runtime: Runtime, practice: Practice, maria: Staff, alice: int
) -> None:
    runtime.ear.meanings["this bill is wrong"] = "dispute_charge"  # type: ignore[attr-defined]
    hear(runtime, practice.id, "this bill is wrong", "SM1")
    found = hear(runtime, practice.id, "3/14/1980", "SM2")
    desk = sign_in(client, maria)
    assert "taken" not in desk.get("/staff/").text
    now = runtime.clock.now()
    with runtime.database.transaction(practice.id) as session:
        holds.take_back(session, practice.id, alice, HoldKind.DISPUTE, now)
    assert "Says the bill is wrong (taken back)" in desk.get("/staff/").text
    page = desk.get(f"/staff/conversations/{found}").text
    assert "the patient has taken this back" in page
    assert "Nothing to check any more." in page
    assert "until released" not in page
    assert "Mark as done" in page


def test_a_thread_that_waits_for_a_person_says_so(
    client: FlaskClient, runtime: Runtime, practice: Practice, maria: Staff, alice: int
) -> None:
    found = needs_person(runtime, practice.id)
    page = sign_in(client, maria).get(f"/staff/conversations/{found}").text
    assert "Waiting for a person." in page
    assert "The assistant is answering." not in page
    assert "Nobody yet" in client.get("/staff/").text


def test_what_the_patient_said_stands_above_the_thread(
    client: FlaskClient, runtime: Runtime, practice: Practice, maria: Staff, alice: int
) -> None:
    runtime.ear.meanings["i paid <b>cash</b>"] = "already_paid"  # type: ignore[attr-defined]
    hear(runtime, practice.id, "i paid <b>cash</b>", "SM1")
    found = hear(runtime, practice.id, "3/14/1980", "SM2")
    page = sign_in(client, maria).get(f"/staff/conversations/{found}").text
    head = page.split('class="thread-head"')[1].split("</header>")[0]
    for word in ("Says it has been paid", "i paid &lt;b&gt;cash&lt;/b&gt;", "Since ", "Answer by"):
        assert word in head


def answered(client: FlaskClient, runtime: Runtime, practice: Practice, maria: Staff) -> int:
    found = needs_person(runtime, practice.id)
    desk = sign_in(client, maria)
    desk.post(f"/staff/conversations/{found}/take-over")
    desk.post(f"/staff/conversations/{found}/reply", data={"body": "Hello"})
    runtime.clock.advance(timedelta(minutes=5))  # type: ignore[attr-defined]
    return found


@pytest.mark.parametrize("body", ["ok thanks", "gracias", "👍", "Liked “Hello”", "ok"])
def test_mere_thanks_to_a_colleague_wait_for_nothing(
    client: FlaskClient,
    runtime: Runtime,
    practice: Practice,
    maria: Staff,
    alice: int,
    body: str,
) -> None:
    answered(client, runtime, practice, maria)
    hear(runtime, practice.id, body, "SM8")
    page = client.get("/staff/").text
    assert "Wrote again " not in page
    assert "Answered " in page


@pytest.mark.parametrize("body", ["and what about october", "yes", "ok but when", "si gracias"])
def test_more_than_thanks_waits_again(
    client: FlaskClient,
    runtime: Runtime,
    practice: Practice,
    maria: Staff,
    alice: int,
    body: str,
) -> None:
    answered(client, runtime, practice, maria)
    hear(runtime, practice.id, body, "SM8")
    hear(runtime, practice.id, "thanks", "SM9")
    assert "Wrote again " in client.get("/staff/").text


def test_who_wrote_again_and_is_left_waiting_turns_late(
    client: FlaskClient, runtime: Runtime, practice: Practice, maria: Staff, alice: int
) -> None:
    answered(client, runtime, practice, maria)
    hear(runtime, practice.id, "and what about october", "SM8")
    sign_in(client, maria)
    assert 'class="promise late"' not in client.get("/staff/").text
    runtime.clock.advance(timedelta(days=3))  # type: ignore[attr-defined]
    page = sign_in(client, maria).get("/staff/").text
    assert 'class="promise late"' in page
    assert "Wrote again " in page


def test_the_title_counts_who_waits_and_not_who_was_answered(
    client: FlaskClient, runtime: Runtime, practice: Practice, maria: Staff, alice: int
) -> None:
    answered(client, runtime, practice, maria)
    for tab in ("needs", "mine", "all"):
        assert "<title>Inbox" in client.get(f"/staff/watched?tab={tab}").text
    hear(runtime, practice.id, "and what about october", "SM8")
    assert "<title>(1) Inbox" in client.get("/staff/watched?tab=mine").text


def test_the_answered_push_out_nobody_who_waits(
    client: FlaskClient,
    runtime: Runtime,
    practice: Practice,
    maria: Staff,
    alice: int,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(inbox, "MOST", 1)
    answered(client, runtime, practice, maria)
    add_patient(runtime, practice.id, Cast("Bob Hill", phone=OTHER_PHONE, bills=()))
    hear(runtime, practice.id, "a person please", "SM7", phone=OTHER_PHONE)
    page = client.get("/staff/").text
    assert "Bob Hill" in page
    assert "Alice Moreno" not in page
    assert "1 are shown" in page


def test_signed_out_a_watched_page_leads_back_to_the_page_itself(client: FlaskClient) -> None:
    asked = client.get("/staff/watched?tab=mine")
    assert asked.location == "/staff/sign-in?next=/staff/?tab%3Dmine"
    asked = client.get("/staff/conversations/5/since/7")
    assert asked.location == "/staff/sign-in?next=/staff/conversations/5"
