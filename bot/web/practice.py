"""The practice's settings: chosen, previewed on a phone, then saved as a new version."""

from collections.abc import Sequence
from datetime import datetime

from flask import Blueprint, flash, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue
from sqlalchemy.orm import Session

from bot.models import Practice, PracticeSettingsVersion
from bot.practice_settings import TONES, WEEK, PracticeSettings, from_body
from bot.store import audit, practices, versions
from bot.web.auth import admin_required, me
from bot.web.here import runtime
from bot.web.sample_texts import phones
from bot.web.settings_form import COUNTS, SUNDAY, Draft, read_form, typed_of
from bot.web.settings_words import Change, changes
from bot.web.staff_words import at, said

SAVED = "Saved. The next text already follows it."
CHANGED_MEANWHILE = "A colleague has saved other settings meanwhile. This is what would change now."
pages = Blueprint("practice", __name__, url_prefix="/practice")
History = tuple[tuple[int, str, str, tuple[Change, ...]], ...]


@pages.get("/settings")
@admin_required
def settings() -> ResponseReturnValue:
    return _page(None)


@pages.post("/settings/preview")
@admin_required
def preview() -> ResponseReturnValue:
    """A draft: nothing is saved yet."""
    draft = read_form(request.form, runtime().cadences)
    return _page(draft), 200 if draft.settings else 422


@pages.post("/settings")
@admin_required
def save() -> ResponseReturnValue:
    draft = read_form(request.form, runtime().cadences)
    if draft.settings is None:
        return _page(draft), 422
    practice_id, now = me().practice_id, runtime().clock.now()
    with runtime().database.transaction(practice_id) as rows:
        current = practices.settings_of(rows, practice_id)
        is_current = draft.typed["version"] == str(current.version)
        if is_current and changes(current, draft.settings):
            newer = practices.save_settings(rows, practice_id, draft.settings, me().name, now)
            _note(rows, "settings_saved", now, newer.version)
    if not is_current:
        flash(CHANGED_MEANWHILE)
        return _page(draft), 409
    flash(SAVED, "done")
    return redirect(url_for("practice.settings"), 303)


@pages.post("/pause")
@admin_required
def pause() -> ResponseReturnValue:
    """No reminder and no notice goes out; replies to patients still do."""
    _set_paused(runtime().clock.now(), "texts_paused")
    return redirect(url_for("practice.settings"), 303)


@pages.post("/resume")
@admin_required
def resume() -> ResponseReturnValue:
    _set_paused(None, "texts_resumed")
    return redirect(url_for("practice.settings"), 303)


def _page(draft: Draft | None) -> str:
    now = runtime().clock.now()
    with runtime().database.transaction(me().practice_id) as rows:
        practice = practices.get(rows, me().practice_id)
        current = practices.settings_of(rows, practice.id)
        saved = versions.newest_first(rows, practice.id)
    shown = (draft.settings if draft else None) or current
    typed = {**(draft.typed if draft else typed_of(current)), "version": str(current.version)}
    return render_template(
        "practice/settings.html",
        me=me(),
        practice=practice,
        typed=typed,
        problems=draft.problems if draft else {},
        is_draft=draft is not None and draft.settings is not None,
        differences=changes(current, shown),
        phones=phones(runtime(), practice, shown, now),
        cadences=_cadences(),
        history=_history(practice, saved, now),
        paused=at(practice.sending_paused_at, practice.timezone, now)
        if practice.sending_paused_at
        else "",
        choices={
            "tones": tuple((tone, said("tones", tone)) for tone in TONES),
            "week": tuple(enumerate(WEEK)),
            "counts": COUNTS,
        },
        sunday=SUNDAY,
    )


def _cadences() -> tuple[tuple[str, tuple[tuple[int, str], ...]], ...]:
    return tuple(
        (name, tuple((step.day, said("steps", step.key)) for step in cadence.steps))
        for name, cadence in runtime().cadences.items()
    )


def _history(practice: Practice, rows: Sequence[PracticeSettingsVersion], now: datetime) -> History:
    bodies = [from_body(row.body, row.version) for row in rows]
    before: list[PracticeSettings | None] = [*bodies[1:], None]
    return tuple(
        (
            row.version,
            row.saved_by,
            at(row.saved_at, practice.timezone, now),
            changes(older, newer) if older else (),
        )
        for row, newer, older in zip(rows, bodies, before, strict=True)
    )


def _set_paused(moment: datetime | None, action: str) -> None:
    now = runtime().clock.now()
    with runtime().database.transaction(me().practice_id) as rows:
        practices.pause_sending(rows, me().practice_id, moment)
        _note(rows, action, now)


def _note(rows: Session, action: str, now: datetime, version: int | None = None) -> None:
    actor, subject = f"staff:{me().staff_id}", f"practice:{me().practice_id}"
    audit.note(rows, me().practice_id, actor, action, subject, now, version=version)
