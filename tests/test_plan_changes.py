"""Running plans in a real database: changed once, never while a payment of it is being taken."""

from datetime import date, timedelta

import pytest

from bot import installments
from bot.jobs import tick
from bot.models import PlanChange, Practice
from bot.rules.plan_changes import ChangeKind
from bot.rules.plans import Installment
from bot.runtime import Runtime
from bot.store import patients, plan_changes, plans
from tests.test_payments import agreed_plan, charge_what_is_due, owed

PATIENT_OWES = 22000


def save_card(runtime: Runtime, practice: Practice, patient_id: int) -> int:
    with runtime.database.transaction(practice.id) as session:
        plan = plans.active(session, practice.id, patient_id)
        assert plan is not None
        plan.payment_method_id = "pm_1"
        patients.get(session, practice.id, patient_id).stripe_customer_id = "cus_1"
        return plan.id


def skip_first(
    runtime: Runtime, practice: Practice, plan_id: int, before: list[Installment]
) -> None:
    days = [part.due_on for part in before[1:]] + [before[-1].due_on + timedelta(days=31)]
    after = tuple(Installment(day, part.cents) for day, part in zip(days, before, strict=True))
    with runtime.database.transaction(practice.id) as session:
        plan_changes.change(
            session, practice.id, plan_id, ChangeKind.SKIP, tuple(before), after,
            "agree", None, runtime.clock.now(),
        )  # fmt: skip


def test_a_changed_plan_is_charged_on_its_new_days_to_the_cent(
    runtime: Runtime, practice: Practice, patient_id: int
) -> None:
    proposal = agreed_plan(runtime, practice, patient_id)
    plan_id = save_card(runtime, practice, patient_id)
    skip_first(runtime, practice, plan_id, list(proposal.installments))
    for _ in range(130):
        runtime.clock.advance(timedelta(days=1))
        tick(runtime)
        charge_what_is_due(runtime, practice)
    assert sum(charge.cents for charge in runtime.payments.charges) == PATIENT_OWES
    assert len(runtime.payments.charges) == 3
    assert owed(runtime, practice, patient_id) == 0


def test_what_was_taken_meanwhile_stops_the_change(
    runtime: Runtime, practice: Practice, patient_id: int
) -> None:
    proposal = agreed_plan(runtime, practice, patient_id)
    plan_id = save_card(runtime, practice, patient_id)
    runtime.clock.advance(timedelta(days=8))
    installments.fall_due(runtime, practice.id, runtime.clock.now())
    with pytest.raises(plan_changes.PlanMovedOn):
        skip_first(runtime, practice, plan_id, list(proposal.installments))
    with runtime.database.transaction(practice.id) as session:
        assert session.query(PlanChange).count() == 0
        parts = plans.installments(session, practice.id, plan_id)
    assert [part.status for part in parts] == ["processing", "due", "due"]


def test_a_plan_ended_while_a_charge_is_under_way_still_books_that_charge(
    runtime: Runtime, practice: Practice, patient_id: int
) -> None:
    proposal = agreed_plan(runtime, practice, patient_id)
    plan_id = save_card(runtime, practice, patient_id)
    runtime.clock.advance(timedelta(days=8))
    installments.fall_due(runtime, practice.id, runtime.clock.now())
    with runtime.database.transaction(practice.id) as session:
        plan_changes.change(
            session, practice.id, plan_id, ChangeKind.END, proposal.installments[1:], (),
            "agree", None, runtime.clock.now(),
        )  # fmt: skip
    charge_what_is_due(runtime, practice)
    with runtime.database.transaction(practice.id) as session:
        assert plans.get(session, practice.id, plan_id).status == "stopped"
        parts = plans.installments(session, practice.id, plan_id)
    assert [part.status for part in parts] == ["paid", "void", "void"]
    assert owed(runtime, practice, patient_id) == PATIENT_OWES - proposal.installments[0].cents


def test_struck_payments_stay_as_rows(
    runtime: Runtime, practice: Practice, patient_id: int
) -> None:
    proposal = agreed_plan(runtime, practice, patient_id)
    plan_id = save_card(runtime, practice, patient_id)
    skip_first(runtime, practice, plan_id, list(proposal.installments))
    with runtime.database.transaction(practice.id) as session:
        parts = plans.installments(session, practice.id, plan_id)
        change = session.query(PlanChange).one()
    assert [part.status for part in parts] == ["void"] * 3 + ["due"] * 3
    assert [date.fromisoformat(on) for on, _ in change.before] == [
        part.due_on for part in proposal.installments
    ]
    assert change.consent_text == "agree"
