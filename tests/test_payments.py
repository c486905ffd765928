"""Money in: once, to the cent, in whatever order Stripe tells us."""

from datetime import timedelta

import pytest

from bot import checkout, receipts
from bot.gateways.payments import PaymentEvent, PaymentsLater
from bot.jobs import sweep, tick
from bot.models import Practice
from bot.rules.plans import PlanPolicy, PlanProposal, propose
from bot.runtime import Runtime
from bot.store import balances, payments, plans

OWED = 22000


def link(runtime: Runtime, practice: Practice, patient_id: int, cents: int | None = None) -> str:
    with runtime.database.transaction(practice.id) as session:
        now = runtime.clock.now()
        return payments.request_payment(session, practice.id, patient_id, cents, now)[1]


def owed(runtime: Runtime, practice: Practice, patient_id: int) -> int:
    with runtime.database.transaction(practice.id) as session:
        return balances.balance_cents(session, practice.id, patient_id)


def begin(
    runtime: Runtime, practice: Practice, token: str, cents: int | None = None, saves: bool = False
) -> checkout.Begun:
    return checkout.begin(runtime, practice.id, token, cents, saves)


def tell(runtime: Runtime, practice: Practice, session_id: str, event_id: str) -> None:
    """An event of Stripe about this session, received and taken."""
    attempt_id = runtime.payments.orders[session_id].attempt_id
    event = PaymentEvent(
        event_id, "checkout.session.completed", session_id, practice.id, attempt_id
    )
    if receipts.receive_event(runtime, event):
        with runtime.database.transaction(practice.id) as session:
            from bot.models import StripeEvent

            row = session.query(StripeEvent).filter_by(event_id=event_id).one()
        receipts.take_event(runtime, practice.id, row.id)


def test_paying_the_whole_balance(runtime: Runtime, practice: Practice, patient_id: int) -> None:
    token = link(runtime, practice, patient_id)
    assert begin(runtime, practice, token).outcome == "go"
    runtime.payments.pay("cs_1")
    tell(runtime, practice, "cs_1", "evt_1")
    assert owed(runtime, practice, patient_id) == 0


def test_an_event_delivered_twice_pays_once(
    runtime: Runtime, practice: Practice, patient_id: int
) -> None:
    begin(runtime, practice, link(runtime, practice, patient_id, 4000))
    runtime.payments.pay("cs_1")
    for event_id in ("evt_1", "evt_1", "evt_2"):
        tell(runtime, practice, "cs_1", event_id)
    assert owed(runtime, practice, patient_id) == OWED - 4000


def test_a_lost_event_is_found_by_the_sweep(
    runtime: Runtime, practice: Practice, patient_id: int
) -> None:
    begin(runtime, practice, link(runtime, practice, patient_id))
    runtime.payments.pay("cs_1")
    runtime.clock.advance(timedelta(minutes=11))
    sweep(runtime)
    assert owed(runtime, practice, patient_id) == 0


def test_an_old_event_does_not_unpay(runtime: Runtime, practice: Practice, patient_id: int) -> None:
    begin(runtime, practice, link(runtime, practice, patient_id))
    runtime.payments.pay("cs_1")
    tell(runtime, practice, "cs_1", "evt_paid")
    runtime.payments.leave_processing("cs_1")
    tell(runtime, practice, "cs_1", "evt_late")
    assert owed(runtime, practice, patient_id) == 0


def test_two_clicks_are_one_session(runtime: Runtime, practice: Practice, patient_id: int) -> None:
    token = link(runtime, practice, patient_id)
    first, second = begin(runtime, practice, token), begin(runtime, practice, token)
    assert first.url == second.url
    assert len(runtime.payments.orders) == 1


def test_another_amount_closes_the_older_session(
    runtime: Runtime, practice: Practice, patient_id: int
) -> None:
    token = link(runtime, practice, patient_id)
    begin(runtime, practice, token)
    begin(runtime, practice, token, 5000)
    assert runtime.payments.states["cs_1"].status == "expired"
    assert runtime.payments.orders["cs_2"].cents == 5000


def test_a_second_tab_cannot_pay_what_the_first_has_paid(
    runtime: Runtime, practice: Practice, patient_id: int
) -> None:
    token = link(runtime, practice, patient_id)
    begin(runtime, practice, token)
    runtime.payments.pay("cs_1")
    assert begin(runtime, practice, token, 5000).outcome == "nothing_due"
    assert owed(runtime, practice, patient_id) == 0


def test_never_more_than_is_owed(runtime: Runtime, practice: Practice, patient_id: int) -> None:
    begin(runtime, practice, link(runtime, practice, patient_id), 99900)
    assert runtime.payments.orders["cs_1"].cents == OWED


@pytest.mark.parametrize("cents", [-5, 1, 99])
def test_a_senseless_amount_is_refused(
    runtime: Runtime, practice: Practice, patient_id: int, cents: int
) -> None:
    assert begin(runtime, practice, link(runtime, practice, patient_id), cents).outcome == (
        "bad_amount"
    )


def test_a_newer_link_replaces_the_older(
    runtime: Runtime, practice: Practice, patient_id: int
) -> None:
    older = link(runtime, practice, patient_id)
    link(runtime, practice, patient_id)
    assert begin(runtime, practice, older).outcome == "gone"


