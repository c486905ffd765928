"""Who is signed in, and what only they may see."""

import hashlib
from collections.abc import Callable
from dataclasses import dataclass
from datetime import timedelta
from functools import wraps
from typing import Any, cast

from flask import abort, g, redirect, request, session, url_for
from flask.typing import ResponseReturnValue

from bot.models import Staff
from bot.runtime import Runtime
from bot.store import practices
from bot.store import staff as staff_store
from bot.web import tickets
from bot.web.here import runtime

IDLE = timedelta(minutes=30)
LINK_LIVES = timedelta(hours=24)
ADMIN = "admin"
View = Callable[..., ResponseReturnValue]


@dataclass(frozen=True)
class Colleague:
    """Whoever is signed in."""

    practice_id: int
    staff_id: int
    name: str
    role: str
    practice_name: str

    @property
    def is_admin(self) -> bool:
        return self.role == ADMIN


def me() -> Colleague:
    return cast(Colleague, g.colleague)


def staff_required(view: View) -> View:
    return _guarded(view, "staff", stays_awake=True)


def staff_watching(page: str, *kept: str) -> Callable[[View], View]:
    """What a page asks for by itself: looking on is no activity, or nobody would ever be idle.

    `page`, with what is `kept` of the address, is where to go back to after signing in.
    """
    return lambda view: _guarded(view, "staff", stays_awake=False, page=(page, kept))


def admin_required(view: View) -> View:
    return _guarded(view, ADMIN, stays_awake=True)


def make_sign_in_link(runtime: Runtime, practice_id: int, staff_id: int) -> str:
    """Works once and for 24 hours: it names the password it replaces."""
    with runtime.database.transaction(practice_id) as rows:
        person = staff_store.get(rows, practice_id, staff_id)
        if person is None:
            raise LookupError(f"practice {practice_id} has no staff {staff_id}")
        content = [practice_id, staff_id, _fingerprint(person.password_hash)]
    ticket = tickets.issue(runtime.settings, "welcome", content)
    return f"{runtime.settings.public_base_url}/staff/welcome/{ticket}"


def invited(ticket: str) -> Staff | None:
    content = tickets.read(runtime().settings, "welcome", ticket, LINK_LIVES)
    if content is None:
        return None
    practice_id, staff_id, fingerprint = content
    with runtime().database.transaction(practice_id) as rows:
        person = staff_store.get(rows, practice_id, staff_id)
    is_unused = person is not None and _fingerprint(person.password_hash) == fingerprint
    return person if is_unused else None


def _fingerprint(password_hash: str | None) -> str:
    return hashlib.sha256((password_hash or "").encode()).hexdigest()[:16]


def _guarded(
    view: View,
    rule: str,
    *,
    stays_awake: bool,
    page: tuple[str, tuple[str, ...]] | None = None,
) -> View:
    @wraps(view)
    def checked(*args: Any, **kwargs: Any) -> ResponseReturnValue:
        colleague = _colleague()
        if colleague is None:
            return _to_sign_in(_address(*page) if page else None)
        if rule == ADMIN and not colleague.is_admin:
            abort(403)
        g.colleague = colleague
        if stays_awake:
            _see(colleague.practice_id, colleague.staff_id)
        return view(*args, **kwargs)

    checked.auth_rule = rule  # type: ignore[attr-defined]
    return checked


def _address(page: str, kept: tuple[str, ...]) -> str:
    given = {**request.args, **(request.view_args or {})}
    return url_for(page, **{name: given[name] for name in kept if name in given})


def _to_sign_in(page: str | None) -> ResponseReturnValue:
    here = request.full_path.rstrip("?") if request.method == "GET" else None
    return redirect(url_for("sign_in.page", next=page or here), 303)


def _colleague() -> Colleague | None:
    """From the session, and still on the staff at this moment."""
    settings = runtime().settings
    seen = tickets.read(settings, "seen", session.get("seen", ""), IDLE)
    if seen is None:
        return None
    practice_id, staff_id = seen
    with runtime().database.transaction(practice_id) as rows:
        person = staff_store.get(rows, practice_id, staff_id)
        if person is None:
            return None
        name = practices.get(rows, practice_id).name
    return Colleague(practice_id, staff_id, person.name, person.role, name)


def enter(person: Staff) -> None:
    session.clear()
    _see(person.practice_id, person.id)


def _see(practice_id: int, staff_id: int) -> None:
    session["seen"] = tickets.issue(runtime().settings, "seen", [practice_id, staff_id])
