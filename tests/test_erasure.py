"""Erasing a patient: their words and details are gone, the books and the no of a number stay."""

import pytest
from click.testing import CliRunner
from sqlalchemy import select

from bot.cli_erase import erase_patient
from bot.inbound import InboundText, accept, take_turn
from bot.models import Correction, Message, Patient, Practice
from bot.models.crypto import blind_index
from bot.runtime import Runtime
from bot.store import balances, conversations, messages, patients
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
