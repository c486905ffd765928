"""Staff sign in, stay for as long as they work, and see their own practice."""

import hashlib
from collections.abc import Callable
from dataclasses import dataclass
from datetime import timedelta
from functools import lru_cache, wraps
from typing import Any, cast

from flask import (
    Blueprint,
    abort,
    g,
    redirect,
    render_template,
    request,
    session,
    url_for,
)
from flask.typing import ResponseReturnValue
from werkzeug.security import check_password_hash, generate_password_hash

from bot.models import Staff
from bot.runtime import Runtime
from bot.store import practices
from bot.store import staff as staff_store
from bot.web import limits, tickets
from bot.web.here import runtime

IDLE = timedelta(minutes=30)
LINK_LIVES = timedelta(hours=24)
LEAST_LETTERS = 10
ADMIN = "admin"
pages = Blueprint("auth", __name__, url_prefix="/staff")
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


def staff_watching(view: View) -> View:
    """A page that asks by itself: looking on is no activity, or nobody would ever be idle."""
    return _guarded(view, "staff", stays_awake=False)


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


@pages.get("/sign-in")
def sign_in_page() -> ResponseReturnValue:
    return render_template("staff/sign_in.html", email="", problem="", next=_next())


@pages.post("/sign-in")
def sign_in() -> ResponseReturnValue:
    email = request.form.get("email", "").strip()
    if not _may_try(email):
        abort(429)
    person = _person(runtime(), email, request.form.get("password", ""))
    if person is None:
        problem = "That e-mail and password do not belong together."
        page = render_template("staff/sign_in.html", email=email, problem=problem, next=_next())
        return page, 422
    _enter(person)
    return redirect(_next() or url_for("staff.inbox"), 303)


@pages.post("/sign-out")
def sign_out() -> ResponseReturnValue:
    session.clear()
    return redirect(url_for("auth.sign_in_page"), 303)


@pages.get("/welcome/<ticket>")
def welcome(ticket: str) -> ResponseReturnValue:
    person = _invited(ticket)
    if person is None:
        return render_template("staff/link_used.html"), 404
    return render_template("staff/welcome.html", person=person, problem="", least=LEAST_LETTERS)


@pages.post("/welcome/<ticket>")
def choose_password(ticket: str) -> ResponseReturnValue:
    person = _invited(ticket)
    if person is None:
        return render_template("staff/link_used.html"), 404
    password = request.form.get("password", "")
    if len(password) < LEAST_LETTERS:
        problem = f"Please choose at least {LEAST_LETTERS} characters."
        page = render_template(
            "staff/welcome.html", person=person, problem=problem, least=LEAST_LETTERS
        )
        return page, 422
    with runtime().database.transaction(person.practice_id) as rows:
        found = staff_store.get(rows, person.practice_id, person.id)
        assert found is not None
        found.password_hash = generate_password_hash(password)
    _enter(person)
    return redirect(url_for("staff.inbox"), 303)


def _guarded(view: View, rule: str, *, stays_awake: bool) -> View:
    @wraps(view)
    def checked(*args: Any, **kwargs: Any) -> ResponseReturnValue:
        colleague = _colleague()
        if colleague is None:
            return _to_sign_in()
        if rule == ADMIN and not colleague.is_admin:
            abort(403)
        g.colleague = colleague
        if stays_awake:
            _see(colleague.practice_id, colleague.staff_id)
        return view(*args, **kwargs)

    checked.auth_rule = rule  # type: ignore[attr-defined]
    return checked


def _to_sign_in() -> ResponseReturnValue:
    here = request.full_path.rstrip("?") if request.method == "GET" else None
    return redirect(url_for("auth.sign_in_page", next=here), 303)


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


def _enter(person: Staff) -> None:
    session.clear()
    _see(person.practice_id, person.id)


def _see(practice_id: int, staff_id: int) -> None:
    session["seen"] = tickets.issue(runtime().settings, "seen", [practice_id, staff_id])


def _may_try(email: str) -> bool:
    redis_url = runtime().settings.redis_url
    client = request.remote_addr or ""
    digest = hashlib.sha256(email.lower().encode()).hexdigest()
    return limits.allows(redis_url, limits.SIGN_IN_BY_CLIENT, "sign-in", client) and limits.allows(
        redis_url, limits.SIGN_IN_BY_ADDRESS, "sign-in", digest
    )


def _person(runtime: Runtime, email: str, password: str) -> Staff | None:
    """As much work for an address nobody has as for one with a wrong password."""
    with runtime.database.directory() as rows:
        practice_ids = list(staff_store.practices_of(rows, email))
    people = [_of_practice(runtime, practice_id, email) for practice_id in practice_ids]
    known = [person for person in people if person is not None]
    right = [p for p in known if check_password_hash(p.password_hash or _nobodys(), password)]
    if not known:
        check_password_hash(_nobodys(), password)
    return next((person for person in right if person.password_hash), None)


def _of_practice(runtime: Runtime, practice_id: int, email: str) -> Staff | None:
    with runtime.database.transaction(practice_id) as rows:
        return staff_store.by_email(rows, practice_id, email)


@lru_cache(maxsize=1)
def _nobodys() -> str:
    return generate_password_hash("nobody's password")


def _invited(ticket: str) -> Staff | None:
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


def _next() -> str:
    """Only ever a page of ours."""
    wanted = request.values.get("next", "")
    return wanted if wanted.startswith(("/staff/", "/practice/")) else ""
