"""Disputed lines, what the ledger knows of insurance, and statements by e-mail."""

from datetime import date, timedelta
from io import BytesIO

import pytest
from pypdf import PdfReader

from bot.bill import Bill as BillView
from bot.checkout import payable_cents
from bot.mailing import MOST_TRIES, MailLater, send_mail
from bot.models import EntryKind, Mailing, Practice
from bot.reminders import remind
from bot.rules.holds import HoldKind
from bot.rules.mails import MailKind
from bot.runtime import Runtime
from bot.store import balances, conversations, handoffs, holds, mailings
from tests.world import PHONE, Bill, Cast, Line, add_patient

TODAY = date(2026, 3, 11)
ZONE = "America/Chicago"
VISIT, LAB = Line(charge="120.00", insurance="0"), Line("Lab panel", "60.00", "0")
DUE = Bill(on=date(2026, 2, 18), lines=(VISIT, LAB))


@pytest.fixture
def patient_id(runtime: Runtime, practice: Practice) -> int:
    """Alice, who owes $120.00 for item 1 and $60.00 for item 2."""
    return add_patient(runtime, practice.id, Cast(bills=(DUE,)))


def bill(runtime: Runtime, practice: Practice, patient_id: int) -> BillView:
    with runtime.database.transaction(practice.id) as session:
        return balances.bill_of(session, practice.id, patient_id, TODAY, ZONE)


def dispute(runtime: Runtime, practice: Practice, patient_id: int, *numbers: int) -> None:
    statement = bill(runtime, practice, patient_id).statements[0]
    with runtime.database.transaction(practice.id) as session:
        for number in numbers:
            holds.open_hold(
                session, practice.id, patient_id, HoldKind.DISPUTE, runtime.clock.now(),
                statement_id=statement.id, line_id=statement.lines[number - 1].id,
            )  # fmt: skip


def pay(runtime: Runtime, practice: Practice, patient_id: int, cents: int) -> None:
    with runtime.database.transaction(practice.id) as session:
        now = runtime.clock.now()
        balances.enter_payment(session, practice.id, patient_id, cents, f"test:{cents}", now)


def test_a_disputed_line_leaves_the_rest_payable(
    runtime: Runtime, practice: Practice, patient_id: int
) -> None:
    dispute(runtime, practice, patient_id, 2)
    with runtime.database.transaction(practice.id) as session:
        assert payable_cents(session, practice.id, patient_id, runtime.clock.now()) == 12000
    assert bill(runtime, practice, patient_id).balance_cents == 18000


def test_paying_the_rest_does_not_pay_what_is_disputed(
    runtime: Runtime, practice: Practice, patient_id: int
) -> None:
    dispute(runtime, practice, patient_id, 2)
    pay(runtime, practice, patient_id, 5000)
    assert bill(runtime, practice, patient_id).payable_cents == 7000
    pay(runtime, practice, patient_id, 7000)
    left = bill(runtime, practice, patient_id)
    assert (left.payable_cents, left.balance_cents) == (0, 6000)


def test_a_line_once_corrected_no_longer_holds_its_old_sum(
    runtime: Runtime, practice: Practice, patient_id: int
) -> None:
    dispute(runtime, practice, patient_id, 2)
    statement = bill(runtime, practice, patient_id).statements[0]
    with runtime.database.transaction(practice.id) as session:
        balances.enter(
            session, practice.id, statement.id, EntryKind.ADJUSTMENT, -15000, "fix",
            runtime.clock.now(),
        )  # fmt: skip
    after = bill(runtime, practice, patient_id)
    assert (after.balance_cents, after.payable_cents) == (3000, 0)


@pytest.mark.parametrize(("numbers", "rule"), [((2,), "all"), ((1, 2), "R17")])
def test_a_reminder_asks_only_while_something_undisputed_is_left(
    runtime: Runtime, practice: Practice, patient_id: int, numbers: tuple[int, ...], rule: str
) -> None:
    dispute(runtime, practice, patient_id, *numbers)
    planned = list(remind(runtime, practice.id, runtime.clock.now(), dry_run=True))
    assert [p.rule for p in planned] == [rule]


def test_a_dispute_of_everything_leaves_nothing_payable(
    runtime: Runtime, practice: Practice, patient_id: int
) -> None:
    with runtime.database.transaction(practice.id) as session:
        holds.open_hold(session, practice.id, patient_id, HoldKind.DISPUTE, runtime.clock.now())
    assert bill(runtime, practice, patient_id).payable_cents == 0


