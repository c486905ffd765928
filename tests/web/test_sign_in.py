"""Signing in, staying signed in, and one-time links."""

from dataclasses import replace

from flask import Flask
from flask.testing import FlaskClient

from bot.models import Practice, Staff
from bot.runtime import Runtime
from bot.web.auth import make_sign_in_link
from bot.web.here import EXTENSION
from tests.web.conftest import PASSWORD
from tests.web.doing import sign_in


def test_a_right_password_opens_the_inbox(client: FlaskClient, maria: Staff) -> None:
    sign_in(client, maria)
    assert client.get("/staff/").status_code == 200


def test_a_wrong_password_and_an_unknown_address_read_the_same(
    client: FlaskClient, maria: Staff
) -> None:
    wrong, unknown = (
        client.post("/staff/sign-in", data={"email": email, "password": "wrong"})
        for email in (maria.email, "nobody@cedar.example")
    )
    assert (wrong.status_code, unknown.status_code) == (422, 422)
    for page in (wrong, unknown):
        assert "do not belong together" in page.text


def test_guessing_is_stopped_even_for_the_right_password(client: FlaskClient, maria: Staff) -> None:
    for _ in range(5):
        client.post("/staff/sign-in", data={"email": maria.email, "password": "wrong"})
    right = {"email": maria.email, "password": PASSWORD}
    assert client.post("/staff/sign-in", data=right).status_code == 429


def test_tries_before_a_success_are_forgotten(client: FlaskClient, maria: Staff) -> None:
    for _ in range(6):
        sign_in(client, maria)


def test_signing_in_works_while_redis_is_away(app: Flask, maria: Staff, runtime: Runtime) -> None:
    gone = replace(runtime.settings, redis_url="unix:///nowhere.sock")
    app.extensions[EXTENSION] = replace(runtime, settings=gone)
    sign_in(app.test_client(), maria)


def test_signing_out_ends_it(client: FlaskClient, maria: Staff) -> None:
    sign_in(client, maria).post("/staff/sign-out")
    assert client.get("/staff/").location.startswith("/staff/sign-in")


def test_a_sign_in_link_sets_a_password_once(
    client: FlaskClient, runtime: Runtime, practice: Practice, sam: Staff
) -> None:
    url = make_sign_in_link(runtime, practice.id, sam.id)
    path = url.removeprefix(runtime.settings.public_base_url)
    assert "Welcome, Sam" in client.get(path).text
    assert client.post(path, data={"password": "short"}).status_code == 422
    chosen = client.post(path, data={"password": "another plain phrase"})
    assert (chosen.status_code, chosen.location) == (303, "/staff/")
    assert client.get(path).status_code == 404
    assert client.post(path, data={"password": "a third plain phrase"}).status_code == 404


def test_a_forged_link_opens_nothing(client: FlaskClient, practice: Practice) -> None:
    assert client.get("/staff/welcome/WzEsMSwiIl0.forged").status_code == 404


def test_after_signing_in_one_goes_on_only_within_our_pages(
    client: FlaskClient, maria: Staff
) -> None:
    form = {"email": maria.email, "password": PASSWORD, "next": "https://elsewhere.example/"}
    assert client.post("/staff/sign-in", data=form).location == "/staff/"
