"""Who a visitor is: nothing is told to a guess, and guessing ends soon."""

import re
from datetime import date, timedelta

import pytest
from flask import Flask
from flask.testing import FlaskClient

from bot.models import Practice, VisitCheck
from bot.models.crypto import blind_index
from bot.rules.codes import MOST_BY_CLIENT, MOST_BY_PRACTICE, code_in, may_text_code
from bot.rules.full_names import is_named
from bot.runtime import Runtime
from bot.store import patients
from tests.web.chatting import ALICE, Visitor, said, threads
from tests.web.doing import everything, hear, work
from tests.world import PHONE, Bill, Cast, add_patient

ASKS_CODE = "If we have you on file"
STRANGER = "Zoe Unknown 3/14/1980"
OTHERS_DAY = "Alice Moreno 3/15/1980"


@pytest.fixture
def visitor(client: FlaskClient, runtime: Runtime, practice: Practice) -> Visitor:
    return Visitor(client, runtime)


def another(app: Flask, runtime: Runtime) -> Visitor:
    """Another browser."""
    return Visitor(app.test_client(), runtime)


def asks(visitor: Visitor) -> Visitor:
    visitor.says("how much do i owe", "ask_balance")
    return visitor


def texts(runtime: Runtime) -> list[str]:
    return [text.body for text in runtime.sms.texts]  # type: ignore[attr-defined]


def words(page: str) -> list[str]:
    """What was said, without the page around it."""
    return re.findall(r'<p class="words">(.*?)</p>', page, re.DOTALL)


@pytest.mark.parametrize("who", [STRANGER, OTHERS_DAY, "Alice 3/14/1980 Smith"])
def test_a_wrong_guess_is_answered_like_a_right_one(
    app: Flask, visitor: Visitor, runtime: Runtime, alice: int, who: str
) -> None:
    right = asks(another(app, runtime)).says(ALICE)
    count = len(texts(runtime))
    wrong = asks(visitor).says(who)
    assert words(wrong)[-1] == words(right)[-1]
    assert len(texts(runtime)) == count


@pytest.mark.parametrize("code", ["000000", "123 456", "999-999"])
def test_a_guessed_code_opens_nothing(visitor: Visitor, alice: int, code: str) -> None:
    asks(visitor).says(OTHERS_DAY)
    page = visitor.says(code)
    assert "not the code" in page
    assert "$" not in page


def test_three_wrong_codes_fetch_a_person_and_the_right_one_comes_too_late(
    visitor: Visitor, practice: Practice, alice: int
) -> None:
    asks(visitor).says(ALICE)
    right = visitor.code()
    for guess in range(3):
        page = visitor.says(f"{(int(right) + guess + 1) % 10**6:06d}")
    assert "a person takes this from here" in page
    assert "$" not in visitor.says(right)
    closed = visitor.says("how much do i owe", "ask_balance")
    assert "first and last name" not in words(closed)[-1]


@pytest.mark.parametrize(
    ("before", "guess"),
    [("never mind", "{}"), ("hm", "i have a complaint about how you people treat me okay {}")],
)
def test_a_wrong_code_counts_whatever_was_asked_and_whatever_else_is_said(
    visitor: Visitor, runtime: Runtime, alice: int, before: str, guess: str
) -> None:
    runtime.ear.meanings["never mind"] = "cancel"  # type: ignore[attr-defined]
    asks(visitor).says(ALICE)
    right = visitor.code()
    visitor.says(before)
    for number in range(1, 4):
        visitor.says(guess.format(f"{(int(right) + number) % 10**6:06d}"), "complaint")
    visitor.says(right)
    assert "$" not in visitor.says("how much do i owe", "ask_balance")


def test_a_code_runs_out(visitor: Visitor, runtime: Runtime, alice: int) -> None:
    asks(visitor).says(ALICE)
    runtime.clock.advance(timedelta(minutes=11))  # type: ignore[attr-defined]
    assert "$" not in visitor.says(visitor.code())


def test_a_code_opens_only_the_browser_that_asked(
    app: Flask, visitor: Visitor, runtime: Runtime, alice: int
) -> None:
    asks(visitor).says(ALICE)
    code = visitor.code()
    other = asks(another(app, runtime))
    other.says(STRANGER)
    assert "$" not in other.says(code)


def test_a_code_is_good_once(
    visitor: Visitor, runtime: Runtime, practice: Practice, alice: int
) -> None:
    asks(visitor).proves_it()
    with runtime.database.transaction(practice.id) as session:
        assert [check.code_key for check in session.query(VisitCheck)] == [None]


def test_one_visitor_may_say_three_times_who_they_are(visitor: Visitor, alice: int) -> None:
    asks(visitor)
    for who in (STRANGER, OTHERS_DAY, "Bob Moreno 3/14/1980"):
        page = visitor.says(who)
    assert "a person takes this" not in page
    assert "a person takes this from here" in visitor.says(ALICE)


def test_one_phone_gets_three_codes_a_day_whoever_asks(
    app: Flask, runtime: Runtime, practice: Practice, alice: int
) -> None:
    for _ in range(4):
        page = asks(another(app, runtime)).says(ALICE)
        assert ASKS_CODE in page
    assert len(texts(runtime)) == 3
    runtime.clock.advance(timedelta(hours=25))  # type: ignore[attr-defined]
    asks(another(app, runtime)).says(ALICE)
    assert len(texts(runtime)) == 4


def test_checks_are_limited_by_address_and_by_practice() -> None:
    assert may_text_code(2, 1, 1)
    assert not may_text_code(3, 1, 1)
    assert not may_text_code(0, MOST_BY_CLIENT + 1, 1)
    assert not may_text_code(0, 1, MOST_BY_PRACTICE + 1)


