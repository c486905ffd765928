"""Of a saved card its maker and last four digits are kept, said to who may know, and forgotten."""

import pytest
from sqlalchemy import text
from sqlalchemy.exc import IntegrityError

from bot.models import Message, PaymentPlan, Practice
from bot.rules.cards import BANK, Card
from bot.runtime import Runtime
from bot.store import plan_changes, plans
from tests.test_payments import agreed_plan, begin, link, tell
from tests.world import Cast, add_patient


def saved(runtime: Runtime, practice: Practice, cast: Cast) -> tuple[PaymentPlan, str]:
    """The plan, and the text that told of it."""
    patient_id = add_patient(runtime, practice.id, cast)
    agreed_plan(runtime, practice, patient_id)
    begin(runtime, practice, link(runtime, practice, patient_id, 0), saves=True)
    runtime.payments.pay("cs_1")  # type: ignore[attr-defined]
    tell(runtime, practice, "cs_1", "evt_1")
    with runtime.database.transaction(practice.id) as session:
        plan = plans.active(session, practice.id, patient_id)
        assert plan is not None
        return plan, session.query(Message).order_by(Message.id.desc()).limit(1).one().body


@pytest.mark.parametrize(
    ("card", "language", "said"),
    [
        (Card("visa", "4242"), "en", "Your Visa card ending 4242 is saved."),
        (Card("unknown", "4242"), "en", "Your card ending 4242 is saved."),
        (Card(BANK, "6789"), "en", "Your bank account ending 6789 is saved."),
        (Card("amex", "0005"), "es", "Su tarjeta American Express que termina en 0005 queda"),
    ],
)
def test_a_saved_card_is_told_by_its_last_four_digits(
    runtime: Runtime, practice: Practice, card: Card, language: str, said: str
) -> None:
    runtime.payments.card = card  # type: ignore[attr-defined]
    plan, told = saved(runtime, practice, Cast(language=language))
    assert plans.card_of(plan) == card
    assert told.startswith(said)


def test_a_plain_text_names_no_card_to_who_did_not_accept_details(
    runtime: Runtime, practice: Practice
) -> None:
    _, told = saved(runtime, practice, Cast(unencrypted_ok=False))
    assert told.startswith("Your card is saved.")
    assert "4242" not in told


def test_a_card_that_is_used_no_more_is_forgotten(runtime: Runtime, practice: Practice) -> None:
    plan, _ = saved(runtime, practice, Cast())
    with runtime.database.transaction(practice.id) as session:
        plan_changes.stop_card(session, practice.id, plan.id)
    with runtime.database.transaction(practice.id) as session:
        left = plans.get(session, practice.id, plan.id)
        assert (left.payment_method_id, left.card_brand, left.card_last4) == (None, None, None)


@pytest.mark.parametrize("digits", ["4242424242424242", "42424", "424", "", "42a2"])
def test_more_than_four_digits_are_never_kept(
    runtime: Runtime, practice: Practice, digits: str
) -> None:
    with pytest.raises(ValueError, match="last four"):
        Card("visa", digits)
    plan, _ = saved(runtime, practice, Cast())
    with pytest.raises(IntegrityError), runtime.database.transaction(practice.id) as session:
        session.execute(
            text("update payment_plans set card_last4 = :digits where id = :id"),
            {"digits": digits, "id": plan.id},
        )
