"""One conversation as it is read: texts of both sides, and what happened between them."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy.orm import Session

from bot.models import AuditEvent, Conversation, Correction, Direction, Message, Practice
from bot.rules.delivery import MessageStatus
from bot.rules.send_facts import TextKind
from bot.store import corrections, markers, messages
from bot.store import staff as staff_store
from bot.web.staff_words import at, is_told, meanings, said

ASSISTANT = "assistant"
A_CODE = "(A code for the web chat. It is the patient's alone.)"
TAKEN_BACK = "TakeBackHold"
SETTLED = {
    "received", MessageStatus.DELIVERED, MessageStatus.UNDELIVERED, MessageStatus.FAILED,
    MessageStatus.WITHHELD,
}  # fmt: skip
TROUBLED = {MessageStatus.UNDELIVERED, MessageStatus.FAILED, MessageStatus.UNKNOWN}


@dataclass(frozen=True)
class Item:
    """`kind`: patient, assistant, colleague, ghost (was not sent) or marker.

    `corrected`: what a colleague says it meant, and how far that has been learned.
    `settled`: nothing about it will change any more, so a watching page need not ask for it.
    """

    key: str
    kind: str
    label: str
    body: str
    state: str
    understood: str
    corrected: str
    settled: bool
    is_troubled: bool
    message_id: int
    at: datetime


def thread_view(
    session: Session,
    practice: Practice,
    conversation: Conversation,
    now: datetime,
    after_id: int = 0,
) -> tuple[Item, ...]:
    """`after_id`: only what came after that text; 0: all of it."""
    rows = messages.thread(session, practice.id, conversation.id)
    known = next((row for row in rows if row.id == after_id), None)
    since = known.created_at if known else None
    events = markers.of_conversation(session, practice.id, conversation.id, since)
    names = staff_store.names(session, practice.id)
    shown = [row for row in rows if row.id > after_id]
    known_better = corrections.standing(session, practice.id, [row.id for row in shown])
    texts = [_text(row, known_better.get(row.id), practice, now) for row in shown]
    told = [_marker(event, names) for event in _telling(events)]
    items = sorted((*told, *texts), key=lambda item: item.at)
    return tuple(
        item
        for item, before in zip(items, [None, *items], strict=False)
        if before is None or not _repeats(item, before)
    )


def _telling(events: Sequence[AuditEvent]) -> list[AuditEvent]:
    """What is taken back is added for the person who waits; nobody is asked for anew."""
    taken_back = {event.about.get("message") for event in events if event.action == TAKEN_BACK}
    return [
        event
        for event in events
        if is_told("markers", event.action)
        and not (event.action == "FetchPerson" and event.about.get("message") in taken_back)
    ]


def _repeats(item: Item, before: Item) -> bool:
    """One turn may note the same thing twice; it is read once."""
    return item.kind == before.kind == "marker" and item.body == before.body


def _text(row: Message, correction: Correction | None, practice: Practice, now: datetime) -> Item:
    return Item(
        key=f"m-{row.id}",
        kind=_kind(row),
        label=_label(row, practice, now),
        body=A_CODE if row.kind == TextKind.CODE else row.body or _pictures(row),
        state=_state(row, practice, now),
        understood=understood_words(row),
        corrected=_corrected(correction) if correction else "",
        settled=row.status in SETTLED,
        is_troubled=row.status in TROUBLED,
        message_id=row.id,
        at=row.created_at,
    )


def _kind(row: Message) -> str:
    if row.direction == Direction.INBOUND:
        return "patient"
    if row.status == MessageStatus.WITHHELD:
        return "ghost"
    return ASSISTANT if row.author == ASSISTANT else "colleague"


def _label(row: Message, practice: Practice, now: datetime) -> str:
    who = {"patient": "Patient", ASSISTANT: "Assistant"}.get(row.author, row.author)
    place = " (web)" if row.visit_id is not None else ""
    return f"{who}{place}, {at(row.created_at, practice.timezone, now)}"


def _state(row: Message, practice: Practice, now: datetime) -> str:
    """Delivery in words."""
    if row.direction == Direction.INBOUND:
        return ""
    moment = at(row.sent_at, practice.timezone, now) if row.sent_at else ""
    reason = row.reason or "no reason given"
    in_chat = f"web_{row.status}"
    is_web = row.visit_id is not None and is_told("statuses", in_chat)
    return said("statuses", in_chat if is_web else row.status, at=moment, reason=reason).strip()


def understood_words(row: Message) -> str:
    """What the text was taken to say, with how sure we were."""
    intents: Sequence[tuple[str, float]] = (row.understood or {}).get("intents", [])
    return ", ".join(f"{said('meanings', name)} ({sure:.0%})" for name, sure in intents)


def _corrected(correction: Correction) -> str:
    return f"{meanings(correction.intents)} ({said('corrections', correction.state).lower()})"


def _pictures(row: Message) -> str:
    return "(picture)" if row.media else "(empty text)"


def _marker(event: AuditEvent, names: Mapping[int, str]) -> Item:
    _, _, staff_id = event.actor.partition(":")
    who = names.get(int(staff_id), "A colleague") if staff_id.isdecimal() else "The assistant"
    return Item(
        key=f"e-{event.id}",
        kind="marker",
        label="",
        body=said("markers", event.action, who=who),
        state="",
        understood="",
        corrected="",
        settled=True,
        is_troubled=False,
        message_id=0,
        at=event.happened_at,
    )
