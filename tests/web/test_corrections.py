"""Correct the assistant: what a text meant is chosen, shown as it is learned, and kept apart."""

import pytest
from flask import Flask
from flask.testing import FlaskClient

from bot.models import Correction, Practice, Staff
from bot.runtime import Runtime
from bot.store import corrections
from bot.web.staff_words import meaning_groups
from nlu.intents import known_intents
from tests.web.conftest import add_staff
from tests.web.doing import everything, hear, sign_in, thread

TEXT = "Alice Moreno here, ill send you $140 on 3/20/2026"
LEARNED = "Alex here, ill send you $100 on 1/1/2000"
FORM = {"meaning": ["promise_to_pay", "", ""], "words": LEARNED}


@pytest.fixture
def message_id(runtime: Runtime, practice: Practice, alice: int) -> int:
    runtime.ear.meanings[TEXT] = "already_paid"  # type: ignore[attr-defined]
    conversation_id = hear(runtime, practice.id, TEXT, "SM1")
    return thread(runtime, practice.id, conversation_id)[0].id


def kept(runtime: Runtime, practice_id: int) -> list[Correction]:
    with runtime.database.transaction(practice_id) as session:
        return [row for row, _ in corrections.newest_first(session, practice_id)]


def test_every_meaning_can_be_chosen_once() -> None:
    names = [name for group in meaning_groups().values() for name in group]
    assert sorted(names) == sorted(known_intents())


def test_the_form_shows_exactly_what_will_be_learned(
    client: FlaskClient, maria: Staff, message_id: int
) -> None:
    page = sign_in(client, maria).get(f"/staff/texts/{message_id}/meaning").text
    assert f">{LEARNED}</textarea>" in page
    assert "says it is paid" in page
    assert '<optgroup label="Paying">' in page


def test_a_correction_is_kept_with_who_and_what(
    client: FlaskClient, runtime: Runtime, practice: Practice, sam: Staff, message_id: int
) -> None:
    answer = sign_in(client, sam).post(f"/staff/texts/{message_id}/meaning", data=FORM)
    assert answer.status_code == 303
    (row,) = kept(runtime, practice.id)
    assert (row.message_id, row.text, row.intents) == (message_id, LEARNED, ["promise_to_pay"])
    assert (row.staff_id, row.state) == (sam.id, "new")
    page = client.get(answer.location).text
    for words in ("Corrected: promises to pay", "Sam corrected what a text", "Thank you."):
        assert words in page


def test_the_audit_tells_who_and_which_but_no_words(
    client: FlaskClient, runtime: Runtime, sam: Staff, message_id: int
) -> None:
    sign_in(client, sam).post(f"/staff/texts/{message_id}/meaning", data=FORM)
    events = [row for row in everything(runtime)["audit_events"] if "meaning_corrected" in row]
    assert len(events) == 1
    assert f"staff:{sam.id}" in events[0]
    assert "Alex" not in events[0]


@pytest.mark.parametrize(
    ("change", "words"),
    [
        ({"meaning": ["", "", ""]}, "Please choose what the text meant"),
        ({"meaning": []}, "Please choose what the text meant"),
        ({"meaning": ["send_money"]}, "no meaning we know"),
        ({"meaning": ["deny", "deny"]}, "chosen twice"),
        ({"words": " ?! "}, "leave something to learn"),
        ({"words": "please stop texting me"}, "always takes these words to say: wants no more"),
        ({"words": "pay " * 200}, "leave something to learn"),
    ],
)
def test_what_cannot_be_learned_is_said_and_nothing_is_lost(
    client: FlaskClient,
    runtime: Runtime,
    practice: Practice,
    maria: Staff,
    message_id: int,
    change: dict[str, object],
    words: str,
) -> None:
    answer = sign_in(client, maria).post(
        f"/staff/texts/{message_id}/meaning", data={**FORM, **change}
    )
    assert answer.status_code == 422
    assert words in answer.text
    assert kept(runtime, practice.id) == []


