"""What the web chat shows: who said what, where the links are, and the words a button can say."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from bot.models import Direction, Message, Practice
from bot.visits import Look
from bot.web.page_words import Words

ASSISTANT = "assistant"
_LINK = re.compile(r"https?://[^\s<>\"']+[^\s<>\"'.,;:!?)]")


@dataclass(frozen=True)
class Part:
    """A piece of a message; `link` is empty for words."""

    text: str
    link: str = ""


@dataclass(frozen=True)
class Said:
    """`kind`: mine, assistant or person."""

    id: int
    kind: str
    who: str
    when: str
    parts: tuple[Part, ...]


@dataclass(frozen=True)
class ChatView:
    """`choices`: what a button sends, and what it is called."""

    items: tuple[Said, ...]
    choices: tuple[tuple[str, str], ...]
    is_answering: bool
    with_person: bool
    settled_id: int
    first_name: str


def chat_view(t: Words, practice: Practice, look: Look | None) -> ChatView:
    if look is None:
        hello = choices_in(t, t("chat_hello", practice=""))
        return ChatView((), hello, False, False, 0, "")
    return ChatView(
        items=tuple(_said(t, practice, row) for row in look.messages),
        choices=() if look.is_answering or look.with_person else _choices(t, look.messages),
        is_answering=look.is_answering,
        with_person=look.with_person,
        settled_id=look.settled_id,
        first_name=look.first_name,
    )


def choices_in(t: Words, text: str) -> tuple[tuple[str, str], ...]:
    """The words that a text asks for, in its order, each with what its button says."""
    labels: dict[str, str] = t.texts["chat_words"]
    asked = dict.fromkeys(re.findall(r"\b[A-Z]{3,}\b", text))
    return tuple((word, labels[word]) for word in asked if word in labels)


def _choices(t: Words, rows: Sequence[Message]) -> tuple[tuple[str, str], ...]:
    """Of our last words only, and not once they are answered."""
    if not rows or rows[-1].direction == Direction.INBOUND:
        return ()
    return choices_in(t, rows[-1].body)


def _said(t: Words, practice: Practice, row: Message) -> Said:
    kind = _kind(row)
    who = {"mine": t("chat_you"), ASSISTANT: t("chat_assistant")}.get(kind, row.author)
    moment = row.created_at if row.direction == Direction.INBOUND else row.sent_at or row.created_at
    body = row.body or t("chat_picture")
    parts = (Part(body),) if kind == "mine" else _parts(body)
    return Said(row.id, kind, who, t.moment(moment, practice.timezone), parts)


def _kind(row: Message) -> str:
    if row.direction == Direction.INBOUND:
        return "mine"
    return ASSISTANT if row.author == ASSISTANT else "person"


def _parts(text: str) -> tuple[Part, ...]:
    """Our own links can be followed; what a visitor wrote stays words."""
    parts, last = [], 0
    for found in _LINK.finditer(text):
        parts += [Part(text[last : found.start()]), Part(found[0], found[0])]
        last = found.end()
    return tuple(part for part in (*parts, Part(text[last:])) if part.text)
