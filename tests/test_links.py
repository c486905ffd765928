"""Links to pay by and links to read by."""

from bot import checkout
from bot.models import Practice
from bot.runtime import Runtime
from bot.store import payments
from tests.world import add_patient


def test_a_link_to_read_by_leaves_the_one_to_pay_by_good(
    runtime: Runtime, practice: Practice
) -> None:
    patient_id = add_patient(runtime, practice.id)
    now = runtime.clock.now()
    with runtime.database.transaction(practice.id) as session:
        pays = payments.request_payment(session, practice.id, patient_id, 4000, now)[1]
        payments.show_page(session, practice.id, patient_id, now)
    assert checkout.begin(runtime, practice.id, pays, None, False).outcome == "go"


def test_a_link_to_read_by_does_not_pay_twice(runtime: Runtime, practice: Practice) -> None:
    patient_id = add_patient(runtime, practice.id)
    now = runtime.clock.now()
    with runtime.database.transaction(practice.id) as session:
        pays = payments.request_payment(session, practice.id, patient_id, None, now)[1]
        reads = payments.show_page(session, practice.id, patient_id, now)
    checkout.begin(runtime, practice.id, pays, None, False)
    runtime.payments.pay("cs_1")
    assert checkout.begin(runtime, practice.id, reads, None, False).outcome == "nothing_due"