def test_when_insurance_was_heard_of_is_known_only_after_the_first_booking(
    runtime: Runtime, practice: Practice, patient_id: int
) -> None:
    first = bill(runtime, practice, patient_id).statements[0]
    assert first.insurance_on is None
    with runtime.database.transaction(practice.id) as session:
        balances.enter(
            session, practice.id, first.id, EntryKind.ADJUSTMENT, -4000, "import:S1:change:4:x",
            runtime.clock.now(), "line 1: insurance $0.00 -> $40.00 (balances file of 2026-03-11)",
        )  # fmt: skip
    assert bill(runtime, practice, patient_id).statements[0].insurance_on == TODAY


def test_settled_statements_are_kept_apart(runtime: Runtime, practice: Practice) -> None:
    paid = Bill(number="S0", lines=(Line(charge="80.00", insurance="80.00"),))
    patient_id = add_patient(runtime, practice.id, Cast(bills=(paid, DUE)))
    found = bill(runtime, practice, patient_id)
    assert [s.number for s in found.statements] == ["S1"]
    assert [s.number for s in found.earlier] == ["S0"]


def ask_by_mail(
    runtime: Runtime, practice: Practice, patient_id: int, kind: MailKind = MailKind.STATEMENT
) -> int:
    now = runtime.clock.now()
    with runtime.database.transaction(practice.id) as session:
        thread = conversations.of_number(session, practice.id, PHONE, "en", now)
        mailings.ask_for(session, practice.id, thread.id, patient_id, kind, "a@example.com", now)
        return session.query(Mailing).one().id


def test_a_mailed_statement_is_a_link_and_says_nothing_else(
    runtime: Runtime, practice: Practice, patient_id: int
) -> None:
    mailing_id = ask_by_mail(runtime, practice, patient_id)
    for _ in range(2):
        send_mail(runtime, practice.id, mailing_id)
    (mail,) = runtime.mail.mails  # type: ignore[attr-defined]
    assert mail.to == "a@example.com"
    assert "/statement" in mail.body
    assert not {"$", "Alice", "Lab"} & set(mail.body.split())


CASES = [
    ("alice@example.org", True, True, True),
    ("alice@example.org", True, False, False),
    ("alice@example.org", False, True, False),
    ("alic@example.org", True, True, False),
]


@pytest.mark.parametrize(("address", "as_file", "is_ok", "is_carried"), CASES)
@pytest.mark.parametrize("kind", list(MailKind))
def test_the_paper_itself_goes_only_where_it_was_asked_for_and_may(
    runtime: Runtime, practice: Practice, kind: MailKind, address: str, as_file: bool, is_ok: bool,
    is_carried: bool,
) -> None:  # fmt: skip
    cast = Cast(bills=(DUE,), email="alice@example.org", unencrypted_ok=is_ok)
    patient_id = add_patient(runtime, practice.id, cast)
    pay(runtime, practice, patient_id, 5000)
    now = runtime.clock.now()
    with runtime.database.transaction(practice.id) as session:
        thread = conversations.of_number(session, practice.id, PHONE, "en", now).id
        mailings.ask_for(
            session, practice.id, thread, patient_id, kind, address, now, as_file=as_file
        )
        mailing_id = session.query(Mailing).one().id
    send_mail(runtime, practice.id, mailing_id)
    (mail,) = runtime.mail.mails  # type: ignore[attr-defined]
    assert f"/{kind}" in mail.body
    assert (mail.file is not None) == is_carried
    assert ("attached" in mail.body) == is_carried
    if mail.file is not None:
        assert "$50.00" in PdfReader(BytesIO(mail.file.content)).pages[0].extract_text()


@pytest.mark.parametrize(
    ("kind", "reason"), [(MailKind.STATEMENT, "statement"), (MailKind.RECEIPTS, "receipt")]
)
def test_a_mail_that_never_goes_out_becomes_a_persons_task(
    runtime: Runtime, practice: Practice, patient_id: int, kind: MailKind, reason: str
) -> None:
    mailing_id = ask_by_mail(runtime, practice, patient_id, kind)
    failures = runtime.mail.failures  # type: ignore[attr-defined]
    failures += [OSError("no mail server")] * MOST_TRIES
    for _ in range(MOST_TRIES - 1):
        with pytest.raises(MailLater):
            send_mail(runtime, practice.id, mailing_id)
    for _ in range(2):
        send_mail(runtime, practice.id, mailing_id)
    assert not failures
    assert runtime.mail.mails == []  # type: ignore[attr-defined]
    with runtime.database.transaction(practice.id) as session:
        thread = conversations.of_number(session, practice.id, PHONE, "en", runtime.clock.now())
        handoff = handoffs.open_of(session, practice.id, thread.id)
    assert handoff is not None
    assert handoff.reason == reason
    assert handoff.due_at > runtime.clock.now() - timedelta(minutes=1)
