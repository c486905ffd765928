"""What the carrier may do to us, and what never happens: a text twice, a text lost, a lie."""

from datetime import timedelta

import pytest

from bot import outbox
from bot.gateways.sms import SendLater, SendRefused, SendUnknown
from bot.inbound import InboundText, accept
from bot.jobs import tick
from bot.models import Message, Practice
from bot.rules.send_facts import TextKind
from bot.runtime import Runtime
from bot.store import conversations, handoffs, messages, patients, queue
from tests.world import PHONE, add_patient


@pytest.fixture
def text_id(runtime: Runtime, practice: Practice) -> int:
    """One queued answer without any amount in it."""
    add_patient(runtime, practice.id)
    return queue_text(runtime, practice.id, "Hello")


def queue_text(runtime: Runtime, practice_id: int, body: str) -> int:
    now = runtime.clock.now()
    with runtime.database.transaction(practice_id) as session:
        thread = conversations.of_number(session, practice_id, PHONE, "en", now)
        person = patients.on_number(session, practice_id, PHONE)[0]
        return messages.queue(
            session,
            Message(
                practice_id=practice_id,
                conversation_id=thread.id,
                direction="out",
                kind=TextKind.REPLY,
                body=body,
                says=["hello"],
                media=[],
                patient_id=person.id,
                status="queued",
                tries=0,
                looks=0,
                created_at=now,
            ),
        ).id


def row_of(runtime: Runtime, practice: Practice, message_id: int) -> Message:
    with runtime.database.transaction(practice.id) as session:
        found = messages.get(session, practice.id, message_id)
        assert found is not None
        return found


def needs_person(runtime: Runtime, practice: Practice) -> bool:
    with runtime.database.transaction(practice.id) as session:
        return bool(handoffs.waiting(session, practice.id))


def test_a_text_is_sent_once_however_often_its_job_runs(
    runtime: Runtime, practice: Practice, text_id: int
) -> None:
    for _ in range(3):
        outbox.send_text(runtime, practice.id, text_id)
    assert [text.body for text in runtime.sms.texts] == ["Hello"]


def test_busy_carrier_means_the_text_goes_later(
    runtime: Runtime, practice: Practice, text_id: int
) -> None:
    runtime.sms.failures.append(SendLater("429"))
    outbox.send_text(runtime, practice.id, text_id)
    assert row_of(runtime, practice, text_id).status == "queued"
    outbox.send_text(runtime, practice.id, text_id)
    assert row_of(runtime, practice, text_id).status == "sent"


def test_an_unclear_send_that_went_out_is_found_and_not_repeated(
    runtime: Runtime, practice: Practice, text_id: int
) -> None:
    runtime.sms.send(PHONE, practice.number, "Hello", "ref")  # what the lost answer was about
    runtime.sms.failures.append(SendUnknown("timeout"))
    outbox.send_text(runtime, practice.id, text_id)
    outbox.look_up(runtime, practice.id, text_id)
    assert row_of(runtime, practice, text_id).status == "sent"
    assert len(runtime.sms.texts) == 1


def test_an_unclear_send_that_never_went_out_is_sent_after_looking(
    runtime: Runtime, practice: Practice, text_id: int
) -> None:
    runtime.sms.failures.append(SendUnknown("timeout"))
    outbox.send_text(runtime, practice.id, text_id)
    for _ in range(outbox.LOOKS):
        assert runtime.sms.texts == []
        outbox.look_up(runtime, practice.id, text_id)
    outbox.send_text(runtime, practice.id, text_id)
    assert len(runtime.sms.texts) == 1


def test_what_stays_unclear_is_shown_to_a_person(
    runtime: Runtime, practice: Practice, text_id: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    runtime.sms.failures.append(SendUnknown("timeout"))
    outbox.send_text(runtime, practice.id, text_id)

    def away(*_: object) -> None:
        raise SendLater("down")

    monkeypatch.setattr(runtime.sms, "find", away)
    for _ in range(outbox.LOOKS):
        outbox.look_up(runtime, practice.id, text_id)
    assert row_of(runtime, practice, text_id).status == "unknown"
    assert needs_person(runtime, practice)
    outbox.send_text(runtime, practice.id, text_id)
    assert runtime.sms.texts == []


def test_carrier_opt_out_becomes_ours(runtime: Runtime, practice: Practice, text_id: int) -> None:
    runtime.sms.failures.append(SendRefused(21610, "opted out"))
    outbox.send_text(runtime, practice.id, text_id)
    next_id = queue_text(runtime, practice.id, "Hello again")
    outbox.send_text(runtime, practice.id, next_id)
    assert row_of(runtime, practice, next_id).status == "withheld"
    assert row_of(runtime, practice, next_id).reason == "the patient asked us to stop texting"
    assert runtime.sms.texts == []


@pytest.mark.parametrize("code", [30003, 30005, 30006, 30007])
def test_an_undelivered_text_is_shown_to_a_person(
    runtime: Runtime, practice: Practice, text_id: int, code: int
) -> None:
    outbox.send_text(runtime, practice.id, text_id)
    sid = str(row_of(runtime, practice, text_id).twilio_sid)
    outbox.take_status(runtime, practice.id, text_id, sid, "undelivered", code)
    row = row_of(runtime, practice, text_id)
    assert (row.status, row.error_code) == ("undelivered", code)
    assert row.reason
    assert needs_person(runtime, practice)


def test_statuses_never_go_backwards(runtime: Runtime, practice: Practice, text_id: int) -> None:
    outbox.send_text(runtime, practice.id, text_id)
    sid = str(row_of(runtime, practice, text_id).twilio_sid)
    for status in ("delivered", "sent", "queued", "delivered"):
        outbox.take_status(runtime, practice.id, text_id, sid, status, None)
    assert row_of(runtime, practice, text_id).status == "delivered"


def test_a_status_may_come_before_the_answer_of_the_send(
    runtime: Runtime, practice: Practice, text_id: int
) -> None:
    runtime.sms.failures.append(SendUnknown("timeout"))
    outbox.send_text(runtime, practice.id, text_id)
    outbox.take_status(runtime, practice.id, text_id, "SMx", "delivered", None)
    outbox.look_up(runtime, practice.id, text_id)
    assert row_of(runtime, practice, text_id).status == "delivered"
    assert runtime.sms.texts == []


def test_a_stale_answer_is_not_sent(runtime: Runtime, practice: Practice, text_id: int) -> None:
    runtime.clock.advance(timedelta(hours=25))
    outbox.send_text(runtime, practice.id, text_id)
    assert row_of(runtime, practice, text_id).status == "withheld"


def test_texts_of_a_thread_keep_their_order(
    runtime: Runtime, practice: Practice, text_id: int
) -> None:
    second_id = queue_text(runtime, practice.id, "and more")
    outbox.send_text(runtime, practice.id, second_id)
    assert runtime.sms.texts == []
    outbox.send_text(runtime, practice.id, text_id)
    outbox.send_text(runtime, practice.id, second_id)
    assert [text.body for text in runtime.sms.texts] == ["Hello", "and more"]


def test_a_text_whose_turn_fails_is_tried_again_and_then_shown_to_a_person(
    runtime: Runtime, practice: Practice
) -> None:
    add_patient(runtime, practice.id)
    accept(runtime, practice.id, InboundText("SM" + "7" * 32, PHONE, "hello"))
    for minutes, waits in ((3, False), (15, True)):
        runtime.clock.advance(timedelta(minutes=minutes))
        tick(runtime)
        assert needs_person(runtime, practice) is waits
        with runtime.database.directory() as session:
            assert queue.work(session)[0] > 0
