"""What an outcome makes true, written in the turn's own transaction."""

from collections.abc import Callable
from dataclasses import dataclass

from sqlalchemy.orm import Session

from bot import action
from bot.action import Context, Fact
from bot.bill_effects import BILL_WRITERS
from bot.contact_effects import CONTACT_WRITERS
from bot.models import Conversation, WebVisit
from bot.plan_effects import PLAN_WRITERS
from bot.rules.holds import HoldKind
from bot.store import (
    audit,
    conversations,
    handoffs,
    holds,
    patients,
    payments,
    plans,
    queue,
    visit_checks,
)
from bot.visitor import CheckVisitor


@dataclass
class Written:
    """What became of the facts of one turn, for the words that follow."""

    link_token: str = ""
    person_fetched: bool = False


@dataclass(frozen=True)
class Scene:
    """Where a fact happens: the thread, the last text of the turn, and what was known.

    `visit`: in the web chat, by this browser.
    """

    session: Session
    conversation: Conversation
    context: Context
    message_id: int | None
    written: Written
    visit: WebVisit | None = None

    @property
    def practice_id(self) -> int:
        return self.conversation.practice_id

    @property
    def person_id(self) -> int:
        """Raises when a fact needs a known person and there is none: a bug, shown."""
        if self.context.person is None:
            raise LookupError("a fact about a bill without a verified person")
        return self.context.person.id


def write(scene: Scene, facts: tuple[Fact, ...]) -> Written:
    for fact in facts:
        WRITERS[type(fact)](scene, fact)
        audit.note(
            scene.session,
            scene.practice_id,
            "assistant",
            type(fact).__name__,
            f"conversation:{scene.conversation.id}",
            scene.context.now,
            message=scene.message_id,
            **_why(fact),
        )
    return scene.written


def _why(fact: Fact) -> dict[str, str]:
    """For what a person is fetched: more than one thing may wait for the same person."""
    return {"reason": fact.reason} if isinstance(fact, action.FetchPerson) else {}


def _request_payment(scene: Scene, fact: action.RequestPayment) -> None:
    plan = plans.active(scene.session, scene.practice_id, scene.person_id)
    saves_for = plan.id if plan and fact.saves_card else None
    _, token = payments.request_payment(
        scene.session,
        scene.practice_id,
        scene.person_id,
        fact.cents,
        scene.context.now,
        statement_id=fact.statement_id,
        plan_id=saves_for,
    )
    scene.written.link_token = token


def _show_page(scene: Scene, fact: action.ShowPage) -> None:
    token = payments.show_page(scene.session, scene.practice_id, scene.person_id, scene.context.now)
    scene.written.link_token = f"{token}/{fact.part}" if fact.part else token


def _look_for_payment(scene: Scene, fact: action.LookForPayment) -> None:
    """The text that asked for it is the row the job looks at."""
    if scene.message_id is not None:
        queue.defer(
            scene.session,
            "look_for_payment",
            practice_id=scene.practice_id,
            message_id=scene.message_id,
        )


def _propose_plan(scene: Scene, fact: action.ProposePlan) -> None:
    plans.propose(
        scene.session, scene.practice_id, scene.person_id, fact.proposal, scene.context.now
    )


def _agree_plan(scene: Scene, fact: action.AgreePlan) -> None:
    plans.agree_to(
        scene.session,
        scene.practice_id,
        scene.person_id,
        fact.proposal,
        fact.consent_text,
        scene.message_id,
        scene.context.now,
    )


def _open_hold(scene: Scene, fact: action.OpenHold) -> None:
    """Where nobody is verified, everybody on the number is spared: holding off harms no one.

    So they are after a death: it is seldom the one who writes who died.
    """
    known = scene.context.person
    is_of_all = known is None or fact.kind is HoldKind.DECEASED  # who died may be another of them
    for person in scene.context.people if is_of_all else (known,):
        assert person is not None
        holds.open_hold(
            scene.session,
            scene.practice_id,
            person.id,
            fact.kind,
            scene.context.now,
            until=fact.until,
            statement_id=fact.statement_id,
            note=fact.note,
            line_id=fact.line_id,
        )


