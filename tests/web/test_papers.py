"""The PDF files: the ledger's own sums, in the patient's language, behind the page's check."""

import io
from dataclasses import replace
from datetime import date, timedelta

import pytest
from flask.testing import FlaskClient
from pypdf import PdfReader

from bot.models import Practice
from bot.rules.holds import HoldKind
from bot.runtime import Runtime
from bot.store import holds
from tests.web.doing import link
from tests.world import Bill, Cast, Line, add_patient

PAID = (("45.00", date(2026, 3, 3)), ("30.00", date(2025, 11, 2)))
LINES = (Line("Office visit", "300.00", "80.00", "25.00"), Line("Lab panel", "60.00", "0"))
ALICE = Cast(bills=(Bill(lines=LINES),), payments=PAID)
JOSE = replace(ALICE, name="José Núñez Đặng", language="es")
MANY = tuple(Line(f"Visit number {n} to the clinic downtown", "10.00", "0") for n in range(60))


def fetched(
    client: FlaskClient, runtime: Runtime, practice: Practice, cast: Cast, name: str
) -> PdfReader:
    path = link(runtime, practice.id, add_patient(runtime, practice.id, cast))
    client.post(f"{path}/statement", data={"answer": "3/14/1980"})
    answer = client.get(f"{path}/{name}.pdf")
    assert answer.mimetype == "application/pdf"
    return PdfReader(io.BytesIO(answer.data))


def words_of(reader: PdfReader) -> str:
    return " ".join(" ".join(page.extract_text() for page in reader.pages).split())


def test_a_statement_has_the_sums_of_the_ledger(
    client: FlaskClient, runtime: Runtime, practice: Practice
) -> None:
    said = words_of(fetched(client, runtime, practice, ALICE, "statement"))
    for word in (
        "Cedar Clinic", "Alice Moreno", "Statement S1", "Office visit", "$300.00", "-$80.00",
        "-$25.00", "$195.00", "Lab panel", "$60.00", "Paid or changed since -$75.00",
        "Left on this statement $180.00", "Left to pay in all $180.00", "$45.00",
        "Text PAY to (512) 555-0100", "(512) 555-0199", "Page 1 of 1",
    ):  # fmt: skip
        assert word in said


def test_a_receipt_has_every_payment_of_the_ledger(
    client: FlaskClient, runtime: Runtime, practice: Practice
) -> None:
    said = words_of(fetched(client, runtime, practice, ALICE, "receipts"))
    for word in ("Your payments", "Alice Moreno", "$45.00", "$30.00", "Paid in 2025 $30.00"):
        assert word in said


def test_it_speaks_the_patients_language_with_every_accent(
    client: FlaskClient, runtime: Runtime, practice: Practice
) -> None:
    reader = fetched(client, runtime, practice, JOSE, "statement")
    said = words_of(reader)
    for word in ("José Núñez Đặng", "Cómo pagar", "Queda por pagar en total $180.00", "miércoles",
                 "Página 1 de 1"):  # fmt: skip
        assert word in said
    assert reader.trailer["/Root"]["/Lang"] == "es"
    assert reader.metadata is not None
    assert reader.metadata.title == "Su estado de cuenta - Cedar Clinic"


def test_many_items_break_over_pages_with_their_heading_and_none_is_lost(
    client: FlaskClient, runtime: Runtime, practice: Practice
) -> None:
    reader = fetched(client, runtime, practice, Cast(bills=(Bill(lines=MANY),)), "statement")
    texts = [" ".join(page.extract_text().split()) for page in reader.pages]
    assert len(texts) > 2
    with_items = [text for text in texts if "Visit number" in text]
    assert all("Insurance paid" in text for text in with_items)
    assert all(f"Page {n} of {len(texts)}" in text for n, text in enumerate(texts, start=1))
    assert [" ".join(texts).count(f"Visit number {n} ") for n in range(60)] == [1] * 60


def test_what_is_looked_into_is_not_asked_for(
    client: FlaskClient, runtime: Runtime, practice: Practice
) -> None:
    alice = add_patient(runtime, practice.id)
    with runtime.database.transaction(practice.id) as session:
        holds.open_hold(session, practice.id, alice, HoldKind.DISPUTE, runtime.clock.now())
    path = link(runtime, practice.id, alice)
    client.post(f"{path}/statement", data={"answer": "78701"})
    said = words_of(PdfReader(io.BytesIO(client.get(f"{path}/statement.pdf").data)))
    assert "$220.00 is on hold" in said
    assert "Text PAY" not in said


@pytest.mark.parametrize("name", ["statement", "receipts"])
def test_nobody_gets_a_file_before_the_check_or_by_an_old_link(
    client: FlaskClient, runtime: Runtime, practice: Practice, name: str
) -> None:
    path = link(runtime, practice.id, add_patient(runtime, practice.id, ALICE))
    file = f"{path}/{name}.pdf"
    before = client.get(file)
    assert (before.status_code, before.location) == (303, f"{path}/{name}")
    client.post(f"{path}/statement", data={"answer": "78701"})
    assert client.get(file).status_code == 200
    runtime.clock.advance(timedelta(days=31))  # type: ignore[attr-defined]
    assert client.get(file).status_code == 303


def test_the_check_of_one_patient_opens_no_file_of_another(
    client: FlaskClient, runtime: Runtime, practice: Practice, maple: Practice, alice: int
) -> None:
    bob = add_patient(runtime, practice.id, Cast("Bob Reed", phone="+15125550102", bills=()))
    dana = add_patient(runtime, maple.id, Cast(name="Dana Ng", phone="+15125550110"))
    client.post(f"{link(runtime, practice.id, alice)}/statement", data={"answer": "78701"})
    for path in (link(runtime, practice.id, bob), link(runtime, maple.id, dana)):
        assert client.get(f"{path}/statement.pdf").status_code == 303
    stolen = link(runtime, maple.id, dana).replace(f"/p/{maple.id:x}-", f"/p/{practice.id:x}-")
    assert client.get(f"{stolen}/statement.pdf").status_code == 404


def test_a_file_is_kept_by_no_cache_and_named_after_nobody(
    client: FlaskClient, runtime: Runtime, practice: Practice, alice: int
) -> None:
    path = link(runtime, practice.id, alice)
    client.post(f"{path}/statement", data={"answer": "78701"})
    answer = client.get(f"{path}/statement.pdf")
    assert answer.headers["Cache-Control"] == "no-store"
    assert answer.headers["Content-Disposition"] == (
        'attachment; filename="statement-2026-03-11.pdf"'
    )


def test_letters_that_our_fonts_lack_stop_nothing(
    client: FlaskClient, runtime: Runtime, practice: Practice
) -> None:
    said = words_of(fetched(client, runtime, practice, Cast(name="王 Chen"), "statement"))
    assert "Chen" in said
