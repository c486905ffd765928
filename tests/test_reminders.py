"""Whom the scheduler texts, when, and what it writes down of those it does not."""

from datetime import date, timedelta

import pytest

from bot import outbox
from bot.jobs import tick
from bot.models import EntryKind, Message, Practice
from bot.models.crypto import blind_index
from bot.reminders import remind
from bot.rules.holds import HoldKind
from bot.runtime import Runtime
from bot.store import balances, consents, holds, patients
from tests.conftest import with_settings
from tests.world import PHONE, Bill, Cast, add_patient

DUE = Bill(on=date(2026, 2, 18))  # 21 days before the tests' Wednesday


@pytest.fixture
def patient_id(runtime: Runtime, practice: Practice) -> int:
    return add_patient(runtime, practice.id, Cast(bills=(DUE,)))


def texts(runtime: Runtime, practice: Practice) -> list[Message]:
    with runtime.database.transaction(practice.id) as session:
        return list(session.query(Message).order_by(Message.id))


def send_all(runtime: Runtime, practice: Practice) -> None:
    for row in texts(runtime, practice):
        outbox.send_text(runtime, practice.id, row.id)


def test_a_due_step_becomes_one_text(runtime: Runtime, practice: Practice, patient_id: int) -> None:
    for _ in range(3):
        tick(runtime)
    send_all(runtime, practice)
    assert len(runtime.sms.texts) == 1
    assert "Alice" in runtime.sms.texts[0].body
    assert "$" not in runtime.sms.texts[0].body


def test_a_dry_run_says_the_same_and_writes_nothing(
    runtime: Runtime, practice: Practice, patient_id: int
) -> None:
    planned = list(remind(runtime, practice.id, runtime.clock.now(), dry_run=True))
    assert [(p.step, p.allowed) for p in planned] == [("reminder_1", True)]
    assert texts(runtime, practice) == []


def test_nobody_is_texted_at_night(runtime: Runtime, practice: Practice, patient_id: int) -> None:
    runtime.clock.advance(timedelta(hours=12))
    planned = list(remind(runtime, practice.id, runtime.clock.now()))
    assert [p.allowed for p in planned] == [False]
    assert planned[0].at is not None
    assert texts(runtime, practice) == []


def test_the_practices_own_hours_are_kept(
    runtime: Runtime, practice: Practice, patient_id: int
) -> None:
    with_settings(runtime, practice.id, text_days=(0,))
    assert [p.allowed for p in remind(runtime, practice.id, runtime.clock.now())] == [False]


@pytest.mark.parametrize(
    "kind", [HoldKind.DISPUTE, HoldKind.STAFF, HoldKind.DECEASED, HoldKind.PLAN_CURRENT]
)
def test_a_hold_is_a_row_with_its_reason(
    runtime: Runtime, practice: Practice, patient_id: int, kind: HoldKind
) -> None:
    with runtime.database.transaction(practice.id) as session:
        holds.open_hold(session, practice.id, patient_id, kind, runtime.clock.now())
    tick(runtime)
    tick(runtime)
    rows = texts(runtime, practice)
    assert [(row.status, row.reason) for row in rows] == [
        ("withheld", f"on hold: {kind.replace('_', ' ')}")
    ]


def test_without_consent_nobody_is_texted(runtime: Runtime, practice: Practice) -> None:
    add_patient(runtime, practice.id, Cast(bills=(DUE,), consent=False))
    tick(runtime)
    assert [row.reason for row in texts(runtime, practice)] == [
        "no consent to billing texts on this number"
    ]


def test_paid_after_it_was_queued_is_not_sent(
    runtime: Runtime, practice: Practice, patient_id: int
) -> None:
    tick(runtime)
    with runtime.database.transaction(practice.id) as session:
        balances.enter_payment(
            session, practice.id, patient_id, 22000, "desk:1", runtime.clock.now()
        )
    send_all(runtime, practice)
    assert runtime.sms.texts == []
    assert [row.reason for row in texts(runtime, practice)] == ["nothing is owed any more"]


@pytest.mark.parametrize("event", ["opt_out", "revoke", "hold"])
def test_what_happens_after_queuing_is_seen_at_send(
    runtime: Runtime, practice: Practice, patient_id: int, event: str
) -> None:
    tick(runtime)
    now, key = runtime.clock.now(), blind_index(PHONE)
    with runtime.database.transaction(practice.id) as session:
        if event == "opt_out":
            patients.opt_out(session, practice.id, key, "test", now)
        elif event == "revoke":
            consents.revoke(session, practice.id, key, now)
        else:
            holds.open_hold(session, practice.id, patient_id, HoldKind.STAFF, now)
    send_all(runtime, practice)
    assert runtime.sms.texts == []


def test_at_most_one_in_seven_days_over_a_whole_year(runtime: Runtime, practice: Practice) -> None:
    bills = tuple(
        Bill(number=f"S{n}", on=date(2026, 2, 18) + timedelta(days=2 * n)) for n in range(6)
    )
    add_patient(runtime, practice.id, Cast(bills=bills))
    sent_at = []
    for _ in range(120):
        runtime.clock.advance(timedelta(days=1))
        before = len(runtime.sms.texts)
        tick(runtime)
        send_all(runtime, practice)
        sent_at += [runtime.clock.now()] * (len(runtime.sms.texts) - before)
    gaps = [(b - a).days for a, b in zip(sent_at, sent_at[1:], strict=False)]
    assert sent_at
    assert min(gaps) >= 7


def test_a_paid_statement_is_not_reminded_of(
    runtime: Runtime, practice: Practice, patient_id: int
) -> None:
    with runtime.database.transaction(practice.id) as session:
        statement = balances.statements_of(session, practice.id, patient_id)[0]
        balances.enter(
            session, practice.id, statement.id, EntryKind.PAYMENT, -22000, "desk:2",
            runtime.clock.now(),
        )  # fmt: skip
    tick(runtime)
    assert texts(runtime, practice) == []
