"""What an outcome makes true, written in the turn's own transaction."""

from collections.abc import Callable
from dataclasses import dataclass

from sqlalchemy.orm import Session

from bot import action, contact_effects, contact_facts
from bot.action import Context, Fact
from bot.models import Conversation
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
)


@dataclass
class Written:
    """What became of the facts of one turn, for the words that follow."""

    link_token: str = ""
    person_fetched: bool = False


@dataclass(frozen=True)
class Scene:
    """Where a fact happens: the thread, the last text of the turn, and what was known."""

    session: Session
    conversation: Conversation
    context: Context
    message_id: int | None
    written: Written

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
        )
    return scene.written


def _request_payment(scene: Scene, fact: action.RequestPayment) -> None:
    plan = plans.active(scene.session, scene.practice_id, scene.person_id)
    saves_for = plan.id if plan and fact.saves_card else None
    _, token = payments.request_payment(
        scene.session,
        scene.practice_id,
        scene.person_id,
        fact.cents,
        scene.context.now,
        plan_id=saves_for,
    )
    scene.written.link_token = token


def _show_page(scene: Scene, fact: action.ShowPage) -> None:
    scene.written.link_token = payments.show_page(
        scene.session, scene.practice_id, scene.person_id, scene.context.now
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
    """Where nobody is verified, everybody on the number is spared: holding off harms no one."""
    known = scene.context.person
    for person in (known,) if known else scene.context.people:
        holds.open_hold(
            scene.session,
            scene.practice_id,
            person.id,
            fact.kind,
            scene.context.now,
            until=fact.until,
            statement_id=fact.statement_id,
            note=fact.note,
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
        asks=fact.asks,
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


def _opt_out(scene: Scene, fact: action.OptOutNumber) -> None:
    patients.opt_out(
        scene.session,
        scene.practice_id,
        scene.conversation.phone_key,
        fact.source,
        scene.context.now,
    )


def _opt_in(scene: Scene, fact: action.OptInNumber) -> None:
    patients.opt_in(
        scene.session, scene.practice_id, scene.conversation.phone_key, scene.context.now
    )


def _forget_number(scene: Scene, fact: action.ForgetNumber) -> None:
    conversation, now = scene.conversation, scene.context.now
    patients.suppress(
        scene.session, scene.practice_id, scene.context.people, conversation.phone_key, now
    )
    for person in scene.context.people:
        holds.open_hold(scene.session, scene.practice_id, person.id, HoldKind.WRONG_NUMBER, now)
    conversation.patient_id = None
    conversation.verified_at = None


def _verified(scene: Scene, fact: action.Verified) -> None:
    conversations.record_identity_check(
        scene.session, scene.practice_id, scene.conversation, fact.person_id, scene.context.now
    )


def _identity_failed(scene: Scene, fact: action.IdentityFailed) -> None:
    conversations.record_identity_check(
        scene.session, scene.practice_id, scene.conversation, None, scene.context.now
    )


def _remember_payday(scene: Scene, fact: action.RememberPayday) -> None:
    """Before the check, only where one person alone is reached on this number."""
    known, people = scene.context.person, scene.context.people
    person = known or (people[0] if len(people) == 1 else None)
    if person is not None:
        patients.remember_payday(scene.session, scene.practice_id, person.id, fact.kind, fact.rule)


def _speak_language(scene: Scene, fact: action.SpeakLanguage) -> None:
    """From now on in this thread, and in any other with the same patient."""
    scene.conversation.language = fact.language
    people = scene.context.people
    known = scene.context.person or (people[0] if len(people) == 1 else None)
    if known is not None:
        patient = patients.get(scene.session, scene.practice_id, known.id)
        patient.language = fact.language


def _keep_wish(scene: Scene, fact: contact_facts.KeepWish) -> None:
    contact_effects.keep_wish(scene.session, scene.context, fact.wish)


def _ask_text(scene: Scene, fact: contact_facts.AskText) -> None:
    contact_effects.ask_text(
        scene.session, scene.conversation, scene.context, scene.message_id, fact
    )


def _withdraw_promise(scene: Scene, fact: contact_facts.WithdrawPromise) -> None:
    contact_effects.withdraw_promise(scene.session, scene.context)


def _keep_email(scene: Scene, fact: contact_facts.KeepEmail) -> None:
    patients.get(scene.session, scene.practice_id, scene.person_id).email = fact.email


WRITERS: dict[type, Callable[..., None]] = {
    action.RequestPayment: _request_payment,
    action.ShowPage: _show_page,
    action.ProposePlan: _propose_plan,
    action.AgreePlan: _agree_plan,
    action.OpenHold: _open_hold,
    action.FetchPerson: _fetch_person,
    action.OptOutNumber: _opt_out,
    action.OptInNumber: _opt_in,
    action.ForgetNumber: _forget_number,
    action.Verified: _verified,
    action.IdentityFailed: _identity_failed,
    action.RememberPayday: _remember_payday,
    action.SpeakLanguage: _speak_language,
    contact_facts.KeepWish: _keep_wish,
    contact_facts.AskText: _ask_text,
    contact_facts.WithdrawPromise: _withdraw_promise,
    contact_facts.KeepEmail: _keep_email,
}
