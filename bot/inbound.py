"""One inbound text: accepted in one transaction, answered in another, nothing lost between."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime, timedelta

from sqlalchemy.orm import Session

from bot import engine, resuming
from bot.action import Context, IdentityFailed, Outcome, Verified
from bot.clock import day_in
from bot.contact_facts import KeepWish
from bot.context import bill_for, context_of, has_lapsed
from bot.effects import Scene, Written, write
from bot.guards import Guarded, Sensitive, guard, guard_all, unmarked
from bot.hearing import heard_by
from bot.models import Conversation, Message, Practice
from bot.redaction import MARKS
from bot.remembering import remembered
from bot.rules.states import State
from bot.runtime import Runtime
from bot.say import answer
from bot.store import conversations, doors, messages, patients, practices, queue, visits
from bot.taking import claim, noted, take
from bot.visitor import CheckVisitor
from bot.waking import reopen, wake
from bot.weighing import weighed
from bot.wishing import WISH, without_limited_stop
from nlu.mending import mended
from nlu.understanding import Understanding

JUST_BEFORE = timedelta(minutes=15)  # a card number may come in pieces,
PIECES_BEFORE = 3  # four digits a text
WHO_THEY_ARE = (Verified, IdentityFailed, CheckVisitor)


@dataclass(frozen=True)
class InboundText:
    """As the carrier handed it over; `media` lists content type and address of each picture."""

    sid: str
    sender: str
    body: str
    media: tuple[dict[str, str], ...] = ()


def accept(runtime: Runtime, practice_id: int, text: InboundText) -> bool:
    """Stores the text and defers its turn, in one transaction. False: it had come before.

    Card numbers are gone before anything is stored, also one split over several texts (I10).
    """
    now = runtime.clock.now()
    with runtime.database.transaction(practice_id) as session:
        conversation = _conversation(session, practice_id, text.sender, now)
        return keep(runtime, session, conversation, text, now)


def keep(
    runtime: Runtime,
    session: Session,
    conversation: Conversation,
    text: InboundText,
    now: datetime,
    visit_id: int | None = None,
) -> bool:
    practice_id = conversation.practice_id
    before = messages.last_inbound(
        session, practice_id, conversation.id, now - JUST_BEFORE, PIECES_BEFORE
    )
    guarded = _guarded(text.body, before)
    message_id = messages.receive(
        session, practice_id, conversation.id, guarded.text, list(text.media), text.sid, now,
        visit_id,
    )  # fmt: skip
    messages.note_redacted(session, practice_id, message_id, sorted(guarded.redacted))
    if message_id is None:
        return False
    _defer_turn(runtime, session, conversation, guarded)
    return True


def take_turn(runtime: Runtime, practice_id: int, conversation_id: int) -> None:
    """Answers what is unanswered. Run twice, the second run finds nothing to do."""
    understood: tuple[tuple[int, ...], Understanding] | None = None
    while True:
        heard = _listen(runtime, practice_id, conversation_id)
        if heard is None:
            return
        own = unmarked(heard.text)
        understanding = heard_by(runtime.ear, own, heard.today, heard.open_question)
        understood = (heard.ids, understanding)
        if _answer(runtime, practice_id, conversation_id, *understood):
            return


def _guarded(body: str, before: list[Message]) -> Guarded:
    """A card number begun in a text before is taken out of every text that holds a piece."""
    for first in range(len(before) - 1, -1, -1):
        guarded = guard(body, "\n".join(row.body for row in before[first:]))
        if guarded.redacted_previous is not None:
            before[first].body = guarded.redacted_previous
            for row in before[first + 1 :]:
                row.body = MARKS[Sensitive.CARD]
            return guarded
    return guard(body, before[-1].body if before else None)


@dataclass(frozen=True)
class _Heard:
    ids: tuple[int, ...]
    text: str
    today: date
    open_question: str | None


def _conversation(session: Session, practice_id: int, phone: str, now: datetime) -> Conversation:
    people = patients.on_number(session, practice_id, phone)
    language = "en"
    if people:
        language = patients.get(session, practice_id, people[0].id).language
    return conversations.of_number(session, practice_id, phone, language, now)


def _defer_turn(
    runtime: Runtime, session: Session, conversation: Conversation, guarded: Guarded
) -> None:
    """Two quick texts are one thought; the law's keywords do not wait."""
    wait = 0.0 if _is_law(guarded) else runtime.settings.settle_seconds
    queue.defer(
        session,
        "take_turn",
        at=datetime.now(UTC) + timedelta(seconds=wait) if wait else None,
        practice_id=conversation.practice_id,
        conversation_id=conversation.id,
    )


def _is_law(guarded: Guarded) -> bool:
    """Carrier keywords and danger are answered without waiting for a second text."""
    return guarded.answered_by_carrier or guarded.is_opt_out or guarded.is_crisis


def _listen(runtime: Runtime, practice_id: int, conversation_id: int) -> _Heard | None:
    """What is unanswered and has settled; None: nothing, or a newer text's own turn takes all."""
    now = runtime.clock.now()
    with runtime.database.transaction(practice_id) as session:
        rows = messages.unanswered(session, practice_id, conversation_id)
        if not rows or _unsettled(runtime, rows, now):
            return None
        conversation = conversations.lock(session, practice_id, conversation_id)
        doors.go_through(conversation, rows[0].visit_id)
        zone = practices.get(session, practice_id).timezone
        question = conversations.memory_of(conversation).question
    return _Heard(
        ids=tuple(row.id for row in rows),
        text=_in_one(rows),
        today=day_in(zone, now),
        open_question=question.name if question else None,
    )


