"""Correct the assistant: what a text meant instead, what will be learned of it, and what became."""

from dataclasses import dataclass
from datetime import datetime

from flask import Blueprint, abort, flash, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue
from sqlalchemy.orm import Session

from bot.learnable import learnable
from bot.lessons import decided_by_law
from bot.models import Correction, Direction, Message, Practice
from bot.store import audit, conversations, corrections, inbox, messages, practices
from bot.store import staff as staff_store
from bot.web.auth import me, staff_required
from bot.web.corrections_view import as_row, corrections_view
from bot.web.here import runtime
from bot.web.staff_words import meaning_groups, meanings
from bot.web.thread_view import understood_words

MOST_MEANINGS = 3
MOST_LETTERS = 500
CHOOSE = "Please choose what the text meant."
TWICE = "The same meaning is chosen twice."
UNKNOWN = "This is no meaning we know. Please choose one from the list."
NO_WORDS = f"Please leave something to learn from, at most {MOST_LETTERS} letters."
LOOK_AGAIN = "Names or numbers were taken out of what you wrote. Please look at it and save again."
STANDS = "This text is corrected already. Withdraw that correction first."
LAWFUL = "Law or safety always takes these words to say: {said}. That cannot be corrected."
SAVED = "Thank you. The assistant learns this at its next training."
WITHDRAWN = "Withdrawn. The assistant will not learn it, or unlearns it at its next training."
pages = Blueprint("corrections", __name__, url_prefix="/staff")


@dataclass(frozen=True)
class Draft:
    """As it was sent; `problem` is empty when it may be saved."""

    intents: tuple[str, ...]
    words: str
    problem: str = ""


@pages.get("/corrections")
@staff_required
def everything() -> ResponseReturnValue:
    now = runtime().clock.now()
    with runtime().database.transaction(me().practice_id) as rows:
        practice = practices.get(rows, me().practice_id)
        view = corrections_view(rows, practice, now)
    return render_template("staff/corrections.html", me=me(), corrections=view)


@pages.get("/texts/<int:message_id>/meaning")
@staff_required
def meaning(message_id: int) -> ResponseReturnValue:
    return _page(message_id, None)


@pages.post("/texts/<int:message_id>/meaning")
@staff_required
def correct(message_id: int) -> ResponseReturnValue:
    now = runtime().clock.now()
    with runtime().database.transaction(me().practice_id) as rows:
        message = _found(rows, message_id)
        draft = _draft(_names(rows, message))
        saved = None if draft.problem else _save(rows, message, draft, now)
    if draft.problem:
        return _page(message_id, draft), 422
    flash(STANDS if saved is None else SAVED, "message" if saved is None else "done")
    return _back(message)


@pages.post("/corrections/<int:correction_id>/withdraw")
@staff_required
def withdraw(correction_id: int) -> ResponseReturnValue:
    now = runtime().clock.now()
    with runtime().database.transaction(me().practice_id) as rows:
        message_id = corrections.withdraw(rows, me().practice_id, correction_id, now)
        if message_id is None:
            abort(404)
        message = _found(rows, message_id)
        _note(rows, "correction_withdrawn", message, correction_id)
    flash(WITHDRAWN, "done")
    return _back(message)


def _save(rows: Session, message: Message, draft: Draft, now: datetime) -> int | None:
    saved = corrections.save(
        rows, me().practice_id, message.id, draft.words, draft.intents, me().staff_id, now
    )
    if saved is not None:
        _note(rows, "meaning_corrected", message, saved)
    return saved


def _page(message_id: int, draft: Draft | None) -> str:
    now = runtime().clock.now()
    with runtime().database.transaction(me().practice_id) as rows:
        message = _found(rows, message_id)
        practice = practices.get(rows, me().practice_id)
        standing = corrections.standing(rows, practice.id, [message.id]).get(message.id)
        shown = draft or Draft((), learnable(message.body, _names(rows, message))[:MOST_LETTERS])
        return render_template(
            "staff/meaning.html",
            me=me(),
            message=message,
            understood=understood_words(message),
            standing=_standing(rows, practice, standing, message),
            groups=meaning_groups(),
            draft=shown,
            places=range(MOST_MEANINGS),
            most=MOST_LETTERS,
            now=now,
        )


def _standing(
    rows: Session, practice: Practice, correction: Correction | None, message: Message
) -> object:
    if correction is None:
        return None
    names = staff_store.names(rows, practice.id)
    return as_row(correction, message, names, practice.timezone, runtime().clock.now())


def _draft(names: list[str]) -> Draft:
    chosen = tuple(name for name in request.form.getlist("meaning")[:MOST_MEANINGS] if name)
    typed = " ".join(request.form.get("words", "").split())
    words = learnable(typed, names)
    return Draft(chosen, words, _problem(chosen, typed, words))


def _problem(chosen: tuple[str, ...], typed: str, words: str) -> str:
    known = {name for group in meaning_groups().values() for name in group}
    lawful = decided_by_law(words, chosen)
    checks = (
        (not chosen, CHOOSE),
        (not set(chosen) <= known, UNKNOWN),
        (len(set(chosen)) < len(chosen), TWICE),
        (not any(letter.isalnum() for letter in words), NO_WORDS),
        (len(words) > MOST_LETTERS, NO_WORDS),
        (words != typed, LOOK_AGAIN),
        (lawful, LAWFUL.format(said=meanings(lawful))),
    )
    return next((problem for is_wrong, problem in checks if is_wrong), "")


def _names(rows: Session, message: Message) -> list[str]:
    """Whoever the text may speak of: everybody on the number, and the practice's people."""
    practice_id = message.practice_id
    found = conversations.get(rows, practice_id, message.conversation_id)
    people = inbox.on_numbers(rows, practice_id, [found.phone_key] if found else [])
    colleagues = staff_store.names(rows, practice_id).values()
    return [*(f"{each.first_name} {each.last_name}" for each in people), *colleagues]


def _found(rows: Session, message_id: int) -> Message:
    """A patient's text with words in it: nothing else has a meaning to correct."""
    message = messages.get(rows, me().practice_id, message_id)
    if message is None or message.direction != Direction.INBOUND or not message.body:
        abort(404)
    return message


def _note(rows: Session, action: str, message: Message, correction_id: int) -> None:
    audit.note(
        rows, me().practice_id, f"staff:{me().staff_id}", action,
        f"conversation:{message.conversation_id}", runtime().clock.now(),
        message=message.id, correction=correction_id,
    )  # fmt: skip


def _back(message: Message) -> ResponseReturnValue:
    path = url_for("staff.conversation", conversation_id=message.conversation_id)
    return redirect(f"{path}#m-{message.id}", 303)