def _fetch_person(scene: Scene, fact: action.FetchPerson) -> None:
    opened = _fetched_urgently(scene, fact) if fact.urgent else _fetched(scene, fact)
    scene.written.person_fetched = opened
    if opened:
        queue.defer(
            scene.session,
            "tell_staff",
            practice_id=scene.practice_id,
            conversation_id=scene.conversation.id,
        )


def _fetched(scene: Scene, fact: action.FetchPerson) -> bool:
    return handoffs.fetch_person(
        scene.session,
        scene.practice_id,
        scene.conversation.id,
        fact.reason,
        fact.topic,
        scene.context.person_answers_at,
        scene.context.now,
        fact.note,
        scene.context.person.id if scene.context.person else None,
    )


def _fetched_urgently(scene: Scene, fact: action.FetchPerson) -> bool:
    return handoffs.fetch_urgently(
        scene.session,
        scene.practice_id,
        scene.conversation.id,
        fact.reason,
        fact.topic,
        scene.context.now,
    )


def _forget_number(scene: Scene, fact: action.ForgetNumber) -> None:
    conversation, now = scene.conversation, scene.context.now
    people = [p for p in scene.context.people if p.id in fact.person_ids or not fact.person_ids]
    patients.suppress(scene.session, scene.practice_id, people, conversation.phone_key, now)
    for person in people:
        holds.open_hold(scene.session, scene.practice_id, person.id, HoldKind.WRONG_NUMBER, now)
    if conversation.patient_id in {None, *(person.id for person in people)}:
        conversation.patient_id = None
        conversation.verified_at = None


def _verified(scene: Scene, fact: action.Verified) -> None:
    if scene.visit is not None:
        _verified_visit(scene, scene.visit, fact.person_id)
        return
    conversations.record_identity_check(
        scene.session, scene.practice_id, scene.conversation, fact.person_id, scene.context.now
    )


def _verified_visit(scene: Scene, visit: WebVisit, person_id: int) -> None:
    """This browser alone: whoever texts from the number is still asked who they are."""
    session, conversation, now = scene.session, scene.conversation, scene.context.now
    conversations.note_check(session, scene.practice_id, conversation.id, person_id, now)
    visit_checks.use_up(session, visit)
    visit.verified_at = now


def _check_visitor(scene: Scene, fact: CheckVisitor) -> None:
    """Looked up in a job of its own: whether there is such a patient changes nothing here."""
    if scene.visit is None:
        raise LookupError("a code is asked for in the web chat alone")
    now = scene.context.now
    check = visit_checks.add(scene.session, scene.visit, fact.named, fact.born, now)
    queue.defer(scene.session, "text_code", practice_id=scene.practice_id, check_id=check.id)


def _identity_failed(scene: Scene, fact: action.IdentityFailed) -> None:
    if scene.visit is not None:
        visit_checks.count_try(scene.session, scene.visit, scene.context.now)
    conversations.record_identity_check(
        scene.session, scene.practice_id, scene.conversation, None, scene.context.now
    )


def _check_ended(scene: Scene, fact: action.CheckEnded) -> None:
    scene.conversation.verified_at = None


def _remember_payday(scene: Scene, fact: action.RememberPayday) -> None:
    """Before the check, only where one person alone is reached on this number."""
    known, people = scene.context.person, scene.context.people
    person = known or (people[0] if len(people) == 1 else None)
    if person is not None:
        patients.remember_payday(scene.session, scene.practice_id, person.id, fact.kind, fact.rule)


WRITERS: dict[type, Callable[..., None]] = {
    action.RequestPayment: _request_payment,
    action.ShowPage: _show_page,
    action.LookForPayment: _look_for_payment,
    action.ProposePlan: _propose_plan,
    action.AgreePlan: _agree_plan,
    action.OpenHold: _open_hold,
    action.FetchPerson: _fetch_person,
    action.ForgetNumber: _forget_number,
    action.Verified: _verified,
    action.IdentityFailed: _identity_failed,
    CheckVisitor: _check_visitor,
    action.CheckEnded: _check_ended,
    action.RememberPayday: _remember_payday,
    **CONTACT_WRITERS,
    **BILL_WRITERS,
    **PLAN_WRITERS,
}
