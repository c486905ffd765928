"""What was asked of a plan lies beside the thread: words, schedule, nearest, totals."""

from flask.testing import FlaskClient

from bot.models import Practice, Staff
from bot.runtime import Runtime
from tests.conftest import in_state
from tests.web.doing import hear, link, sign_in
from tests.world import add_patient


def request_page(client: FlaskClient, runtime: Runtime, practice: Practice, maria: Staff) -> str:
    """Ten payments were asked for, and then a person: what a colleague sees."""
    add_patient(runtime, practice.id)
    meanings = runtime.ear.meanings  # type: ignore[attr-defined]
    meanings["i can do 10 payments"] = "set_up_plan"
    meanings["a person please"] = "request_human"
    hear(runtime, practice.id, "i can do 10 payments", "SM1")
    hear(runtime, practice.id, "3/14/1980", "SM2")
    found = hear(runtime, practice.id, "a person please", "SM3")
    return sign_in(client, maria).get(f"/staff/conversations/{found}").text


def test_a_colleague_reads_the_request_with_its_figures(
    client: FlaskClient, runtime: Runtime, practice: Practice, maria: Staff
) -> None:
    page = request_page(client, runtime, practice, maria)
    words = ("Asks for a plan", "i can do 10 payments", "As asked", "Nearest we offer by text")
    for word in (*words, "$22.00", "$55.00", "$220.00", "No interest and no fees"):
        assert word in page


def test_the_rules_of_the_practices_state_lie_beside_the_request(
    client: FlaskClient, runtime: Runtime, practice: Practice, maria: Staff
) -> None:
    in_state(runtime, practice.id, "CO")
    page = request_page(client, runtime, practice, maria)
    for word in (
        "rules of CO",
        "2 percent of household income",
        "never by text",
        "$55.00 a month is within that from an income of $2,750.00",
        "36 months",
        "hcpf.colorado.gov",
        "Checked Nov 25, 2026",
    ):
        assert word in page


def test_who_cannot_pay_has_them_too_and_others_not(
    client: FlaskClient, runtime: Runtime, practice: Practice, maria: Staff
) -> None:
    in_state(runtime, practice.id, "WA")
    add_patient(runtime, practice.id)
    meanings = runtime.ear.meanings  # type: ignore[attr-defined]
    meanings["im broke"], meanings["hello"] = "financial_hardship", "greet"
    found = hear(runtime, practice.id, "hello", "SM1")
    desk = sign_in(client, maria)
    assert "rules of WA" not in desk.get(f"/staff/conversations/{found}").text
    hear(runtime, practice.id, "im broke", "SM2")
    hear(runtime, practice.id, "PERSON", "SM3")
    assert "rules of WA" in desk.get(f"/staff/conversations/{found}").text


def test_the_pages_tell_of_help_where_the_state_wants_it(
    client: FlaskClient, runtime: Runtime, practice: Practice
) -> None:
    patient_id = add_patient(runtime, practice.id)
    path = link(runtime, practice.id, patient_id)
    assert "help with this bill" not in client.get(path).text
    in_state(runtime, practice.id, "MD")
    assert "help with this bill" in client.get(path).text
    client.post(f"{path}/check", data={"answer": "3/14/1980"})
    assert "help with this bill" in client.get(f"{path}/statement").text
