"""Signing in and out, and choosing a password by a link that works once."""

import hashlib
from functools import lru_cache

from flask import Blueprint, abort, redirect, render_template, request, session, url_for
from flask.typing import ResponseReturnValue
from werkzeug.security import check_password_hash, generate_password_hash

from bot.models import Staff
from bot.runtime import Runtime
from bot.store import staff as staff_store
from bot.web import limits
from bot.web.auth import enter, invited
from bot.web.here import runtime

LEAST_LETTERS = 10
pages = Blueprint("sign_in", __name__, url_prefix="/staff")


@pages.get("/sign-in")
def page() -> ResponseReturnValue:
    return render_template("staff/sign_in.html", email="", problem="", next=_next())


@pages.post("/sign-in")
def sign_in() -> ResponseReturnValue:
    email = request.form.get("email", "").strip()
    if not _may_try(email):
        abort(429)
    person = _person(runtime(), email, request.form.get("password", ""))
    if person is None:
        problem = "That e-mail and password do not belong together."
        again = render_template("staff/sign_in.html", email=email, problem=problem, next=_next())
        return again, 422
    limits.forget(runtime().settings.redis_url, limits.SIGN_IN_BY_ADDRESS, *_address(email))
    enter(person)
    return redirect(_next() or url_for("staff.inbox_page"), 303)


@pages.post("/sign-out")
def sign_out() -> ResponseReturnValue:
    session.clear()
    return redirect(url_for("sign_in.page"), 303)


@pages.get("/welcome/<ticket>")
def welcome(ticket: str) -> ResponseReturnValue:
    person = invited(ticket)
    if person is None:
        return render_template("staff/link_used.html"), 404
    return render_template("staff/welcome.html", person=person, problem="", least=LEAST_LETTERS)


@pages.post("/welcome/<ticket>")
def choose_password(ticket: str) -> ResponseReturnValue:
    person = invited(ticket)
    if person is None:
        return render_template("staff/link_used.html"), 404
    password = request.form.get("password", "")
    if len(password) < LEAST_LETTERS:
        problem = f"Please choose at least {LEAST_LETTERS} characters."
        again = render_template(
            "staff/welcome.html", person=person, problem=problem, least=LEAST_LETTERS
        )
        return again, 422
    with runtime().database.transaction(person.practice_id) as rows:
        found = staff_store.get(rows, person.practice_id, person.id)
        assert found is not None
        found.password_hash = generate_password_hash(password)
    enter(person)
    return redirect(url_for("staff.inbox_page"), 303)


def _may_try(email: str) -> bool:
    redis_url = runtime().settings.redis_url
    client = request.remote_addr or ""
    by_client = limits.allows(redis_url, limits.SIGN_IN_BY_CLIENT, "sign-in", client)
    return by_client and limits.allows(redis_url, limits.SIGN_IN_BY_ADDRESS, *_address(email))


def _address(email: str) -> tuple[str, str]:
    """Redis holds no address, only its hash."""
    return "sign-in", hashlib.sha256(email.lower().encode()).hexdigest()


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


def _next() -> str:
    """Only ever a page of ours."""
    wanted = request.values.get("next", "")
    return wanted if wanted.startswith(("/staff/", "/practice/")) else ""
