"""A colleague sees where the patient's own word stands over the practice's file."""

from flask.testing import FlaskClient

from bot.models import Practice, Staff
from bot.runtime import Runtime
from bot.store import patients
from tests.web.doing import hear, sign_in
from tests.world import Cast, add_patient


def test_a_colleague_sees_whose_word_stands(
    client: FlaskClient, runtime: Runtime, practice: Practice, maria: Staff
) -> None:
    patient_id = add_patient(runtime, practice.id, Cast(email="old@example.org"))
    thread_id = hear(runtime, practice.id, "hello", "SM1")
    desk = sign_in(client, maria)
    assert "Told by the patient" not in desk.get(f"/staff/conversations/{thread_id}").text
    with runtime.database.transaction(practice.id) as session:
        now = runtime.clock.now()
        patients.tell(session, practice.id, patient_id, "email", "new@example.org", now)
        patients.tell(session, practice.id, patient_id, "language", "es", now)
    page = desk.get(f"/staff/conversations/{thread_id}").text
    assert "new@example.org" in page
    assert "Told by the patient on Wed Mar 11, 2026" in page
    assert "Chosen by the patient on Wed Mar 11, 2026" in page
