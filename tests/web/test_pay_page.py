"""The patient's page: the amount, the ways to pay it, and what it leads to."""

from datetime import timedelta

import pytest
from flask.testing import FlaskClient

from bot.gateways.payments import PaymentsLater
from bot.models import Practice
from bot.receipts import settle_checkout
from bot.runtime import Runtime
from tests.web.doing import everything, link, static_bytes
from tests.world import Bill, Cast, Line, add_patient

MOST_BYTES = 60_000


def test_the_amount_is_the_heading(
    client: FlaskClient, runtime: Runtime, practice: Practice, alice: int
) -> None:
    page = client.get(link(runtime, practice.id, alice)).text
    heading = page.split("<h1")[1].split("</h1>")[0]
    assert "$220.00" in heading
    assert "Pay $220.00 now" in page


def test_looking_changes_no_row(
    client: FlaskClient, runtime: Runtime, practice: Practice, alice: int
) -> None:
    path = link(runtime, practice.id, alice)
    before = everything(runtime)
    for _ in range(2):
        assert client.get(path).status_code == 200
        assert client.get(f"{path}/done").status_code == 200
        assert client.head(path).status_code == 200
    assert everything(runtime) == before


def test_a_reminders_link_shows_nothing_before_the_check(
    client: FlaskClient, runtime: Runtime, practice: Practice, alice: int
) -> None:
    path = link(runtime, practice.id, alice, needs_check=True)
    page = client.get(path).text
    assert "$" not in page
    assert "Alice" not in page
    refused = client.post(f"{path}/pay", data={"choice": "all", "cents": "22000"})
    assert refused.status_code == 303
    assert refused.location.endswith(path)
    assert not runtime.payments.orders  # type: ignore[attr-defined]


def test_the_page_weighs_less_than_60_kb(
    client: FlaskClient, runtime: Runtime, practice: Practice, alice: int
) -> None:
    names = ("style.css", "once.js", "mark.svg")
    files = static_bytes(*names)
    page = len(client.get(link(runtime, practice.id, alice)).data)
    assert files + page < MOST_BYTES


def test_paying_all_goes_to_the_checkout_with_that_amount(
    client: FlaskClient, runtime: Runtime, practice: Practice, alice: int
) -> None:
    path = link(runtime, practice.id, alice)
    answer = client.post(f"{path}/pay", data={"choice": "all", "cents": "22000"})
    assert (answer.status_code, answer.location) == (303, "https://checkout.example/cs_1")
    assert runtime.payments.orders["cs_1"].cents == 22000  # type: ignore[attr-defined]


def test_never_more_is_charged_than_the_button_said(
    client: FlaskClient, runtime: Runtime, practice: Practice, alice: int
) -> None:
    path = link(runtime, practice.id, alice)
    client.post(f"{path}/pay", data={"choice": "all", "cents": "15000"})
    assert runtime.payments.orders["cs_1"].cents == 15000  # type: ignore[attr-defined]


@pytest.mark.parametrize(
    ("typed", "says"),
    [
        ("", "Please write an amount"),
        ("forty", "Please write an amount"),
        ("12.345", "Please write an amount"),
        ("0.99", "The smallest payment is $1.00"),
        ("-5", "The smallest payment is $1.00"),
        ("220.01", "more than the $220.00 you owe"),
    ],
)
def test_a_bad_part_is_told_beside_the_field_and_stays_in_it(
    client: FlaskClient, runtime: Runtime, practice: Practice, alice: int, typed: str, says: str
) -> None:
    path = link(runtime, practice.id, alice)
    answer = client.post(f"{path}/pay", data={"choice": "part", "amount": typed})
    assert answer.status_code == 422
    assert says in answer.text
    assert f'value="{typed}"' in answer.text


def test_a_part_is_paid_to_the_cent(
    client: FlaskClient, runtime: Runtime, practice: Practice, alice: int
) -> None:
    path = link(runtime, practice.id, alice)
    client.post(f"{path}/pay", data={"choice": "part", "amount": "$40.50"})
    assert runtime.payments.orders["cs_1"].cents == 4050  # type: ignore[attr-defined]