def _unsettled(runtime: Runtime, rows: Sequence[Message], now: datetime) -> bool:
    """The newest has not stood long enough, and none of them is the law's."""
    if any(_is_law(guard(row.body)) for row in rows):
        return False
    return now - rows[-1].created_at < timedelta(seconds=runtime.settings.settle_seconds * 0.9)


def _in_one(rows: Sequence[Message]) -> str:
    return "\n".join(mended([row.body for row in rows]))


def _answer(
    runtime: Runtime,
    practice_id: int,
    conversation_id: int,
    ids: tuple[int, ...],
    understanding: Understanding,
) -> bool:
    """The turn's one transaction. False: another text came meanwhile; listen again."""
    now = runtime.clock.now()
    with runtime.database.transaction(practice_id) as session:
        conversation = conversations.lock(session, practice_id, conversation_id)
        rows = messages.unanswered(session, practice_id, conversation_id)
        if not rows:
            return True
        if tuple(row.id for row in rows) != ids:
            return False
        _converse(runtime, session, conversation, list(rows), understanding, now)
    return True


def _converse(
    runtime: Runtime,
    session: Session,
    conversation: Conversation,
    rows: list[Message],
    understanding: Understanding,
    now: datetime,
) -> None:
    bodies = mended([row.body for row in rows])
    guarded = weighed(guard_all(bodies), bodies, understanding)
    zone = practices.get(session, conversation.practice_id).timezone
    guarded = without_limited_stop(guarded, bodies, day_in(zone, now))
    guarded = replace(guarded, redacted=_redacted(rows))
    wake(session, conversation, guarded.text, understanding, now)
    visit_id = rows[-1].visit_id
    doors.go_through(conversation, visit_id)
    visit = visits.get(session, conversation.practice_id, visit_id) if visit_id else None
    context = replace(
        context_of(session, conversation, guarded.text, understanding, now, visit),
        has_media=any(row.media for row in rows),
    )
    take(rows, understanding, context.person, now)
    if has_lapsed(conversation, context, now):
        conversation.verified_at = None  # this text's activity must not bring it back
    conversation.last_inbound_at = now
    if State(conversation.state) is State.STAFF and not engine.must_speak(guarded):
        _keep_in_silence(runtime, session, conversation, context, rows[-1].id)
        return
    outcome = engine.take_turn(runtime.registry, context, guarded)
    if any(isinstance(fact, WHO_THEY_ARE) for fact in outcome.facts):
        rows[-1].understood = {**noted(understanding), "intents": []}  # it said who they are
    scene = Scene(session, conversation, context, rows[-1].id, Written(), visit)
    outcome, scene = _resumed(runtime, scene, outcome)
    if scene.context.person is not None and context.person is None:
        claim(session, scene.conversation, visit_id, scene.context.person, now)
    conversations.keep_memory(
        scene.conversation, remembered(scene.context.memory, outcome, scene.context)
    )
    answer(runtime, scene, outcome.says, rows[-1].id)


def _keep_in_silence(
    runtime: Runtime, session: Session, conversation: Conversation, context: Context, last_id: int
) -> None:
    """A colleague answers; how somebody wants to be texted is kept all the same."""
    if context.understanding.main != WISH:
        return
    outcome = runtime.registry[WISH].respond(context)
    wished = tuple(fact for fact in outcome.facts if isinstance(fact, KeepWish))
    write(Scene(session, conversation, context, last_id, Written()), wished)


def _redacted(rows: list[Message]) -> frozenset[Sensitive]:
    """What was taken out of these texts before they were stored."""
    kinds = (kind for row in rows for kind in (row.understood or {}).get("redacted", []))
    return frozenset(Sensitive(kind) for kind in kinds)


def _resumed(runtime: Runtime, scene: Scene, outcome: Outcome) -> tuple[Outcome, Scene]:
    """Facts are written; and once we know who it is, what they had asked for is done as well."""
    write(scene, outcome.facts)
    verified = next((fact for fact in outcome.facts if isinstance(fact, Verified)), None)
    if verified is None:
        return outcome, scene
    scene = _joined(scene, verified)
    scene = replace(scene, context=_as_verified(scene, verified))
    if State(scene.conversation.state) is State.STAFF:
        return replace(outcome, wishes=()), scene  # a colleague has that thread: theirs to answer
    later = resuming.resume(runtime.registry, scene.context, outcome.wishes)
    write(scene, later.facts)
    return replace(outcome, wishes=()).then(later), scene


def _joined(scene: Scene, verified: Verified) -> Scene:
    """A stranger who is known now goes on in the patient's own thread, where it had stopped."""
    visit = scene.visit
    if visit is None or visit.patient_id is not None:
        return scene
    patient = patients.get(scene.session, scene.practice_id, verified.person_id)
    visit.patient_id, now = patient.id, scene.context.now
    theirs = visits.join(scene.session, visit, scene.conversation, patient, now)
    reopen(theirs, now)
    theirs.last_inbound_at = now
    doors.go_through(theirs, visit.id)
    memory = conversations.introduced(conversations.memory_of(theirs))
    return replace(scene, conversation=theirs, context=replace(scene.context, memory=memory))


def _as_verified(scene: Scene, verified: Verified) -> Context:
    context = scene.context
    person = next(p for p in context.people if p.id == verified.person_id)
    practice = practices.get(scene.session, scene.practice_id)
    bill = bill_for(scene.session, practice, person, context.now)
    visitor = context.visitor and replace(context.visitor, is_stranger=False)
    return replace(context, person=person, bill=bill, visitor=visitor)


def practice_of(runtime: Runtime, number: str) -> Practice | None:
    with runtime.database.directory() as session:
        return practices.by_number(session, number)
