"""Money when things go wrong: never taken twice, not from what is on hold, never lost."""

from datetime import timedelta

import pytest

from bot import installments, outbox
from bot.gateways.payments import PaymentEvent, PaymentsLater
from bot.jobs import sweep, tick
from bot.models import Message, PaymentAttempt, PaymentRequest, Practice
from bot.receipts import receive_event, take_event
from bot.rules.holds import HoldKind
from bot.rules.plans import PlanPolicy, PlanProposal, propose
from bot.runtime import Runtime
from bot.store import holds, plans
from tests.test_payments import (
    OWED,
    agreed_plan,
    begin,
    charge_what_is_due,
    link,
    owed,
    tell,
)
from tests.world import Cast, add_patient


def with_saved_card(runtime: Runtime, practice: Practice, patient_id: int) -> None:
    agreed_plan(runtime, practice, patient_id)
    begin(runtime, practice, link(runtime, practice, patient_id, 0), saves=True)
    runtime.payments.pay("cs_1")
    tell(runtime, practice, "cs_1", "evt_card")


def days(runtime: Runtime, practice: Practice, count: int) -> None:
    for _ in range(count):
        runtime.clock.advance(timedelta(days=1))
        tick(runtime)
        charge_what_is_due(runtime, practice)


def texts(runtime: Runtime, practice: Practice) -> list[Message]:
    with runtime.database.transaction(practice.id) as session:
        return list(session.query(Message).order_by(Message.id))


def send_all(runtime: Runtime, practice: Practice) -> None:
    for row in texts(runtime, practice):
        outbox.send_text(runtime, practice.id, row.id)


def test_money_on_its_way_is_not_charged_again(
    runtime: Runtime,
    practice: Practice,
    patient_id: int,
) -> None:
    with_saved_card(runtime, practice, patient_id)
    begin(runtime, practice, link(runtime, practice, patient_id))
    runtime.payments.leave_processing("cs_2")
    tell(runtime, practice, "cs_2", "evt_slow")
    days(runtime, practice, 10)
    assert runtime.payments.charges == []
    runtime.payments.pay("cs_2")
    tell(runtime, practice, "cs_2", "evt_there")
    days(runtime, practice, 3)
    assert runtime.payments.charges == []
    assert owed(runtime, practice, patient_id) == 0


@pytest.mark.parametrize("kind", [HoldKind.DISPUTE, HoldKind.DECEASED, HoldKind.BANKRUPTCY])
def test_what_is_on_hold_is_not_charged(
    runtime: Runtime,
    practice: Practice,
    patient_id: int,
    kind: HoldKind,
) -> None:
    with_saved_card(runtime, practice, patient_id)
    with runtime.database.transaction(practice.id) as session:
        holds.open_hold(session, practice.id, patient_id, kind, runtime.clock.now())
    days(runtime, practice, 10)
    assert runtime.payments.charges == []


def test_a_charge_that_waits_is_looked_at_again_for_a_hold_and_a_card(
    runtime: Runtime,
    practice: Practice,
    patient_id: int,
) -> None:
    with_saved_card(runtime, practice, patient_id)
    runtime.clock.advance(timedelta(days=40))
    installments.fall_due(runtime, practice.id, runtime.clock.now())
    with runtime.database.transaction(practice.id) as session:
        now = runtime.clock.now()
        holds.open_hold(session, practice.id, patient_id, HoldKind.DISPUTE, now)
    charge_what_is_due(runtime, practice)
    assert runtime.payments.charges == []
    with runtime.database.transaction(practice.id) as session:
        plan = plans.active(session, practice.id, patient_id)
        assert plan is not None
        parts = plans.installments(session, practice.id, plan.id)
    assert {part.status for part in parts} == {"due"}


def test_what_was_agreed_is_what_is_kept(
    runtime: Runtime,
    practice: Practice,
    patient_id: int,
) -> None:
    """A newer proposal, made on the page, is not what the text's AGREE was about."""
    now = runtime.clock.now()
    offered = propose(OWED, now.date(), PlanPolicy(), count=3)
    newer = propose(OWED, now.date(), PlanPolicy(), count=2)
    assert isinstance(offered, PlanProposal) and isinstance(newer, PlanProposal)
    with runtime.database.transaction(practice.id) as session:
        plans.propose(session, practice.id, patient_id, offered, now)
        plans.propose(session, practice.id, patient_id, newer, now)
        plan = plans.agree_to(session, practice.id, patient_id, offered, "agree", None, now)
        assert plan is not None
        parts = plans.installments(session, practice.id, plan.id)
    assert [part.cents for part in parts] == [part.cents for part in offered.installments]


def test_a_charge_outlives_an_outage_of_stripe(
    runtime: Runtime,
    practice: Practice,
    patient_id: int,
) -> None:
    with_saved_card(runtime, practice, patient_id)
    runtime.clock.advance(timedelta(days=8))
    tick(runtime)
    runtime.payments.failures += [PaymentsLater("500")] * 8
    with runtime.database.transaction(practice.id) as session:
        attempt_id = session.query(PaymentAttempt).filter_by(mode="charge").one().id
    for _ in range(8):
        with pytest.raises(PaymentsLater):
            installments.charge(runtime, practice.id, attempt_id)
    runtime.clock.advance(timedelta(hours=2))
    sweep(runtime)
    assert [charge.cents for charge in runtime.payments.charges] == [7333]
    assert owed(runtime, practice, patient_id) == OWED - 7333