def test_a_payment_partner_that_is_away_is_told_and_nothing_is_lost(
    client: FlaskClient, runtime: Runtime, practice: Practice, alice: int
) -> None:
    path = link(runtime, practice.id, alice)
    runtime.payments.failures.append(PaymentsLater())  # type: ignore[attr-defined]
    answer = client.post(f"{path}/pay", data={"choice": "all", "cents": "22000"})
    assert answer.status_code == 503
    assert "Nothing was charged" in answer.text
    assert "Pay $220.00 now" in answer.text


def test_done_waits_then_thanks(
    client: FlaskClient, runtime: Runtime, practice: Practice, alice: int
) -> None:
    path = link(runtime, practice.id, alice)
    client.post(f"{path}/pay", data={"choice": "part", "amount": "40"})
    waiting = client.get(f"{path}/done").text
    assert "We are confirming your payment" in waiting
    assert 'http-equiv="refresh"' in waiting
    runtime.payments.pay("cs_1")  # type: ignore[attr-defined]
    settle_checkout(runtime, practice.id, 1, runtime.payments.checkout("cs_1"))
    thanks = client.get(f"{path}/done").text
    assert "We received $40.00" in thanks
    assert "$180.00 is left" in thanks
    assert 'http-equiv="refresh"' not in thanks


def test_a_paid_link_is_a_receipt_with_a_way_on(
    client: FlaskClient, runtime: Runtime, practice: Practice, alice: int
) -> None:
    path = link(runtime, practice.id, alice)
    client.post(f"{path}/pay", data={"choice": "part", "amount": "40"})
    runtime.payments.pay("cs_1")  # type: ignore[attr-defined]
    settle_checkout(runtime, practice.id, 1, runtime.payments.checkout("cs_1"))
    assert "We received $40.00" in client.get(path).text
    fresh = client.post(f"{path}/fresh")
    assert fresh.status_code == 303
    assert fresh.location != path


@pytest.mark.parametrize("later", [timedelta(days=31), timedelta(0)])
def test_a_link_that_ran_out_or_was_replaced_gives_a_fresh_one(
    client: FlaskClient, runtime: Runtime, practice: Practice, alice: int, later: timedelta
) -> None:
    path = link(runtime, practice.id, alice)
    link(runtime, practice.id, alice)
    runtime.clock.advance(later)  # type: ignore[attr-defined]
    page = client.get(path).text
    assert "Get a fresh link" in page
    assert "$" not in page
    fresh = client.post(f"{path}/fresh")
    assert fresh.status_code == 303
    assert "Your birth date" in client.get(fresh.location).text


@pytest.mark.parametrize("path", ["/p/demo", "/p/1-nosuch", "/p/zz-x", "/p/fffffffffffffffff-x"])
def test_an_unknown_link_is_not_found_and_tells_nothing(
    client: FlaskClient, practice: Practice, path: str
) -> None:
    answer = client.get(path)
    assert answer.status_code == 404
    assert "We cannot find this page" in answer.text
    assert practice.name not in answer.text


def test_a_link_of_one_practice_opens_nothing_at_another(
    client: FlaskClient, runtime: Runtime, practice: Practice, maple: Practice, alice: int
) -> None:
    token = link(runtime, practice.id, alice).removeprefix(f"/p/{practice.id:x}-")
    assert client.get(f"/p/{maple.id:x}-{token}").status_code == 404


def test_a_spanish_patient_reads_spanish(
    client: FlaskClient, runtime: Runtime, practice: Practice
) -> None:
    rosa = add_patient(runtime, practice.id, Cast(name="Rosa Diaz", language="es"))
    page = client.get(link(runtime, practice.id, rosa)).text
    assert '<html lang="es">' in page
    assert "Pagar $220.00 ahora" in page


def test_who_owes_nothing_is_not_asked(
    client: FlaskClient, runtime: Runtime, practice: Practice
) -> None:
    paid = Bill(lines=(Line(charge="80.00", insurance="80.00"),))
    dora = add_patient(runtime, practice.id, Cast(name="Dora Lane", bills=(paid,)))
    page = client.get(link(runtime, practice.id, dora)).text
    assert "Nothing is due" in page
    assert "Pay " not in page
