"""What the web chat shows: who said what, where the links are, and the words a button can say."""

import re
from dataclasses import dataclass
from datetime import date, datetime

from bot.clock import day_in
from bot.models import Direction, Message, Practice
from bot.visits import Look
from bot.web.page_words import Words

ASSISTANT = "assistant"
OURS = "/p/"
_LINK = re.compile(r"https?://[^\s<>\"']+[^\s<>\"'.,;:!?)]")
_SENTENCE = re.compile(r" [A-Z\u00bf]")


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
    is_begun: bool


def chat_view(t: Words, practice: Practice, look: Look | None, now: datetime) -> ChatView:
    hello = choices_in(t, t("chat_hello", practice=""))
    if look is None:
        return ChatView((), hello, False, False, 0, "", False)
    today = day_in(practice.timezone, now)
    return ChatView(
        items=tuple(_said(t, practice, row, today) for row in look.messages),
        choices=_choices(t, look) if look.last else hello,
        is_answering=look.is_answering,
        with_person=look.with_person,
        settled_id=look.settled_id,
        first_name=look.first_name,
        is_begun=look.last is not None,
    )


def choices_in(t: Words, text: str) -> tuple[tuple[str, str], ...]:
    """The words that a text asks for, in its order, each with what its button says."""
    labels: dict[str, str] = t.texts["chat_words"]
    asked = dict.fromkeys(re.findall(r"\b[A-Z]{3,}\b", text))
    return tuple((word, labels[word]) for word in asked if word in labels)


def _choices(t: Words, look: Look) -> tuple[tuple[str, str], ...]:
    """Of our last words only, and not once they are answered."""
    last, is_busy = look.last, look.is_answering or look.with_person
    if last is None or is_busy or last.direction == Direction.INBOUND:
        return ()
    return _with_a_way_out(t, choices_in(t, last.body))


def _with_a_way_out(t: Words, choices: tuple[tuple[str, str], ...]) -> tuple[tuple[str, str], ...]:
    """A single answer is no choice: beside it stands a person."""
    person = t("chat_person")
    if len(choices) != 1 or choices[0][0] == person:
        return choices
    return (*choices, (person, t.texts["chat_words"][person]))


def _said(t: Words, practice: Practice, row: Message, today: date) -> Said:
    kind = _kind(row)
    who = {"mine": t("chat_you"), ASSISTANT: t("chat_assistant")}.get(kind, row.author)
    moment = row.created_at if row.direction == Direction.INBOUND else row.sent_at or row.created_at
    body = row.body or t("chat_picture")
    when = t.moment_since(moment, practice.timezone, today)
    return Said(row.id, kind, who, when, (Part(body),) if kind == "mine" else _parts(t, body))


def _kind(row: Message) -> str:
    if row.direction == Direction.INBOUND:
        return "mine"
    return ASSISTANT if row.author == ASSISTANT else "person"


def _parts(t: Words, text: str) -> tuple[Part, ...]:
    """Our own words' links can be followed; what a visitor wrote stays words."""
    parts, last = [], 0
    for found in _LINK.finditer(text):
        address, is_ours = found[0], OURS in found[0]
        parts += [Part(text[last : found.start()])]
        parts += [Part(t("chat_page") if is_ours else address, address)]
        last = found.end()
        if is_ours and _SENTENCE.match(text, last):
            parts += [Part(".")]  # a name ends its sentence; an address could not
    return tuple(part for part in (*parts, Part(text[last:])) if part.text)