def test_a_charge_without_any_answer_for_a_day_becomes_a_link(
    runtime: Runtime,
    practice: Practice,
    patient_id: int,
) -> None:
    with_saved_card(runtime, practice, patient_id)
    runtime.clock.advance(timedelta(days=8))
    tick(runtime)
    runtime.clock.advance(timedelta(hours=24))
    sweep(runtime)
    assert runtime.payments.charges == []
    assert "installment_failed" in texts(runtime, practice)[-1].says


def test_pay_again_after_an_answer_that_was_lost(
    runtime: Runtime,
    practice: Practice,
    patient_id: int,
) -> None:
    """The session exists at Stripe under our key; asked again a minute later, it is the same."""
    token = link(runtime, practice, patient_id)
    runtime.payments.lost_answers.append(PaymentsLater("timeout"))
    assert begin(runtime, practice, token).outcome == "later"
    runtime.clock.advance(timedelta(minutes=1))
    assert begin(runtime, practice, token).outcome == "go"
    assert len(runtime.payments.orders) == 1


def test_a_failed_bank_payment_is_told_once(
    runtime: Runtime,
    practice: Practice,
    patient_id: int,
) -> None:
    begin(runtime, practice, link(runtime, practice, patient_id))
    runtime.payments.leave_processing("cs_1")
    tell(runtime, practice, "cs_1", "evt_1")
    runtime.payments.fail("cs_1")
    tell(runtime, practice, "cs_1", "evt_2")
    tell(runtime, practice, "cs_1", "evt_3")
    said = [row.says for row in texts(runtime, practice)]
    assert sum("payment_failed" in keys for keys in said) == 1


def test_a_refund_is_booked_once_and_taken_back_when_it_fails(
    runtime: Runtime,
    practice: Practice,
    patient_id: int,
) -> None:
    begin(runtime, practice, link(runtime, practice, patient_id))
    runtime.payments.pay("cs_1")
    tell(runtime, practice, "cs_1", "evt_1")
    for number, (kind, cents) in enumerate(
        [("refund.created", 5000), ("refund.updated", 5000), ("refund.failed", 0)]
    ):
        runtime.payments.refunds["pi_cs_1"] = cents
        refunded(runtime, practice, f"evt_r{number}", kind)
        assert owed(runtime, practice, patient_id) == cents


def refunded(runtime: Runtime, practice: Practice, event_id: str, kind: str) -> None:
    from bot.models import StripeEvent

    attempt_id = runtime.payments.orders["cs_1"].attempt_id
    event = PaymentEvent(event_id, kind, "re_1", practice.id, attempt_id)
    assert receive_event(runtime, event)
    with runtime.database.transaction(practice.id) as session:
        row = session.query(StripeEvent).filter_by(event_id=event_id).one()
    take_event(runtime, practice.id, row.id)


def test_a_due_day_notice_waits_for_a_polite_hour_and_goes(
    runtime: Runtime,
    practice: Practice,
    patient_id: int,
) -> None:
    agreed_plan(runtime, practice, patient_id)
    for _ in range(9 * 24):
        runtime.clock.advance(timedelta(hours=1))
        tick(runtime)
        send_all(runtime, practice)
    notices = [row for row in texts(runtime, practice) if row.kind == "notice"]
    assert [row.status for row in notices] == ["sent"]
    assert notices[0].sent_at is not None
    assert 13 <= notices[0].sent_at.hour < 24  # 8 am to 7 pm in Austin, in UTC


def test_the_receipt_of_an_automatic_payment_waits_for_the_morning(
    runtime: Runtime,
    practice: Practice,
    patient_id: int,
) -> None:
    with_saved_card(runtime, practice, patient_id)
    send_all(runtime, practice)
    for _ in range(9 * 24):
        runtime.clock.advance(timedelta(hours=1))
        tick(runtime)
        charge_what_is_due(runtime, practice)
        send_all(runtime, practice)
    receipts = [row for row in texts(runtime, practice) if "receipt" in row.says]
    assert [row.status for row in receipts] == ["sent"]
    assert receipts[0].sent_at is not None
    assert receipts[0].sent_at.hour >= 13


def test_who_wants_no_details_in_texts_still_gets_a_receipt(
    runtime: Runtime, practice: Practice
) -> None:
    quiet = add_patient(runtime, practice.id, Cast(unencrypted_ok=False))
    begin(runtime, practice, link(runtime, practice, quiet))
    runtime.payments.pay("cs_1")
    tell(runtime, practice, "cs_1", "evt_1")
    send_all(runtime, practice)
    assert len(runtime.sms.texts) == 1
    assert "$" not in runtime.sms.texts[0].body


def test_the_scheduler_leaves_a_patients_link_alone(
    runtime: Runtime,
    practice: Practice,
    patient_id: int,
) -> None:
    token = link(runtime, practice, patient_id, 4000)
    runtime.clock.advance(timedelta(hours=8))  # 11 pm in Austin: a reminder is due, not allowed
    for _ in range(5):
        tick(runtime)
    with runtime.database.transaction(practice.id) as session:
        assert session.query(PaymentRequest).count() == 1
    assert begin(runtime, practice, token).outcome == "go"
