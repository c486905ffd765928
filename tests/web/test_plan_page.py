"""A payment plan on the page, and a statement that is on hold."""

from flask.testing import FlaskClient

from bot import checkout
from bot.models import Practice
from bot.rules.cards import Card
from bot.rules.holds import HoldKind
from bot.runtime import Runtime
from bot.store import holds, plans
from tests.conftest import with_settings
from tests.web.doing import link
from tests.world import Bill, Cast, add_patient


def test_a_plan_is_shown_in_days_and_amounts_then_agreed_to(
    client: FlaskClient, runtime: Runtime, practice: Practice, alice: int
) -> None:
    path = link(runtime, practice.id, alice)
    assert "4 monthly payments of about $55.00" in client.get(path).text
    shown = client.post(f"{path}/plan", data={"count": "3"}, follow_redirects=True).text
    for word in ("$73.33", "$73.34", "Wed, Mar 18, 2026", "$220.00", "Agree to this plan"):
        assert word in shown
    agreed = client.post(f"{path}/plan/agree", data={"plan": "1"}, follow_redirects=True).text
    assert "Save a card for these payments" in agreed
    with runtime.database.transaction(practice.id) as session:
        plan = plans.active(session, practice.id, alice)
    assert plan is not None
    assert plan.consent_text is not None
    assert "2026-03-18" in plan.consent_text


def test_only_the_plan_that_was_shown_is_agreed_to(
    client: FlaskClient, runtime: Runtime, practice: Practice, alice: int
) -> None:
    path = link(runtime, practice.id, alice)
    client.post(f"{path}/plan", data={"count": "3"})
    client.post(f"{path}/plan", data={"count": "2"})
    stale = client.post(f"{path}/plan/agree", data={"plan": "1"})
    assert stale.status_code == 409
    assert "no longer fits" in stale.text


def test_what_is_proposed_while_the_button_is_pressed_is_not_agreed_to(
    client: FlaskClient, runtime: Runtime, practice: Practice, alice: int
) -> None:
    path = link(runtime, practice.id, alice)
    client.post(f"{path}/plan", data={"count": "3"})
    client.post(f"{path}/plan", data={"count": "2"})
    token = path.rsplit("/", 1)[-1]
    assert not checkout.agree_plan(runtime, practice.id, token, "", shown_id=1)
    with runtime.database.transaction(practice.id) as session:
        assert plans.active(session, practice.id, alice) is None
    assert checkout.agree_plan(runtime, practice.id, token, "", shown_id=2)


def test_no_plan_outside_the_policy_can_be_proposed(
    client: FlaskClient, runtime: Runtime, practice: Practice, alice: int
) -> None:
    with_settings(runtime, practice.id, plan_max_count=2)
    path = link(runtime, practice.id, alice)
    assert "3 monthly payments" not in client.get(path).text
    refused = client.post(f"{path}/plan", data={"count": "4"})
    assert refused.status_code == 422
    assert practice.phone in refused.text


def saving_a_card(client: FlaskClient, runtime: Runtime, practice: Practice, alice: int) -> str:
    """The page of a plan just agreed, on whose payment page a card is being saved."""
    path = link(runtime, practice.id, alice)
    client.post(f"{path}/plan", data={"count": "2"})
    client.post(f"{path}/plan/agree", data={"plan": "1"})
    client.post(f"{path}/pay", data={"choice": "card"})
    return path


def test_saving_a_card_charges_nothing(
    client: FlaskClient, runtime: Runtime, practice: Practice, alice: int
) -> None:
    saving_a_card(client, runtime, practice, alice)
    order = runtime.payments.orders["cs_1"]  # type: ignore[attr-defined]
    assert (order.cents, order.saves_card) == (0, True)


def test_of_a_card_the_page_never_says_that_a_payment_is_under_way(
    client: FlaskClient, runtime: Runtime, practice: Practice, alice: int
) -> None:
    path = saving_a_card(client, runtime, practice, alice)
    assert "Your card was not saved" in client.get(f"{path}/done").text
    runtime.payments.pay("cs_1")  # type: ignore[attr-defined]
    waiting = client.get(f"{path}/done").text
    assert "We are saving your card" in waiting
    assert 'http-equiv="refresh"' in waiting


def test_a_disputed_statement_is_on_hold_and_not_asked_for(
    client: FlaskClient, runtime: Runtime, practice: Practice
) -> None:
    bills = (Bill(number="S1"), Bill(number="S2"))
    bob = add_patient(runtime, practice.id, Cast(name="Bob Stone", bills=bills))
    with runtime.database.transaction(practice.id) as session:
        holds.open_hold(
            session, practice.id, bob, HoldKind.DISPUTE, runtime.clock.now(), statement_id=1
        )
    path = link(runtime, practice.id, bob)
    page = client.get(path).text
    assert "Pay $220.00 now" in page
    assert "$220.00 is on hold" in page
    client.post(f"{path}/check", data={"answer": "78701"})
    assert "We are looking into it" in client.get(path).text


def test_the_card_that_pays_is_named_only_after_the_check(
    client: FlaskClient, runtime: Runtime, practice: Practice, alice: int
) -> None:
    path = link(runtime, practice.id, alice)
    client.post(f"{path}/plan", data={"count": "2"})
    client.post(f"{path}/plan/agree", data={"plan": "1"})
    with runtime.database.transaction(practice.id) as session:
        plan = plans.active(session, practice.id, alice)
        assert plan is not None
        plans.keep_card(plan, "pm_1", Card("visa", "4242"))
    before = client.get(path).text
    assert "from your saved card" in before
    assert "4242" not in before
    client.post(f"{path}/check", data={"answer": "78701"})
    assert "from your Visa card ending 4242 on its day" in client.get(path).text


def test_beside_a_plan_only_what_the_link_asks_for_is_the_main_action(
    client: FlaskClient, runtime: Runtime, practice: Practice, alice: int
) -> None:
    path = link(runtime, practice.id, alice)
    client.post(f"{path}/plan", data={"count": "3"})
    with runtime.database.transaction(practice.id) as session:
        plan = plans.proposed(session, practice.id, alice)
        assert plan is not None
    client.post(f"{path}/plan/agree", data={"plan": str(plan.id)})
    assert '<button class="main">Pay' not in client.get(path).text
    asked = client.get(link(runtime, practice.id, alice, 4000)).text
    assert '<button class="main">Pay $40.00 now' in asked
