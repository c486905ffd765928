"""Erasing a patient: their words and details are gone, the books and the no of a number stay."""

from datetime import date

import pytest
from click.testing import CliRunner
from sqlalchemy import select

from bot.cli_erase import erase_patient
from bot.inbound import InboundText, accept, take_turn
from bot.models import (
    AskedText,
    Correction,
    Handoff,
    Mailing,
    Message,
    Patient,
    PlanRequest,
    Practice,
    VisitCheck,
    WebVisit,
)
from bot.models.crypto import blind_index
from bot.rules.mails import MailKind
from bot.runtime import Runtime
from bot.store import (
    asked_texts,
    balances,
    conversations,
    handoffs,
    mailings,
    messages,
    patients,
    plan_changes,
    visit_checks,
    visits,
)
from bot.store.erasure import ERASED, erase
from tests.test_tenancy import correct
from tests.world import PHONE, Cast, add_patient


def erased(runtime: Runtime, practice_id: int, patient_id: int) -> int:
    with runtime.database.transaction(practice_id) as session:
        return erase(session, practice_id, patient_id, runtime.clock.now())


def said(runtime: Runtime, practice_id: int, body: str) -> None:
    accept(runtime, practice_id, InboundText(f"SM{body}", PHONE, body))
    with runtime.database.transaction(practice_id) as session:
        now = runtime.clock.now()
        thread = conversations.of_number(session, practice_id, PHONE, "en", now).id
    take_turn(runtime, practice_id, thread)


def test_corrections_that_hold_their_words_go_first(
    runtime: Runtime, practice: Practice, patient_id: int
) -> None:
    correct(runtime, practice.id, PHONE, "SM1", "this is alice i cant pay")
    kept = correct(runtime, practice.id, "+15125550777", "SM2", "somebody else")
    assert erased(runtime, practice.id, patient_id) == 1
    with runtime.database.transaction(practice.id) as session:
        assert [row.id for row in session.scalars(select(Correction))] == [kept]


def test_no_word_and_no_detail_is_left(
    runtime: Runtime, practice: Practice, patient_id: int
) -> None:
    said(runtime, practice.id, "this is alice moreno")
    erased(runtime, practice.id, patient_id)
    with runtime.database.transaction(practice.id) as session:
        bodies = session.scalars(select(Message.body)).all()
        row = patients.get(session, practice.id, patient_id)
        assert set(bodies) == {""}
        assert (row.first_name, row.last_name, row.phone, row.birth_date) == (
            ERASED,
            "",
            None,
            None,
        )
        assert not patients.on_number(session, practice.id, PHONE)


def leave_traces(runtime: Runtime, practice_id: int, patient_id: int) -> None:
    """In every table that keeps what a patient asked for, told, or did in a browser."""
    now = runtime.clock.now()
    with runtime.database.transaction(practice_id) as session:
        thread = conversations.of_number(session, practice_id, PHONE, "en", now).id
        visit = visits.begin(
            session, practice_id, "cookie", thread, "address", now,
            patient_id=patient_id, verified_at=now,
        )  # fmt: skip
        check = visit_checks.add(session, visit, "Alice Moreno", date(1980, 3, 14), now)
        check.patient_id, check.code_key = patient_id, "key"
        kind, to = MailKind.STATEMENT, "alice@example.org"
        mailings.ask_for(session, practice_id, thread, patient_id, kind, to, now)
        handoffs.fetch_person(session, practice_id, thread, "x", "x", now, now, "i lost my job")
        plan_changes.ask(
            session, practice_id, thread, patient_id, "x", "20 a month", 1, None, None, now
        )
        asked_texts.ask(
            session, practice_id, patient_id, now,
            conversation_id=thread, kind="later", due_at=now,
        )  # fmt: skip
        patients.get(session, practice_id, patient_id).texting_wish = {"channel": "email"}


def test_what_they_told_a_person_or_a_browser_is_gone_too(
    runtime: Runtime, practice: Practice, patient_id: int
) -> None:
    leave_traces(runtime, practice.id, patient_id)
    erased(runtime, practice.id, patient_id)
    with runtime.database.transaction(practice.id) as session:
        mail = session.scalars(select(Mailing)).one()
        check = session.scalars(select(VisitCheck)).one()
        assert (mail.address, mailings.waiting(session, practice.id, mail.id)) == ("", None)
        assert (check.named, check.born, check.code_key) == (None, None, None)
        assert session.scalars(select(Handoff.note)).all() == [None]
        assert session.scalars(select(PlanRequest.said)).all() == [""]
        assert session.scalars(select(AskedText.outcome)).all() == ["the patient was erased"]
        assert patients.get(session, practice.id, patient_id).texting_wish is None


def test_a_browser_that_was_theirs_opens_nothing_any_more(
    runtime: Runtime, practice: Practice, patient_id: int
) -> None:
    leave_traces(runtime, practice.id, patient_id)
    erased(runtime, practice.id, patient_id)
    with runtime.database.transaction(practice.id) as session:
        visit = session.scalars(select(WebVisit)).one()
        assert (visit.patient_id, visit.verified_at) == (None, None)
        assert visits.of_key(session, practice.id, "cookie") is None


def test_what_is_queued_is_not_sent(runtime: Runtime, practice: Practice, patient_id: int) -> None:
    said(runtime, practice.id, "hello")
    erased(runtime, practice.id, patient_id)
    with runtime.database.transaction(practice.id) as session:
        out = session.scalars(select(Message.status).where(Message.direction == "out")).all()
        assert out == ["withheld"]


def test_the_ledger_and_the_no_of_a_number_stay(
    runtime: Runtime, practice: Practice, patient_id: int
) -> None:
    with runtime.database.transaction(practice.id) as session:
        patients.opt_out(session, practice.id, blind_index(PHONE), "text", runtime.clock.now())
    erased(runtime, practice.id, patient_id)
    with runtime.database.transaction(practice.id) as session:
        assert balances.balance_cents(session, practice.id, patient_id) == 22000
        assert patients.opted_out_at(session, practice.id, blind_index(PHONE)) is not None


def test_on_a_shared_number_the_other_keeps_the_thread(
    runtime: Runtime, practice: Practice, patient_id: int
) -> None:
    bob = add_patient(runtime, practice.id, Cast(name="Bob Moreno", bills=()))
    said(runtime, practice.id, "hello")
    erased(runtime, practice.id, patient_id)
    with runtime.database.transaction(practice.id) as session:
        now = runtime.clock.now()
        thread = conversations.of_number(session, practice.id, PHONE, "en", now)
        texts = messages.thread(session, practice.id, thread.id)
        assert "hello" in [text.body for text in texts]
        assert [p.id for p in patients.on_number(session, practice.id, PHONE)] == [bob]


@pytest.mark.parametrize(
    ("named", "answer", "code"),
    [("P-Alice Moreno", "Erased: 0 texts", 0), ("P-Nobody", "there is no patient", 1)],
)
def test_the_command_says_what_it_did(
    runtime: Runtime, practice: Practice, patient_id: int, named: str, answer: str, code: int,
    monkeypatch: pytest.MonkeyPatch,
) -> None:  # fmt: skip
    monkeypatch.setenv("TENDER_HOME", str(runtime.settings.home))
    words = ["--practice", "cedar", "--patient", named, "--yes"]
    result = CliRunner().invoke(erase_patient, words, obj=lambda _: runtime)
    assert (answer in result.output, result.exit_code) == (True, code)
    with runtime.database.transaction(practice.id) as session:
        names = session.scalars(select(Patient.first_name)).all()
    assert names == ([ERASED] if code == 0 else ["Alice"])
