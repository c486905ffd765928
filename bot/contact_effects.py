"""What is written of how somebody is reached: wishes, texts they asked for, days they promised."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from bot.action import Context, Person
from bot.contact_facts import (
    AskText,
    CallOffPerson,
    KeepEmail,
    KeepWish,
    OptInNumber,
    OptOutNumber,
    SpeakLanguage,
    WithdrawPromise,
)
from bot.context import alone
from bot.rules.holds import HoldKind
from bot.store import asked_texts, handoffs, holds, patients

if TYPE_CHECKING:
    from bot.effects import Scene

WITHDRAWN = "the patient withdrew it"


def _opt_out(scene: Scene, fact: OptOutNumber) -> None:
    patients.opt_out(
        scene.session,
        scene.practice_id,
        scene.conversation.phone_key,
        fact.source,
        scene.context.now,
    )


def _opt_in(scene: Scene, fact: OptInNumber) -> None:
    patients.opt_in(
        scene.session, scene.practice_id, scene.conversation.phone_key, scene.context.now
    )


def _speak_language(scene: Scene, fact: SpeakLanguage) -> None:
    """From now on in this thread, and in any other with the same patient."""
    scene.conversation.language = fact.language
    known = alone(scene.context.person, scene.context.people)
    if known is not None:
        _tell(scene, known.id, "language", fact.language)


def _keep_wish(scene: Scene, fact: KeepWish) -> None:
    """Where nobody is verified, for everybody on the number: texting less harms no one."""
    for person in _concerned(scene.context):
        patients.keep_wish(scene.session, scene.practice_id, person.id, fact.wish)


def _ask_text(scene: Scene, fact: AskText) -> None:
    """Of several people on a number nobody is guessed: the hold alone stands."""
    person = alone(scene.context.person, scene.context.people)
    if person is None:
        return
    asked_texts.ask(
        scene.session,
        scene.practice_id,
        person.id,
        scene.context.now,
        conversation_id=scene.conversation.id,
        kind=fact.kind,
        due_at=fact.due_at,
        promised_on=fact.promised_on,
        cents=fact.cents,
        first_on=fact.first_on,
        first_cents=fact.first_cents,
        asked_in_id=scene.message_id,
    )


def _withdraw_promise(scene: Scene, fact: WithdrawPromise) -> None:
    session, now = scene.session, scene.context.now
    for person in _concerned(scene.context):
        asked_texts.end_open(session, scene.practice_id, person.id, WITHDRAWN, now)
        holds.release_kind(session, scene.practice_id, person.id, HoldKind.PROMISE, now)


def _call_off_person(scene: Scene, fact: CallOffPerson) -> None:
    handoffs.close(scene.session, scene.practice_id, scene.conversation.id, scene.context.now)


def _keep_email(scene: Scene, fact: KeepEmail) -> None:
    _tell(scene, scene.person_id, "email", fact.email)


def _tell(scene: Scene, patient_id: int, field: str, value: str) -> None:
    now = scene.context.now
    patients.tell(scene.session, scene.practice_id, patient_id, field, value, now)


def _concerned(context: Context) -> tuple[Person, ...]:
    return (context.person,) if context.person else context.people


CONTACT_WRITERS: dict[type, Callable[..., None]] = {
    OptOutNumber: _opt_out,
    OptInNumber: _opt_in,
    SpeakLanguage: _speak_language,
    KeepWish: _keep_wish,
    AskText: _ask_text,
    WithdrawPromise: _withdraw_promise,
    CallOffPerson: _call_off_person,
    KeepEmail: _keep_email,
}
