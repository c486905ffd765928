"""Wishes at planning and at sending; texts that were asked for; promises of a person, kept."""

from datetime import UTC, date, datetime, timedelta

import pytest

from bot import inbound, outbox
from bot.contact_facts import AskedKind
from bot.jobs import tick
from bot.models import AuditEvent, Handoff, Message, Practice
from bot.models.crypto import blind_index
from bot.reminders import remind
from bot.rules.holds import HoldKind
from bot.rules.texting_wishes import Channel, TextingWish
from bot.runtime import Runtime
from bot.store import asked_texts, balances, conversations, handoffs, holds, patients, staff
from bot.tell_staff import LATE_SUBJECT, alarm_staff
from tests.world import PHONE, Bill, Cast, add_patient

DUE = Bill(on=date(2026, 2, 18))
DAY, MINUTE = timedelta(days=1), timedelta(minutes=1)
FRIDAY = TextingWish(days=frozenset({4}))
MORNING = datetime(2026, 3, 11, 15, tzinfo=UTC)  # Wednesday, 10 am in Austin


@pytest.fixture
def patient_id(runtime: Runtime, practice: Practice) -> int:
    runtime.clock.advance(MORNING - runtime.clock.now())  # type: ignore[attr-defined]
    return add_patient(runtime, practice.id, Cast(bills=(DUE,)))


def wish(runtime: Runtime, practice: Practice, patient_id: int, wished: TextingWish) -> None:
    with runtime.database.transaction(practice.id) as session:
        patients.keep_wish(session, practice.id, patient_id, wished)


def ask(
    runtime: Runtime, practice: Practice, patient_id: int, kind: AskedKind, **more: object
) -> None:
    now = runtime.clock.now()
    with runtime.database.transaction(practice.id) as session:
        thread = conversations.of_number(session, practice.id, PHONE, "en", now)
        asked_texts.ask(
            session, practice.id, patient_id, now, conversation_id=thread.id, kind=kind,
            **{"due_at": now + timedelta(hours=1), **more},
        )  # fmt: skip


def texts(runtime: Runtime, practice: Practice) -> list[Message]:
    with runtime.database.transaction(practice.id) as session:
        return list(session.query(Message).filter_by(direction="out").order_by(Message.id))


def ticked(runtime: Runtime, practice: Practice, later: timedelta = timedelta()) -> list[str]:
    """The first key of each text that went out."""
    runtime.clock.advance(later)  # type: ignore[attr-defined]
    before = {row.id for row in texts(runtime, practice)}
    tick(runtime)
    for row in texts(runtime, practice):
        outbox.send_text(runtime, practice.id, row.id)
    new = [row for row in texts(runtime, practice) if row.id not in before]
    return [row.says[0] for row in new if row.status == "sent"]


# --- wishes -----------------------------------------------------------------------------------


def test_a_reminder_waits_for_the_day_that_was_asked_for(
    runtime: Runtime, practice: Practice, patient_id: int
) -> None:
    wish(runtime, practice, patient_id, FRIDAY)
    planned = list(remind(runtime, practice.id, runtime.clock.now(), dry_run=True))
    assert [(p.allowed, p.reason) for p in planned] == [
        (False, "the patient asked for texts only Fri")
    ]
    assert ticked(runtime, practice) == []
    assert ticked(runtime, practice, DAY) == []
    assert ticked(runtime, practice, DAY) == ["reminder_1"]


@pytest.mark.parametrize(
    ("wished", "reason"),
    [
        (TextingWish(channel=Channel.EMAIL), "the patient asked for e-mail instead of texts"),
        (FRIDAY, "the patient asked for texts only Fri"),
        (TextingWish(not_before=date(2026, 4, 1)), "the patient asked for no texts before Apr 1"),
    ],
)
def test_a_wish_after_queuing_is_seen_at_send(
    runtime: Runtime, practice: Practice, patient_id: int, wished: TextingWish, reason: str
) -> None:
    tick(runtime)
    wish(runtime, practice, patient_id, wished)
    for row in texts(runtime, practice):
        outbox.send_text(runtime, practice.id, row.id)
    assert runtime.sms.texts == []  # type: ignore[attr-defined]
    assert [row.reason for row in texts(runtime, practice)] == [reason]


