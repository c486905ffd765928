"""The page of payments: only after the check, and whatever became of the link to pay by."""

from datetime import date, timedelta

from flask.testing import FlaskClient

from bot.models import Practice
from bot.runtime import Runtime
from tests.web.doing import link
from tests.world import Cast, add_patient

PAYS = Cast(payments=(("45.00", date(2026, 3, 3)), ("30.00", date(2025, 11, 2))))


def checked(client: FlaskClient, path: str) -> str:
    data = {"answer": "3/14/1980", "to": "receipts"}
    return client.post(f"{path}/check", data=data, follow_redirects=True).text


def test_payments_are_listed_by_year_after_the_check(
    client: FlaskClient, runtime: Runtime, practice: Practice
) -> None:
    path = link(runtime, practice.id, add_patient(runtime, practice.id, PAYS))
    assert "$45.00" not in client.get(f"{path}/receipts").text
    page = checked(client, path)
    for word in ("Alice Moreno", "$45.00", "$30.00", "Paid in 2026", "Paid in 2025"):
        assert word in page


def test_a_newer_link_does_not_close_the_page_of_payments(
    client: FlaskClient, runtime: Runtime, practice: Practice
) -> None:
    patient_id = add_patient(runtime, practice.id, PAYS)
    path = link(runtime, practice.id, patient_id)
    link(runtime, practice.id, patient_id)
    assert "$45.00" in checked(client, path)


def test_an_old_link_shows_no_payments(
    client: FlaskClient, runtime: Runtime, practice: Practice
) -> None:
    path = link(runtime, practice.id, add_patient(runtime, practice.id, PAYS))
    runtime.clock.advance(timedelta(days=31))  # type: ignore[attr-defined]
    assert "$45.00" not in checked(client, path)


def test_a_wrong_answer_stays_at_the_check(
    client: FlaskClient, runtime: Runtime, practice: Practice
) -> None:
    path = link(runtime, practice.id, add_patient(runtime, practice.id, PAYS))
    answer = client.post(f"{path}/check", data={"answer": "1/1/1970", "to": "receipts"})
    assert answer.status_code == 422
    assert 'value="receipts"' in answer.text
    assert "$45.00" not in answer.text
