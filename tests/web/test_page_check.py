"""The page's own identity check (R16)."""

from datetime import timedelta

import pytest
from flask.testing import FlaskClient

from bot.models import Practice
from bot.runtime import Runtime
from tests.web.doing import link
from tests.world import Bill, Cast, add_patient


@pytest.mark.parametrize("answer", ["3/14/1980", "March 14, 1980", "78701", "78701-1234"])
def test_a_birth_date_or_a_zip_opens_the_itemised_bill(
    client: FlaskClient, runtime: Runtime, practice: Practice, alice: int, answer: str
) -> None:
    path = link(runtime, practice.id, alice, needs_check=True)
    passed = client.post(f"{path}/check", data={"answer": answer}, follow_redirects=True).text
    for word in ("Office visit", "$300.00", "Insurance paid", "-$80.00", "Pay $220.00 now"):
        assert word in passed


def test_three_wrong_answers_close_the_check_for_a_day(
    client: FlaskClient, runtime: Runtime, practice: Practice, alice: int
) -> None:
    path = link(runtime, practice.id, alice, needs_check=True)
    for _ in range(3):
        wrong = client.post(f"{path}/check", data={"answer": "1/1/1970"})
        assert wrong.status_code == 422
    assert practice.phone in wrong.text
    right = client.post(f"{path}/check", data={"answer": "3/14/1980"})
    assert right.status_code == 422
    assert "Office visit" not in client.get(path).text
    runtime.clock.advance(timedelta(hours=25))  # type: ignore[attr-defined]
    client.post(f"{path}/check", data={"answer": "3/14/1980"})
    assert "Office visit" in client.get(path).text


def test_a_fresh_link_buys_no_fresh_guesses(
    client: FlaskClient, runtime: Runtime, practice: Practice, alice: int
) -> None:
    path = link(runtime, practice.id, alice, needs_check=True)
    for _ in range(3):
        client.post(f"{path}/check", data={"answer": "1/1/1970"})
    other = link(runtime, practice.id, alice, needs_check=True)
    client.post(f"{other}/check", data={"answer": "3/14/1980"})
    assert "Office visit" not in client.get(other).text


def test_what_cannot_be_read_costs_no_try(
    client: FlaskClient, runtime: Runtime, practice: Practice, alice: int
) -> None:
    path = link(runtime, practice.id, alice, needs_check=True)
    for _ in range(5):
        client.post(f"{path}/check", data={"answer": "hello"})
    client.post(f"{path}/check", data={"answer": "78701"})
    assert "Office visit" in client.get(path).text


def test_a_right_zip_with_a_wrong_birth_date_is_wrong(
    client: FlaskClient, runtime: Runtime, practice: Practice, alice: int
) -> None:
    path = link(runtime, practice.id, alice, needs_check=True)
    client.post(f"{path}/check", data={"answer": "1/1/1970 78701"})
    assert "Office visit" not in client.get(path).text


def test_one_patients_check_opens_no_other_patients_page(
    client: FlaskClient, runtime: Runtime, practice: Practice, alice: int
) -> None:
    bob = add_patient(
        runtime,
        practice.id,
        Cast(name="Bob Stone", phone="+15125550102", bills=(Bill(number="S9"),)),
    )
    client.post(
        f"{link(runtime, practice.id, alice, needs_check=True)}/check", data={"answer": "78701"}
    )
    assert "$" not in client.get(link(runtime, practice.id, bob, needs_check=True)).text


def test_a_link_asked_for_by_a_known_patient_still_hides_the_items(
    client: FlaskClient, runtime: Runtime, practice: Practice, alice: int
) -> None:
    page = client.get(link(runtime, practice.id, alice)).text
    assert "$220.00" in page
    assert "Office visit" not in page
