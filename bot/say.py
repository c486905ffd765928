"""Says become one text, queued in its own transaction; the sending is a job of its own."""

from dataclasses import dataclass
from datetime import datetime

from sqlalchemy.orm import Session

from bot.action import Money, Person, Say, Schedule, ShowPage
from bot.clock import day_in
from bot.effects import Scene, write
from bot.gate import TELLS
from bot.models import Conversation, Direction, Message
from bot.rules.cards import Card
from bot.rules.send_facts import TextKind
from bot.runtime import Runtime
from bot.store import consents, messages, practices, queue
from bot.wording import Frame

KINDS = {
    "opted_out": TextKind.CONFIRMATION,
    "opted_out_loss": TextKind.CONFIRMATION,
    "help": TextKind.KEYWORD,
    "opted_in": TextKind.KEYWORD,
    "opted_in_unknown": TextKind.KEYWORD,
    "crisis": TextKind.CRISIS,
}


@dataclass(frozen=True)
class Speech:
    """What is to be said, of what kind, about whom and what, in answer to which text."""

    says: tuple[Say, ...]
    kind: TextKind
    person: Person | None = None
    statement_id: int | None = None
    answers_id: int | None = None
    link_token: str = ""
    visit_id: int | None = None


def answer(runtime: Runtime, scene: Scene, says: tuple[Say, ...], answers_id: int) -> None:
    """The reply of a turn; nothing when there is nothing to say."""
    if not says:
        return
    says = _private(scene, _once_each(says))
    speech = Speech(
        says=says,
        kind=_kind(scene, says),
        person=scene.context.person,
        answers_id=answers_id,
        link_token=scene.written.link_token,
        visit_id=scene.visit.id if scene.visit else None,
    )
    send_later(runtime, scene.session, queued(runtime, scene, speech))


def queued(runtime: Runtime, scene: Scene, speech: Speech) -> Message:
    return messages.queue(
        scene.session,
        drafted(runtime, scene.session, scene.conversation, speech, scene.context.now),
    )


def drafted(
    runtime: Runtime, session: Session, conversation: Conversation, speech: Speech, now: datetime
) -> Message:
    """The text as a row that is not stored yet. Never the very words of the last text again."""
    last = messages.last_text_to(session, conversation.practice_id, conversation.id)
    body = runtime.wording.render(
        speech.says, frame_of(runtime, session, conversation, speech, now), unlike=last
    )
    return Message(
        practice_id=conversation.practice_id,
        conversation_id=conversation.id,
        direction=Direction.OUTBOUND,
        kind=speech.kind,
        body=body,
        author="assistant",
        says=[*(each.key for each in speech.says), *([TELLS] if discloses(speech.says) else [])],
        media=[],
        patient_id=speech.person.id if speech.person else None,
        statement_id=speech.statement_id,
        answers_id=speech.answers_id,
        visit_id=speech.visit_id,
        status="queued",
        tries=0,
        looks=0,
        created_at=now,
    )


def send_later(runtime: Runtime, session: Session, message: Message) -> None:
    queue.defer(session, "send_text", practice_id=message.practice_id, message_id=message.id)


def discloses(says: tuple[Say, ...]) -> bool:
    """Whether it says an amount, a plan or a card: what only a known patient may read."""
    return any(
        isinstance(value, Money | Schedule | Card)
        for each in says
        for value in each.values.values()
    )


def frame_of(
    runtime: Runtime, session: Session, conversation: Conversation, speech: Speech, now: datetime
) -> Frame:
    practice = practices.get(session, conversation.practice_id)
    settings = practices.settings_of(session, practice.id)
    token = speech.link_token
    return Frame(
        language=conversation.language,
        tone=settings.tone,
        practice=practice.sender_name,
        phone=practice.phone,
        first_name=speech.person.first_name if speech.person else "",
        timezone=practice.timezone,
        today=day_in(practice.timezone, now),
        link=f"{runtime.settings.public_base_url}/p/{token}" if token else "",
    )


def _once_each(says: tuple[Say, ...]) -> tuple[Say, ...]:
    """Two wishes may lead to the very same words; they are said once."""
    return tuple(say for place, say in enumerate(says) if say not in says[:place])


def _private(scene: Scene, says: tuple[Say, ...]) -> tuple[Say, ...]:
    """Who has not accepted details in plain texts reads them on the page instead (R02).

    The web chat is no plain text: it is encrypted on its way.
    """
    person = scene.context.person
    if person is None or scene.visit is not None or not discloses(says):
        return says
    key = scene.conversation.phone_key
    agreed = consents.active(scene.session, scene.practice_id, person.id, key)
    if agreed is not None and agreed.unencrypted_ok:
        return says
    if not scene.written.link_token:
        write(scene, (ShowPage(),))
    return (Say("see_page"),)


def _kind(scene: Scene, says: tuple[Say, ...]) -> TextKind:
    """What the law wants said passes gates that an ordinary reply does not."""
    keys = {each.key for each in says}
    for key, kind in KINDS.items():
        if key in keys:
            return kind
    return TextKind.HANDOFF if scene.written.person_fetched else TextKind.REPLY