def test_another_channel_leaves_a_row_with_its_reason(
    runtime: Runtime, practice: Practice, patient_id: int
) -> None:
    wish(runtime, practice, patient_id, TextingWish(channel=Channel.CALL))
    assert ticked(runtime, practice) == []
    assert [(row.status, row.reason) for row in texts(runtime, practice)] == [
        ("withheld", "the patient asked for calls instead of texts")
    ]


def test_one_a_month_over_a_year(runtime: Runtime, practice: Practice, patient_id: int) -> None:
    wish(runtime, practice, patient_id, TextingWish(gap_days=30))
    days = [day for day in range(100) if ticked(runtime, practice, DAY)]
    assert len(days) >= 2
    assert min(b - a for a, b in zip(days, days[1:], strict=False)) >= 30


def test_a_wish_of_one_patient_is_not_anothers(
    runtime: Runtime, practice: Practice, patient_id: int
) -> None:
    add_patient(runtime, practice.id, Cast("Bob Hill", phone="+15125550177", bills=(
        Bill(number="S2", on=date(2026, 2, 18)),
    )))  # fmt: skip
    wish(runtime, practice, patient_id, FRIDAY)
    assert ticked(runtime, practice) == ["reminder_1"]


# --- texts that were asked for ------------------------------------------------------------------


def test_a_text_that_was_asked_for_comes_once_and_reminders_wait_after_it(
    runtime: Runtime, practice: Practice, patient_id: int
) -> None:
    wish(runtime, practice, patient_id, TextingWish(not_before=date(2026, 3, 12)))
    ask(runtime, practice, patient_id, AskedKind.LATER)
    assert ticked(runtime, practice, 59 * MINUTE) == []
    assert ticked(runtime, practice, MINUTE) == ["reminder_asked"]
    assert [ticked(runtime, practice, DAY) for _ in range(6)] == [[]] * 6
    assert ticked(runtime, practice, DAY) == ["reminder_1"]


@pytest.mark.parametrize("event", ["paid", "opt_out", "dispute"])
def test_what_happens_meanwhile_is_seen(
    runtime: Runtime, practice: Practice, patient_id: int, event: str
) -> None:
    ask(runtime, practice, patient_id, AskedKind.LATER)
    now = runtime.clock.now()
    with runtime.database.transaction(practice.id) as session:
        if event == "paid":
            balances.enter_payment(session, practice.id, patient_id, 22000, "desk:1", now)
        elif event == "opt_out":
            patients.opt_out(session, practice.id, blind_index(PHONE), "test", now)
        else:
            holds.open_hold(session, practice.id, patient_id, HoldKind.DISPUTE, now)
    assert ticked(runtime, practice, timedelta(hours=1)) == []
    with runtime.database.transaction(practice.id) as session:
        assert asked_texts.open_of(session, practice.id, patient_id) is None


def test_a_kept_promise_is_not_asked_about(
    runtime: Runtime, practice: Practice, patient_id: int
) -> None:
    ask(runtime, practice, patient_id, AskedKind.PROMISE, promised_on=date(2026, 3, 11), cents=5000)
    runtime.clock.advance(MINUTE)  # type: ignore[attr-defined]
    with runtime.database.transaction(practice.id) as session:
        balances.enter_payment(
            session, practice.id, patient_id, 5000, "desk:1", runtime.clock.now()
        )
    assert "reminder_promised" not in ticked(runtime, practice, timedelta(hours=1))


def test_a_part_of_what_was_promised_leaves_the_kind_question(
    runtime: Runtime, practice: Practice, patient_id: int
) -> None:
    ask(runtime, practice, patient_id, AskedKind.PROMISE, promised_on=date(2026, 3, 11), cents=5000)
    runtime.clock.advance(MINUTE)  # type: ignore[attr-defined]
    with runtime.database.transaction(practice.id) as session:
        balances.enter_payment(
            session, practice.id, patient_id, 4000, "desk:1", runtime.clock.now()
        )
    assert ticked(runtime, practice, timedelta(hours=1)) == ["reminder_promised"]
    assert "$" not in runtime.sms.texts[-1].body  # type: ignore[attr-defined]