def test_what_is_personal_is_taken_out_of_typed_words_and_shown_again(
    client: FlaskClient, runtime: Runtime, practice: Practice, maria: Staff, message_id: int
) -> None:
    path = f"/staff/texts/{message_id}/meaning"
    answer = sign_in(client, maria).post(path, data={**FORM, "words": "alice pays 4829 tomorrow"})
    assert answer.status_code == 422
    assert ">Alex pays 1000 tomorrow</textarea>" in answer.text
    assert 'value="promise_to_pay" selected' in answer.text
    assert kept(runtime, practice.id) == []


def test_a_text_has_one_standing_correction(
    client: FlaskClient, runtime: Runtime, practice: Practice, maria: Staff, message_id: int
) -> None:
    path = f"/staff/texts/{message_id}/meaning"
    sign_in(client, maria).post(path, data=FORM)
    second = client.post(path, data={**FORM, "meaning": ["deny"]}, follow_redirects=True)
    assert "corrected already" in second.text
    assert [row.intents for row in kept(runtime, practice.id)] == [["promise_to_pay"]]


def test_a_withdrawn_one_makes_room_for_another(
    client: FlaskClient, runtime: Runtime, practice: Practice, maria: Staff, message_id: int
) -> None:
    path = f"/staff/texts/{message_id}/meaning"
    sign_in(client, maria).post(path, data=FORM)
    assert "Withdraw this correction" in client.get(path).text
    gone = client.post("/staff/corrections/1/withdraw", follow_redirects=True).text
    assert "Withdrawn." in gone
    assert "Corrected: " not in gone
    assert client.post("/staff/corrections/1/withdraw").status_code == 404
    client.post(path, data={**FORM, "meaning": ["set_up_plan", "greet"]})
    assert [row.intents for row in kept(runtime, practice.id)] == [["set_up_plan", "greet"]]


def test_the_list_tells_what_became_of_each_and_why(
    client: FlaskClient, runtime: Runtime, practice: Practice, maria: Staff, message_id: int
) -> None:
    assert "Nothing has been corrected yet" in sign_in(client, maria).get("/staff/corrections").text
    client.post(f"/staff/texts/{message_id}/meaning", data=FORM)
    waiting = client.get("/staff/corrections").text
    for words in (LEARNED, "says it is paid", "promises to pay", "Maria, ", "Waiting to be"):
        assert words in waiting
    with runtime.database.transaction(practice.id) as session:
        corrections.refuse(session, practice.id, 1, "It would hide a STOP.", runtime.clock.now())
    refused = client.get("/staff/corrections").text
    assert "Not learned" in refused
    assert "It would hide a STOP." in refused


def test_only_a_patients_words_can_be_corrected(
    client: FlaskClient, runtime: Runtime, practice: Practice, maria: Staff, message_id: int
) -> None:
    sign_in(client, maria)
    answer_id = message_id + 1
    assert client.get(f"/staff/texts/{answer_id}/meaning").status_code == 404
    assert client.post(f"/staff/texts/{answer_id}/meaning", data=FORM).status_code == 404


def test_another_practice_can_neither_see_nor_change_it(
    client: FlaskClient,
    app: Flask,
    runtime: Runtime,
    practice: Practice,
    maria: Staff,
    maple: Practice,
    message_id: int,
) -> None:
    sign_in(client, maria).post(f"/staff/texts/{message_id}/meaning", data=FORM)
    olga = add_staff(runtime, maple.id, "olga@maple.example", "Olga", "admin")
    theirs = sign_in(app.test_client(), olga)
    assert LEARNED not in theirs.get("/staff/corrections").text
    assert theirs.get(f"/staff/texts/{message_id}/meaning").status_code == 404
    assert theirs.post(f"/staff/texts/{message_id}/meaning", data=FORM).status_code == 404
    assert theirs.post("/staff/corrections/1/withdraw").status_code == 404
    assert kept(runtime, maple.id) == []
    assert [row.state for row in kept(runtime, practice.id)] == ["new"]


def test_no_form_is_taken_without_its_token(
    app: Flask, runtime: Runtime, practice: Practice, maria: Staff, message_id: int
) -> None:
    client = sign_in(app.test_client(), maria)
    app.config["WTF_CSRF_ENABLED"] = True
    assert client.post(f"/staff/texts/{message_id}/meaning", data=FORM).status_code == 400
    assert kept(runtime, practice.id) == []
