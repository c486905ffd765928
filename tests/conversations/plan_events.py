"""What happens to a plan between two texts: a card is saved, a day comes, a link is paid."""

import re

from bot import checkout, installments, receipts
from bot.rules.cards import Card
from bot.store import messages, patients, payments, plans
from tests.conversations.stage import Stage

_LINK = re.compile(r"/p/(\S+)")


def card_saved(stage: Stage) -> None:
    with stage.runtime.database.transaction(stage.practice.id) as session:
        patient_id = next(iter(stage.ids.values()))
        plan = plans.active(session, stage.practice.id, patient_id)
        assert plan is not None
        plans.keep_card(plan, "pm_1", Card("visa", "4242"))
        patients.get(session, stage.practice.id, patient_id).stripe_customer_id = "cus_1"


def payments_due(stage: Stage) -> None:
    """Charges begin, or links are texted; no charge is answered yet."""
    installments.fall_due(stage.runtime, stage.practice.id, stage.runtime.clock.now())


def link_paid(stage: Stage) -> None:
    """By the newest link that was texted."""
    with stage.runtime.database.transaction(stage.practice.id) as session:
        thread = messages.thread(session, stage.practice.id, stage.conversation_id())
    links = [found[1] for row in thread if (found := _LINK.search(row.body))]
    begun = checkout.begin(stage.runtime, stage.practice.id, links[-1], None, False)
    assert begun.outcome == "go", begun
    session_id = list(stage.runtime.payments.orders)[-1]  # type: ignore[attr-defined]
    stage.runtime.payments.pay(session_id)  # type: ignore[attr-defined]
    with stage.runtime.database.transaction(stage.practice.id) as session:
        attempt = payments.attempt_of(session, stage.practice.id, session_id=session_id)
    assert attempt is not None
    receipts.look(stage.runtime, stage.practice.id, attempt)


def agreed_on_page(stage: Stage) -> None:
    with stage.runtime.database.transaction(stage.practice.id) as session:
        patient_id = next(iter(stage.ids.values()))
        now = stage.runtime.clock.now()
        assert plans.agree(session, stage.practice.id, patient_id, "on the page", None, now)


EVENTS = {
    "card_saved": card_saved,
    "payments_due": payments_due,
    "link_paid": link_paid,
    "agreed_on_page": agreed_on_page,
}
