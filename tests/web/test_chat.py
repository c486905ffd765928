"""The web chat as a page: what it shows, what it takes, and whose it is."""

from concurrent.futures import ThreadPoolExecutor
from datetime import timedelta

import pytest
from flask import Flask
from flask.testing import FlaskClient

from bot.models import Practice
from bot.runtime import Runtime
from tests.web.chatting import ALICE, Visitor, said, threads
from tests.web.doing import static_bytes, work

MOST_BYTES = 60_000


@pytest.fixture
def visitor(client: FlaskClient, runtime: Runtime, practice: Practice) -> Visitor:
    return Visitor(client, runtime)


def test_the_page_names_the_practice_and_says_it_is_automated(visitor: Visitor) -> None:
    page = visitor.page()
    for word in ("Cedar Clinic", "automated assistant", 'role="log"', 'lang="en"', "Pay over time"):
        assert word in page


def test_an_unknown_practice_is_not_there(client: FlaskClient, practice: Practice) -> None:
    assert client.get("/chat/nowhere").status_code == 404
    assert client.post("/chat/nowhere", data={"body": "hello"}).status_code == 404


def test_looking_changes_nothing(visitor: Visitor, practice: Practice) -> None:
    visitor.page()
    visitor.client.get("/chat/cedar/since/0")
    assert threads(visitor.runtime, practice.id) == []


def test_a_stranger_is_answered_and_no_text_is_sent(visitor: Visitor, practice: Practice) -> None:
    assert "How can I help?" in visitor.says("hello", "greet")
    assert [row.status for row in said(visitor.runtime, practice.id)] == ["received", "delivered"]
    assert visitor.runtime.sms.texts == []  # type: ignore[attr-defined]


def test_the_page_does_not_hint_that_anything_is_owed(visitor: Visitor, alice: int) -> None:
    page = visitor.says("how much do i owe", "ask_balance")
    assert "first and last name and birth date" in page
    assert "$" not in page


def test_name_birth_date_and_the_texted_code_open_the_bill(visitor: Visitor, alice: int) -> None:
    visitor.says("how much do i owe", "ask_balance")
    assert "If we have you on file" in visitor.says(ALICE)
    assert "$220.00" in visitor.says(visitor.code())


def test_the_words_a_text_asks_for_are_buttons(visitor: Visitor, alice: int) -> None:
    visitor.says("how much do i owe", "ask_balance")
    page = visitor.proves_it()
    for word in ("PAY", "PLAN", "QUESTION"):
        assert f'name="body" value="{word}"' in page
    assert 'value="AGREE"' not in page


def test_a_link_can_be_followed(visitor: Visitor, alice: int) -> None:
    visitor.proves_it()
    page = visitor.says("i want to pay now", "pay_now")
    assert f'<a href="{visitor.runtime.settings.public_base_url}/p/' in page


def test_what_a_visitor_writes_is_words(visitor: Visitor) -> None:
    page = visitor.says("<script>alert(1)</script> https://evil.example/x", "greet")
    assert "<script>alert" not in page
    assert 'href="https://evil.example' not in page


def test_a_form_posted_twice_is_one_message(visitor: Visitor, practice: Practice) -> None:
    visitor.page()
    for _ in range(2):
        visitor.client.post("/chat/cedar", data={"body": "hello", "nonce": "the-same-form"})
    work(visitor.runtime)
    assert len(threads(visitor.runtime, practice.id)) == 1
    assert [row.direction for row in said(visitor.runtime, practice.id)] == ["in", "out"]


def test_a_first_form_posted_by_many_hands_at_once_is_one_message(
    app: Flask, visitor: Visitor, practice: Practice
) -> None:
    visitor.page()
    cookie = visitor.client.get_cookie("tender")
    assert cookie is not None

    def post(_: int) -> int:
        client = app.test_client()
        client.set_cookie("tender", cookie.value)
        form = {"body": "hello", "nonce": "the-same-form"}
        return client.post("/chat/cedar", data=form).status_code

    with ThreadPoolExecutor(6) as hands:
        assert set(hands.map(post, range(6))) == {303}
    work(visitor.runtime)
    assert len(threads(visitor.runtime, practice.id)) == 1
    assert [row.direction for row in said(visitor.runtime, practice.id)] == ["in", "out"]


def test_the_same_words_twice_are_two_messages(visitor: Visitor, practice: Practice) -> None:
    visitor.says("hello", "greet")
    visitor.says("hello", "greet")
    assert [row.direction for row in said(visitor.runtime, practice.id)] == ["in", "out"] * 2


@pytest.mark.parametrize("body", ["x" * 200_000, "\U0001f600" * 1001])
def test_too_much_is_refused_and_kept_in_the_field(visitor: Visitor, body: str) -> None:
    answer = visitor.client.post("/chat/cedar", data={"body": body})
    assert answer.status_code == 422
    assert "at most 1000 letters" in answer.text
    assert body[:1000] in answer.text


@pytest.mark.parametrize(
    "body", ["\x00\x01", "\u202e50", "]]>{{7*7}}", "%s%n", "\ud83d", "4" * 999]
)
def test_junk_is_answered(visitor: Visitor, practice: Practice, body: str) -> None:
    form = {"body": body.encode("utf-8", "surrogatepass"), "nonce": "x" * 5000}
    assert visitor.client.post("/chat/cedar", data=form).status_code in (303, 422)
    work(visitor.runtime)
    assert visitor.client.get("/chat/cedar").status_code == 200


