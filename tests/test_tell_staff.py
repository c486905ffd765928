"""The mail that tells of a hand-off: danger is marked, and nothing is said of a patient."""

from datetime import UTC, datetime

import pytest

from bot.inbound import InboundText, accept, take_turn
from bot.models import Practice
from bot.runtime import Runtime
from bot.store import conversations, handoffs, staff
from bot.tell_staff import alarm_staff, tell_staff
from tests.world import PHONE


@pytest.mark.parametrize(
    ("body", "means", "is_urgent"),
    [("i want to kill myself", "crisis", True), ("i want a person", "request_human", False)],
)
def test_only_danger_is_urgent_in_the_subject(
    runtime: Runtime, practice: Practice, patient_id: int, body: str, means: str, is_urgent: bool
) -> None:
    runtime.ear.meanings[body] = means  # type: ignore[attr-defined]
    now = runtime.clock.now()
    with runtime.database.transaction(practice.id) as session:
        staff.add(session, practice.id, "maria@example.org", "Maria", "admin", now)
        thread = conversations.of_number(session, practice.id, PHONE, "en", now).id
    accept(runtime, practice.id, InboundText("SM1", PHONE, body))
    take_turn(runtime, practice.id, thread)
    tell_staff(runtime, practice.id, thread)
    (mail,) = runtime.mail.mails  # type: ignore[attr-defined]
    assert ("URGENT" in mail.subject) is is_urgent
    assert "Alice" not in mail.subject + mail.body


def test_the_time_is_the_practices_own_and_the_reason_is_the_inboxs(
    runtime: Runtime, practice: Practice, patient_id: int
) -> None:
    now = runtime.clock.now()
    due_at = datetime(2026, 12, 1, 15, 45, tzinfo=UTC)
    with runtime.database.transaction(practice.id) as session:
        staff.add(session, practice.id, "maria@example.org", "Maria", "admin", now)
        thread = conversations.of_number(session, practice.id, PHONE, "en", now).id
        handoffs.fetch_person(
            session, practice.id, thread, "charged_twice", "a charge", due_at, now
        )
    tell_staff(runtime, practice.id, thread)
    alarm_staff(runtime, practice.id, thread)
    for mail in runtime.mail.mails:  # type: ignore[attr-defined]
        assert "Tue Dec 1, 9:45 am" in mail.body
        assert "May have been charged twice" in mail.body
        assert "UTC" not in mail.body
