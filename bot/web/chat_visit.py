"""Whose browser it is: a signed note in its cookie, one for each practice it has chatted with."""

import secrets
from datetime import timedelta

from flask import abort, request, session

from bot import visits
from bot.models import Practice
from bot.models.crypto import blind_index
from bot.store import practices
from bot.visits import Browser
from bot.web import tickets
from bot.web.here import runtime
from bot.web.visit import Visit

LIVES = timedelta(days=3)  # a person's answer may come after a weekend
KEY_BYTES = 16


def practice_of(slug: str) -> Practice:
    with runtime().database.directory() as rows:
        practice = practices.by_slug(rows, slug)
    if practice is None:
        abort(404)
    return practice


def browser(practice: Practice, language: str) -> Browser:
    """A new key where there is none yet; in the database it begins with the first message."""
    return Browser(_known_key(practice) or fresh_key(practice), client_key(), language)


def fresh_key(practice: Practice) -> str:
    key = secrets.token_urlsafe(KEY_BYTES)
    ticket = tickets.issue(runtime().settings, "chat", [practice.id, key])
    session[_name(practice)] = ticket
    return key


def begin_with_link(here: Visit) -> None:
    """From the page of a link: asked again, the same chat goes on."""
    practice, patient, checked = here.practice, here.patient, here.is_checked
    known = _known_key(practice)
    if known and visits.is_of(runtime(), practice.id, known, patient.id, checked):
        return
    fresh = Browser(fresh_key(practice), client_key(), patient.language)
    visits.begin_with_link(runtime(), practice.id, fresh, patient.id, checked)


def forget(practice: Practice) -> None:
    session.pop(_name(practice), None)


def client_key() -> str:
    return blind_index(f"client {request.remote_addr or ''}")


def _known_key(practice: Practice) -> str | None:
    """Only of this very practice: the note names it."""
    ticket = session.get(_name(practice), "")
    content = tickets.read(runtime().settings, "chat", ticket, LIVES)
    return str(content[1]) if content and content[0] == practice.id else None


def _name(practice: Practice) -> str:
    return f"chat-{practice.id}"