def test_a_card_number_is_gone_before_it_is_kept(visitor: Visitor, practice: Practice) -> None:
    page = visitor.says("my card is 4242 4242 4242 4242")
    assert "4242 4242" not in page
    assert all("4242" not in row.body for row in said(visitor.runtime, practice.id))


def test_too_many_messages_are_slowed_down(visitor: Visitor) -> None:
    codes = [
        visitor.client.post(
            "/chat/cedar", data={"body": "hello", "nonce": f"nonce-{n:05d}"}
        ).status_code
        for n in range(15)
    ]
    assert codes[0] == 303
    assert codes[-1] == 429


def test_a_watching_page_gets_only_what_is_new(visitor: Visitor, practice: Practice) -> None:
    visitor.says("hello", "greet")
    last = said(visitor.runtime, practice.id)[-1].id
    visitor.says("one more thing", "greet")
    answer = visitor.client.get(f"/chat/cedar/since/{last}")
    assert "one more thing" in answer.text
    assert ">hello<" not in answer.text
    assert int(answer.headers["X-Settled"]) == said(visitor.runtime, practice.id)[-1].id


def test_a_page_knows_that_an_answer_is_being_written(visitor: Visitor, practice: Practice) -> None:
    visitor.client.post("/chat/cedar", data={"body": "hello", "nonce": "nonce-0001"})
    waiting = visitor.client.get("/chat/cedar/since/0")
    assert "is writing" in waiting.text
    assert waiting.headers["X-Settled"] == "0"
    work(visitor.runtime)
    assert "is writing" not in visitor.client.get("/chat/cedar/since/0").text


def test_after_a_quiet_half_hour_the_chat_is_closed(
    visitor: Visitor, practice: Practice, alice: int
) -> None:
    visitor.says("how much do i owe", "ask_balance")
    assert "$220.00" in visitor.proves_it()
    visitor.runtime.clock.advance(timedelta(minutes=31))  # type: ignore[attr-defined]
    assert visitor.client.get("/chat/cedar/since/0").status_code == 410
    page = visitor.page()
    assert "For your privacy" in page
    assert "$220.00" not in page


def test_a_closed_chat_shows_nothing(visitor: Visitor, alice: int) -> None:
    visitor.says("how much do i owe", "ask_balance")
    visitor.proves_it()
    page = visitor.client.post("/chat/cedar/close", follow_redirects=True).text
    assert "The chat is closed" in page
    assert "$220.00" not in page


def test_spanish_makes_a_spanish_page(visitor: Visitor, alice: int) -> None:
    page = visitor.says("hola, quisiera saber cuanto debo por favor", "ask_balance")
    assert 'lang="es"' in page
    assert "Su mensaje" in page
    assert "nombre, apellido y fecha de nacimiento" in page


def test_a_spanish_browser_reads_spanish_from_the_first(
    client: FlaskClient, practice: Practice
) -> None:
    page = client.get("/chat/cedar", headers={"Accept-Language": "es-MX,es;q=0.9"}).text
    assert "asistente automatizado" in page
    assert 'value="PAGAR"' in page


def test_danger_is_answered_at_once(visitor: Visitor) -> None:
    assert "988" in visitor.says("i want to kill myself")


def test_a_chat_of_one_practice_is_not_seen_at_another(
    visitor: Visitor, maple: Practice, practice: Practice, alice: int
) -> None:
    visitor.says("how much do i owe", "ask_balance")
    assert "$220.00" in visitor.proves_it()
    elsewhere = Visitor(visitor.client, visitor.runtime, "maple")
    page = elsewhere.page()
    assert "$220.00" not in page and "how much" not in page
    elsewhere.says("hello", "greet")
    assert [row.body for row in said(visitor.runtime, maple.id)][0] == "hello"
    assert "hello" not in [row.body for row in said(visitor.runtime, practice.id)]


def test_a_note_of_one_practice_is_not_taken_by_another(
    visitor: Visitor, maple: Practice, practice: Practice, alice: int
) -> None:
    visitor.says("my words", "greet")
    with visitor.client.session_transaction() as kept:
        kept[f"chat-{maple.id}"] = kept[f"chat-{practice.id}"]
    assert "my words" not in Visitor(visitor.client, visitor.runtime, "maple").page()


def test_a_patient_of_one_practice_is_nobody_at_another(
    visitor: Visitor, maple: Practice, practice: Practice, alice: int
) -> None:
    elsewhere = Visitor(visitor.client, visitor.runtime, "maple")
    elsewhere.says("how much do i owe", "ask_balance")
    elsewhere.says(ALICE)
    assert visitor.runtime.sms.texts == []  # type: ignore[attr-defined]


def test_the_cookie_is_kept_from_scripts(visitor: Visitor) -> None:
    cookie = visitor.client.get("/chat/cedar").headers["Set-Cookie"]
    assert "HttpOnly" in cookie and "SameSite=Lax" in cookie
    assert "Expires" not in cookie


def test_the_page_is_light(visitor: Visitor, alice: int) -> None:
    visitor.proves_it()
    weight = static_bytes("style.css", "chat.js", "mark.svg") + len(visitor.page().encode())
    assert weight < MOST_BYTES


def test_a_staff_session_is_not_needed_and_not_given(client: FlaskClient, visitor: Visitor) -> None:
    visitor.says("hello", "greet")
    assert client.get("/staff/").status_code == 303
