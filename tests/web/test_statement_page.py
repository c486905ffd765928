"""The statement to print: behind the check, whole, and readable for as long as its link lives."""

import io
from datetime import timedelta

from flask.testing import FlaskClient
from pypdf import PdfReader

from bot.models import Practice, Staff
from bot.rules.holds import HoldKind
from bot.runtime import Runtime
from bot.store import balances, holds
from tests.conftest import with_settings
from tests.web.doing import hear, link, sign_in
from tests.world import Bill, Cast, Line, add_patient

SETTLED = Bill(number="S0", lines=(Line(what="Flu shot", charge="80.00", insurance="80.00"),))
TWO_LINES = Bill(lines=(Line(), Line("Lab panel", "60.00", "0")))


def test_it_shows_nothing_before_the_check_and_every_bill_after_it(
    client: FlaskClient, runtime: Runtime, practice: Practice
) -> None:
    alice = add_patient(runtime, practice.id, Cast(bills=(SETTLED, Bill())))
    path = f"{link(runtime, practice.id, alice)}/statement"
    before = client.get(path).text
    assert not any(word in before for word in ("$", "Alice", "Flu shot"))
    assert client.post(path, data={"answer": "1/1/1970"}).status_code == 422
    page = client.post(path, data={"answer": "3/14/1980"}, follow_redirects=True).text
    for word in (
        "Alice Moreno",
        "Flu shot",
        "Office visit",
        "$220.00",
        "Download PDF",
        "/statement.pdf",
    ):
        assert word in page


def test_it_is_still_read_when_a_newer_link_to_pay_was_sent(
    client: FlaskClient, runtime: Runtime, practice: Practice, alice: int
) -> None:
    path = f"{link(runtime, practice.id, alice)}/statement"
    link(runtime, practice.id, alice)
    client.post(path, data={"answer": "78701"})
    assert "Office visit" in client.get(path).text
    runtime.clock.advance(timedelta(days=31))  # type: ignore[attr-defined]
    assert "Office visit" not in client.get(path).text


def test_a_disputed_item_is_marked_and_not_asked_for_until_a_colleague_releases_it(
    client: FlaskClient, runtime: Runtime, practice: Practice, maria: Staff
) -> None:
    alice = add_patient(runtime, practice.id, Cast(bills=(TWO_LINES,)))
    thread = hear(runtime, practice.id, "hello", "SM1")
    with runtime.database.transaction(practice.id) as session:
        now = runtime.clock.now()
        (statement,) = balances.statement_views(session, practice.id, alice, now.date(), "UTC")
        holds.open_hold(
            session, practice.id, alice, HoldKind.DISPUTE, now, statement_id=statement.id,
            line_id=statement.lines[1].id, note="nobody did that",
        )  # fmt: skip
    path = link(runtime, practice.id, alice)
    client.post(f"{path}/check", data={"answer": "78701"})
    held = client.get(path).text
    assert "Pay $220.00 now" in held
    assert "The rest can be paid as usual" in held
    desk = sign_in(client, maria)
    rail = desk.get(f"/staff/conversations/{thread}").text
    for word in ("statement S1, item 2", "nobody did that", "$60.00 disputed"):
        assert word in rail
    desk.post(f"/staff/conversations/{thread}/holds/1/release", data={"reason": "corrected"})
    assert "Pay $280.00 now" in client.get(path).text


STREET = "12 Oak Street, Austin, TX 78701"


def test_it_has_the_practices_address_and_the_codes_where_there_are_any(
    client: FlaskClient, runtime: Runtime, practice: Practice
) -> None:
    lines = (Line(code="99213"), Line("Lab panel", "60.00", "0"))
    alice = add_patient(runtime, practice.id, Cast(bills=(Bill(lines=lines),)))
    path = f"{link(runtime, practice.id, alice)}/statement"
    client.post(path, data={"answer": "3/14/1980"})
    without = client.get(path).text
    assert without.count("Code ") == 1
    assert "Code 99213" in without
    assert STREET not in without
    with_settings(runtime, practice.id, mail_address=STREET)
    assert STREET in client.get(path).text
    paper = PdfReader(io.BytesIO(client.get(f"{path}.pdf").data)).pages[0].extract_text()
    assert STREET in paper
    assert "Code 99213" in paper
