"""What the facts about running plans make true, in the turn's own transaction."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from bot import plan_facts
from bot.store import payments, plan_changes

if TYPE_CHECKING:
    from bot.effects import Scene


def _change_plan(scene: Scene, fact: plan_facts.ChangePlan) -> None:
    plan_changes.change(
        scene.session,
        scene.practice_id,
        fact.plan_id,
        fact.kind,
        fact.before,
        fact.after,
        fact.consent_text,
        scene.message_id,
        scene.context.now,
    )


def _stop_card(scene: Scene, fact: plan_facts.StopCard) -> None:
    plan_changes.stop_card(scene.session, scene.practice_id, fact.plan_id)


def _pay_next(scene: Scene, fact: plan_facts.PayNext) -> None:
    part = plan_changes.open_place(scene.session, scene.practice_id, fact.plan_id, fact.place)
    _, token = payments.request_payment(
        scene.session,
        scene.practice_id,
        scene.person_id,
        part.cents,
        scene.context.now,
        installment_id=part.id,
    )
    scene.written.link_token = token


def _ask_of_plan(scene: Scene, fact: plan_facts.AskOfPlan) -> None:
    known = scene.context.person
    plan_changes.ask(
        scene.session,
        scene.practice_id,
        scene.conversation.id,
        known.id if known else None,
        fact.kind,
        fact.said,
        fact.owed_cents,
        fact.asked,
        fact.nearest,
        scene.context.now,
    )


PLAN_WRITERS: dict[type, Callable[..., None]] = {
    plan_facts.ChangePlan: _change_plan,
    plan_facts.StopCard: _stop_card,
    plan_facts.PayNext: _pay_next,
    plan_facts.AskOfPlan: _ask_of_plan,
}