# --- a person who was promised by a time ----------------------------------------------------------


def waits(runtime: Runtime, practice: Practice) -> int:
    """Somebody asks for a person; the conversation's id."""
    runtime.ear.meanings["agent"] = "request_human"  # type: ignore[attr-defined]
    inbound.accept(runtime, practice.id, inbound.InboundText("SM1", PHONE, "agent"))
    with runtime.database.transaction(practice.id) as session:
        now = runtime.clock.now()
        thread = conversations.of_number(session, practice.id, PHONE, "en", now)
    inbound.take_turn(runtime, practice.id, thread.id)
    ticked(runtime, practice)
    return thread.id


def handoff(runtime: Runtime, practice: Practice, conversation_id: int) -> Handoff:
    with runtime.database.transaction(practice.id) as session:
        found = handoffs.open_of(session, practice.id, conversation_id)
    assert found is not None
    return found


def test_a_promise_is_renewed_twice_and_then_people_are_alarmed(
    runtime: Runtime, practice: Practice, patient_id: int
) -> None:
    with runtime.database.transaction(practice.id) as session:
        staff.add(session, practice.id, "maria@example.org", "Maria", "admin", runtime.clock.now())
    thread = waits(runtime, practice)
    told, promised = [], [handoff(runtime, practice, thread).due_at]
    for _ in range(300):
        told += ticked(runtime, practice, MINUTE)
        due_at = handoff(runtime, practice, thread).due_at
        promised += [due_at] if due_at != promised[-1] else []
    renewals = [key for key in told if key.startswith("promise_renewed")]
    assert renewals == ["promise_renewed", "promise_renewed_again"]
    assert promised == sorted(set(promised))
    assert handoff(runtime, practice, thread).alarmed_at is not None
    alarm_staff(runtime, practice.id, thread)
    assert runtime.mail.mails[-1].subject == LATE_SUBJECT  # type: ignore[attr-defined]
    with runtime.database.transaction(practice.id) as session:
        actions = [event.action for event in session.query(AuditEvent)]
    assert (actions.count("promise_renewed"), actions.count("promise_lapsed")) == (2, 1)


def test_the_new_time_is_told_before_the_old_one_lapses(
    runtime: Runtime, practice: Practice, patient_id: int
) -> None:
    thread = waits(runtime, practice)
    first = handoff(runtime, practice, thread).due_at
    told_at = None
    while told_at is None:
        if "promise_renewed" in ticked(runtime, practice, MINUTE):
            told_at = runtime.clock.now()
    assert told_at < first < handoff(runtime, practice, thread).due_at


def test_at_night_nobody_is_apologised_to(
    runtime: Runtime, practice: Practice, patient_id: int
) -> None:
    thread = waits(runtime, practice)
    with runtime.database.transaction(practice.id) as session:
        night = datetime(2026, 3, 12, 4, tzinfo=UTC)  # 11 pm in Austin
        handoffs.get(session, practice.id, handoff(runtime, practice, thread).id).due_at = night
    runtime.clock.advance(datetime(2026, 3, 12, 4, tzinfo=UTC) - runtime.clock.now())  # type: ignore[attr-defined]
    assert ticked(runtime, practice) == []
    assert ticked(runtime, practice, timedelta(hours=10)) == ["promise_renewed"]


def test_who_opted_out_is_not_told_and_people_are_alarmed(
    runtime: Runtime, practice: Practice, patient_id: int
) -> None:
    thread = waits(runtime, practice)
    with runtime.database.transaction(practice.id) as session:
        patients.opt_out(session, practice.id, blind_index(PHONE), "test", runtime.clock.now())
    assert ticked(runtime, practice, timedelta(minutes=12)) == []
    assert handoff(runtime, practice, thread).alarmed_at is not None
    reasons = [row.reason for row in texts(runtime, practice) if row.status == "withheld"]
    assert "the patient asked us to stop texting" in reasons
