"""The patient's page: the amount, the ways to pay it, and what it leads to."""

from datetime import date, timedelta

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
    runtime.payments.pay("cs_1")  # type: ignore[attr-defined]
    waiting = client.get(f"{path}/done").text
    assert "We are confirming your payment" in waiting
    assert 'http-equiv="refresh"' in waiting
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
    page = client.get(path).text
    for word in ("We received $40.00 on", "$180.00", "Pay the $180.00 left", f"{path}/receipts"):
        assert word in page
    fresh = client.post(f"{path}/fresh")
    assert fresh.status_code == 303
    assert fresh.location != path


def paid_part(client: FlaskClient, runtime: Runtime, practice: Practice, path: str) -> None:
    client.post(f"{path}/pay", data={"choice": "part", "amount": "20"})
    runtime.payments.pay("cs_1")  # type: ignore[attr-defined]
    settle_checkout(runtime, practice.id, 1, runtime.payments.checkout("cs_1"))


def test_a_reminders_link_that_paid_a_part_asks_who_it_is_and_shows_the_rest(
    client: FlaskClient, runtime: Runtime, practice: Practice, alice: int
) -> None:
    path = link(runtime, practice.id, alice, needs_check=True)
    client.post(f"{path}/check", data={"answer": "78701"})
    paid_part(client, runtime, practice, path)
    stranger = client.application.test_client().get(path).text
    assert "$" not in stranger
    assert "See what you paid and what is left" in stranger
    assert 'name="answer"' in stranger.split("</main>")[0]
    known = client.post(f"{path}/check", data={"answer": "78701"}, follow_redirects=True).text
    for word in ("We received $20.00 on", "Pay the $200.00 left", f"{path}/receipts"):
        assert word in known
    onward = client.post(f"{path}/fresh", follow_redirects=True).text
    assert "Pay $200.00 now" in onward


def test_a_link_that_paid_all_thanks_and_asks_for_nothing(
    client: FlaskClient, runtime: Runtime, practice: Practice, alice: int
) -> None:
    path = link(runtime, practice.id, alice)
    client.post(f"{path}/pay", data={"choice": "all", "cents": "22000"})
    runtime.payments.pay("cs_1")  # type: ignore[attr-defined]
    settle_checkout(runtime, practice.id, 1, runtime.payments.checkout("cs_1"))
    page = client.get(path).text
    assert "Nothing is left to pay" in page
    assert f"{path}/receipts" in page
    assert "/fresh" not in page


@pytest.mark.parametrize("tried", [False, True])
def test_done_with_nothing_paid_says_so_and_leads_back(
    client: FlaskClient, runtime: Runtime, practice: Practice, alice: int, tried: bool
) -> None:
    path = link(runtime, practice.id, alice)
    if tried:
        client.post(f"{path}/pay", data={"choice": "all", "cents": "22000"})
    page = client.get(f"{path}/done").text
    assert "We see no payment" in page
    assert "receipt" not in page.split("</main>")[0].split("<nav")[0]
    assert f'href="{path}"' in page
    assert 'http-equiv="refresh"' not in page


def test_while_the_partner_is_away_done_waits(
    client: FlaskClient, runtime: Runtime, practice: Practice, alice: int
) -> None:
    path = link(runtime, practice.id, alice)
    client.post(f"{path}/pay", data={"choice": "all", "cents": "22000"})
    runtime.payments.silent.append(PaymentsLater())  # type: ignore[attr-defined]
    assert "We are confirming your payment" in client.get(f"{path}/done").text


LATER = Bill(number="S2", due=date(2026, 4, 12), lines=(Line("Lab panel", "120.50", "0"),))


def test_two_bills_show_each_its_own_day(
    client: FlaskClient, runtime: Runtime, practice: Practice
) -> None:
    alice = add_patient(runtime, practice.id, Cast(bills=(Bill(), LATER)))
    page = client.get(link(runtime, practice.id, alice)).text
    assert "Pay $340.50 now" in page
    assert "$220.00 due Tue, Mar 31, 2026" in page
    assert "$120.50 due Sun, Apr 12, 2026" in page


def test_two_bills_of_one_day_show_it_once(
    client: FlaskClient, runtime: Runtime, practice: Practice
) -> None:
    same = Bill(number="S2", lines=(Line("Lab panel", "120.50", "0"),))
    alice = add_patient(runtime, practice.id, Cast(bills=(Bill(), same)))
    page = client.get(link(runtime, practice.id, alice)).text
    assert page.count("Mar 31, 2026") == 1
    assert "Due Tue, Mar 31, 2026" in page


@pytest.mark.parametrize("place", ["", "/receipts", "/statement", "/done"])
def test_every_page_leads_to_the_others(
    client: FlaskClient, runtime: Runtime, practice: Practice, alice: int, place: str
) -> None:
    path = link(runtime, practice.id, alice)
    client.post(f"{path}/check", data={"answer": "78701"})
    page = client.get(f"{path}{place}").text
    for other in ("", "/receipts", "/statement"):
        assert f'href="{path}{other}"' in page


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
