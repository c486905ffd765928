"""Who may open what: every route says so, and other practices see nothing."""

import pytest
from flask import Flask
from flask.testing import FlaskClient

from bot.models import Practice, Staff
from bot.runtime import Runtime
from tests.web.doing import hear, link, sign_in

PUBLIC = {
    "static",
    "health.alive", "health.ready", "health.metrics",
    "sign_in.page", "sign_in.sign_in", "sign_in.sign_out",
    "sign_in.welcome", "sign_in.choose_password",
    "patient.show", "patient.check", "patient.pay", "patient.fresh", "patient.receipts",
    "patient.done", "patient.ask",
    "plan_pages.look", "plan_pages.agree", "statement_page.show", "statement_page.check",
    "paper_pages.statement", "paper_pages.receipts",
    "chat.page", "chat.write", "chat.since", "chat.close",
}  # fmt: skip
SIGNED = ("twilio.", "stripe.", "internal.")
SETTINGS_PAGES = (
    ("GET", "/practice/settings"),
    ("POST", "/practice/settings"),
    ("POST", "/practice/settings/preview"),
    ("POST", "/practice/pause"),
    ("POST", "/practice/resume"),
)


def test_every_route_has_a_rule_or_is_on_the_public_list(app: Flask) -> None:
    unguarded = {
        name
        for name, view in app.view_functions.items()
        if not hasattr(view, "auth_rule") and not name.startswith(SIGNED)
    }
    assert unguarded == PUBLIC


def test_no_guarded_page_opens_without_signing_in(client: FlaskClient, app: Flask) -> None:
    guarded = [
        rule
        for rule in app.url_map.iter_rules()
        if hasattr(app.view_functions[rule.endpoint], "auth_rule")
    ]
    assert len(guarded) > 10
    for rule in guarded:
        path = rule.rule
        for argument in rule.arguments:
            path = path.replace(f"<int:{argument}>", "1")
        method = "GET" if "GET" in (rule.methods or ()) else "POST"
        answer = client.open(path, method=method)
        assert answer.status_code == 303, path
        assert answer.location.startswith("/staff/sign-in"), path


@pytest.mark.parametrize(("method", "path"), SETTINGS_PAGES)
def test_settings_need_an_admin(client: FlaskClient, sam: Staff, method: str, path: str) -> None:
    assert sign_in(client, sam).open(path, method=method).status_code == 403


def test_staff_of_one_practice_see_nothing_of_another(
    client: FlaskClient, runtime: Runtime, maria: Staff, maple: Practice
) -> None:
    theirs = hear(runtime, maple.id, "hello", "SM1", "+15125550109")
    sign_in(client, maria)
    path = f"/staff/conversations/{theirs}"
    assert client.get(path).status_code == 404
    assert client.get(f"{path}/since/0").status_code == 404
    for action in ("take-over", "reply", "return", "resolve", "holds/1/release"):
        form = {"body": "hello", "reason": "x"}
        assert client.post(f"{path}/{action}", data=form).status_code == 404
    for tab in ("needs", "mine", "all"):
        assert "Charlie" not in client.get(f"/staff/?tab={tab}").text


def test_forms_without_their_token_are_refused(
    app: Flask, runtime: Runtime, practice: Practice, alice: int
) -> None:
    app.config["WTF_CSRF_ENABLED"] = True
    path = link(runtime, practice.id, alice)
    posts = [
        rule.rule.replace("<token>", path.removeprefix("/p/"))
        for rule in app.url_map.iter_rules()
        if "POST" in (rule.methods or ()) and not rule.endpoint.startswith(SIGNED)
    ]
    assert len(posts) > 10
    client = app.test_client()
    for address in posts:
        full = address
        for argument in ("conversation_id", "message_id", "hold_id", "correction_id", "patient_id"):
            full = full.replace(f"<int:{argument}>", "1")
        answer = client.post(full.replace("<ticket>", "x"))
        assert answer.status_code == 400, full
        assert "open for too long" in answer.text


def test_webhooks_need_their_signature_instead_of_a_token(app: Flask) -> None:
    app.config["WTF_CSRF_ENABLED"] = True
    client = app.test_client()
    assert client.post("/twilio/sms", data={"From": "x"}).status_code == 403
    assert client.post("/stripe/events", data=b"{}").status_code == 403


def test_every_page_forbids_framing_and_inline_code(
    client: FlaskClient, practice: Practice
) -> None:
    answer = client.get("/staff/sign-in")
    policy = answer.headers["Content-Security-Policy"]
    assert "frame-ancestors 'none'" in policy
    assert "unsafe-inline" not in policy
    assert answer.headers["Referrer-Policy"] == "no-referrer"
    assert answer.headers["Cache-Control"] == "no-store"
    assert "<style" not in answer.text
    assert " style=" not in answer.text


def test_the_session_cookie_is_kept_from_scripts(client: FlaskClient, maria: Staff) -> None:
    answer = client.post(
        "/staff/sign-in", data={"email": maria.email, "password": "a few plain words"}
    )
    cookie = answer.headers["Set-Cookie"]
    assert "HttpOnly" in cookie
    assert "SameSite=Lax" in cookie
