"""The mail that tells of a hand-off: danger is marked, and nothing is said of a patient."""

import pytest

from bot.inbound import InboundText, accept, take_turn
from bot.models import Practice
from bot.runtime import Runtime
from bot.store import conversations, staff
from bot.tell_staff import tell_staff
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