def test_who_opted_out_gets_no_code(
    visitor: Visitor, runtime: Runtime, practice: Practice, alice: int
) -> None:
    hear(runtime, practice.id, "STOP", "SM1")
    work(runtime)
    assert ASKS_CODE in asks(visitor).says(ALICE)
    assert not any("code" in body for body in texts(runtime))


def test_a_number_that_is_not_theirs_gets_no_code(
    visitor: Visitor, runtime: Runtime, practice: Practice, alice: int
) -> None:
    with runtime.database.transaction(practice.id) as session:
        people = patients.on_number(session, practice.id, PHONE)
        now = runtime.clock.now()
        patients.suppress(session, practice.id, people, blind_index(PHONE), now)
    asks(visitor).says(ALICE)
    assert texts(runtime) == []


def test_two_people_of_one_name_and_birth_date_are_told_apart_by_a_person(
    visitor: Visitor, runtime: Runtime, practice: Practice, alice: int
) -> None:
    twin = Cast("Alice Moreno Diaz", phone="+15125550133", bills=(Bill("S2"),))
    add_patient(runtime, practice.id, twin)
    asks(visitor).says(ALICE)
    assert texts(runtime) == []


def test_name_and_birth_date_may_come_one_after_the_other(visitor: Visitor, alice: int) -> None:
    asks(visitor)
    assert "your birth date" in words(visitor.says("my name is Alice Moreno"))[-1]
    assert ASKS_CODE in visitor.says("3/14/1980")
    assert "$220.00" in visitor.says(visitor.code())


def test_birth_date_first_and_the_name_after(visitor: Visitor, alice: int) -> None:
    asks(visitor)
    assert "first and last name" in words(visitor.says("3/14/1980"))[-1]
    assert ASKS_CODE in visitor.says("Alice Moreno")
    assert "$220.00" in visitor.says(visitor.code())


def test_said_unasked_it_is_understood(visitor: Visitor, alice: int) -> None:
    assert ASKS_CODE in visitor.says(ALICE)
    assert "that is a match" in visitor.says(f"the code is {visitor.code()}")


def test_another_question_meanwhile_loses_nothing(visitor: Visitor, alice: int) -> None:
    asks(visitor).says(ALICE)
    assert "You can pay by card" in visitor.says("what cards do you take", "payment_methods")
    assert "$220.00" in visitor.says(visitor.code())


def test_in_spanish_the_day_may_come_first(
    visitor: Visitor, runtime: Runtime, practice: Practice
) -> None:
    luis = Cast("Luis Ñáñez Ortíz", born=date(1972, 11, 2), language="es", bills=(Bill("S7"),))
    add_patient(runtime, practice.id, luis)
    visitor.says("hola quisiera saber cuanto debo por favor", "ask_balance")
    visitor.says("soy Luis Nanez, naci el 2/11/1972")
    assert "sus cifras son" in texts(runtime)[-1]
    assert "$220.00" in visitor.says(visitor.code())


def test_what_was_told_is_forgotten_once_it_is_looked_up(
    visitor: Visitor, runtime: Runtime, practice: Practice, alice: int
) -> None:
    asks(visitor).says(ALICE)
    with runtime.database.transaction(practice.id) as session:
        assert [(row.named, row.born) for row in session.query(VisitCheck)] == [(None, None)]


def test_jobs_carry_no_name_and_no_code(visitor: Visitor, runtime: Runtime, alice: int) -> None:
    visitor.client.post("/chat/cedar", data={"body": ALICE, "nonce": "nonce-0001"})
    work(runtime)
    asks(visitor).says(ALICE)
    jobs = " ".join(everything(runtime)["procrastinate_jobs"])
    assert "Alice" not in jobs
    assert visitor.code() not in jobs


def test_a_strangers_no_to_texts_holds_nobodys(
    visitor: Visitor, runtime: Runtime, practice: Practice, alice: int
) -> None:
    visitor.says("wrong number", "wrong_person")
    visitor.says("the bill is wrong", "dispute_charge")
    assert everything(runtime)["holds"] == []
    assert everything(runtime)["suppressed_numbers"] == []


def test_staff_see_nothing_of_who_it_may_be(
    visitor: Visitor, runtime: Runtime, practice: Practice, alice: int
) -> None:
    asks(visitor).says(ALICE)
    stranger = next(t for t in threads(runtime, practice.id) if t.is_strangers)
    assert stranger.patient_id is None
    assert {row.patient_id for row in said(runtime, practice.id) if row.visit_id} == {None}


@pytest.mark.parametrize(
    ("first", "last", "told"),
    [
        ("Mary Ann", "O'Brien", "mary obrien 1/2/1980"),
        ("José", "Muñoz", "JOSE MUNOZ"),
        ("Ana", "De La Cruz", "Soy Ana de la Cruz"),
        ("Ana", "García López", "ana garcia"),
        ("Kim", "Smith-Jones", "Kim Smith Jones"),
        ("Thi", "Nguyễn", "thi nguyen"),
    ],
)
def test_a_name_is_known_however_it_is_written(first: str, last: str, told: str) -> None:
    assert is_named(first, last, told)


@pytest.mark.parametrize(
    ("first", "last", "told"),
    [("Sam", "Lee", "Sam"), ("Sam", "Lee", "Lee"), ("Sam", "Lee", "Samlee"), ("Sam", "", "Sam x")],
)
def test_half_a_name_is_none(first: str, last: str, told: str) -> None:
    assert not is_named(first, last, told)


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("123456", "123456"),
        ("it is 123 456, thanks", "123456"),
        ("1234567", None),
        ("3/14/198012", None),
        ("12345", None),
        ("$123456.00", None),
    ],
)
def test_a_code_is_six_digits(text: str, code: str | None) -> None:
    assert code_in(text) == code