def test_a_link_lives_thirty_days(runtime: Runtime, practice: Practice, patient_id: int) -> None:
    token = link(runtime, practice, patient_id)
    runtime.clock.advance(timedelta(days=30, minutes=1))
    assert begin(runtime, practice, token).outcome == "gone"


def test_stripe_away_means_later_and_nothing_lost(
    runtime: Runtime, practice: Practice, patient_id: int
) -> None:
    token = link(runtime, practice, patient_id)
    runtime.payments.failures.append(PaymentsLater("500"))
    assert begin(runtime, practice, token).outcome == "later"
    assert begin(runtime, practice, token).outcome == "go"


def test_the_receipt_is_a_text_at_once(
    runtime: Runtime, practice: Practice, patient_id: int
) -> None:
    begin(runtime, practice, link(runtime, practice, patient_id, 4000))
    runtime.payments.pay("cs_1")
    tell(runtime, practice, "cs_1", "evt_1")
    assert ["$40.00" in body and "$180.00" in body for body in bodies(runtime, practice)] == [True]


def test_the_vendor_hears_numbers_and_a_neutral_word(
    runtime: Runtime, practice: Practice, patient_id: int
) -> None:
    begin(runtime, practice, link(runtime, practice, patient_id))
    order = runtime.payments.orders["cs_1"]
    assert order.label == "Account balance"
    assert "Alice" not in repr(order)


def bodies(runtime: Runtime, practice: Practice) -> list[str]:
    from bot.models import Message

    with runtime.database.transaction(practice.id) as session:
        rows = session.query(Message).filter(Message.status != "withheld").order_by(Message.id)
        return [row.body for row in rows]


# --- plans ---------------------------------------------------------------------------------------


def agreed_plan(
    runtime: Runtime, practice: Practice, patient_id: int, count: int = 3
) -> PlanProposal:
    now = runtime.clock.now()
    proposal = propose(OWED, now.date(), PlanPolicy(), count=count)
    assert isinstance(proposal, PlanProposal)
    with runtime.database.transaction(practice.id) as session:
        plans.propose(session, practice.id, patient_id, proposal, now)
        assert plans.agree(session, practice.id, patient_id, "agree", None, now)
    return proposal


def test_a_saved_card_pays_the_installments_to_the_cent(
    runtime: Runtime, practice: Practice, patient_id: int
) -> None:
    proposal = agreed_plan(runtime, practice, patient_id)
    begin(runtime, practice, link(runtime, practice, patient_id, 0), saves=True)
    runtime.payments.pay("cs_1")
    tell(runtime, practice, "cs_1", "evt_1")
    for _ in range(95):
        runtime.clock.advance(timedelta(days=1))
        tick(runtime)
        charge_what_is_due(runtime, practice)
    assert [charge.cents for charge in runtime.payments.charges] == [
        part.cents for part in proposal.installments
    ]
    assert owed(runtime, practice, patient_id) == 0


def charge_what_is_due(runtime: Runtime, practice: Practice) -> None:
    from bot import installments
    from bot.models import PaymentAttempt

    with runtime.database.transaction(practice.id) as session:
        ids = [row.id for row in session.query(PaymentAttempt).filter_by(mode="charge")]
    for attempt_id in ids:
        installments.charge(runtime, practice.id, attempt_id)


def test_a_charge_job_run_twice_charges_once(
    runtime: Runtime, practice: Practice, patient_id: int
) -> None:
    agreed_plan(runtime, practice, patient_id)
    begin(runtime, practice, link(runtime, practice, patient_id, 0), saves=True)
    runtime.payments.pay("cs_1")
    tell(runtime, practice, "cs_1", "evt_1")
    runtime.clock.advance(timedelta(days=8))
    tick(runtime)
    charge_what_is_due(runtime, practice)
    charge_what_is_due(runtime, practice)
    tick(runtime)
    assert len(runtime.payments.charges) == 1


def test_without_a_card_the_due_day_is_a_text_with_a_link(
    runtime: Runtime, practice: Practice, patient_id: int
) -> None:
    agreed_plan(runtime, practice, patient_id)
    runtime.clock.advance(timedelta(days=8))
    tick(runtime)
    tick(runtime)
    asked = [body for body in bodies(runtime, practice) if "/p/" in body]
    assert len(asked) == 1
    assert "$" not in asked[0]


def test_a_soft_decline_is_tried_again_and_a_hard_one_is_not(
    runtime: Runtime, practice: Practice, patient_id: int
) -> None:
    agreed_plan(runtime, practice, patient_id)
    begin(runtime, practice, link(runtime, practice, patient_id, 0), saves=True)
    runtime.payments.pay("cs_1")
    tell(runtime, practice, "cs_1", "evt_1")
    runtime.payments.charge_status, runtime.payments.decline_code = "failed", "insufficient_funds"
    for _ in range(20):
        runtime.clock.advance(timedelta(days=1))
        tick(runtime)
        charge_what_is_due(runtime, practice)
    assert len(runtime.payments.charges) == 4
    assert owed(runtime, practice, patient_id) == OWED


def test_paying_it_all_ends_the_plan(runtime: Runtime, practice: Practice, patient_id: int) -> None:
    agreed_plan(runtime, practice, patient_id)
    begin(runtime, practice, link(runtime, practice, patient_id))
    runtime.payments.pay("cs_1")
    tell(runtime, practice, "cs_1", "evt_1")
    with runtime.database.transaction(practice.id) as session:
        assert plans.active(session, practice.id, patient_id) is None
