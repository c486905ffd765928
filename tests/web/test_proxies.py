"""Whom the limits count: the client behind our own proxies, and nobody's mere word for it."""

from collections.abc import Mapping
from dataclasses import replace

import pytest
from flask.testing import FlaskClient

from bot.runtime import Runtime
from bot.settings import BadSettings, load_settings
from bot.store import live
from bot.web.app import create_app
from bot.web.limits import SIGN_IN_BY_CLIENT

PROXY = {"REMOTE_ADDR": "10.0.0.9"}


def browsers(runtime: Runtime, proxies: int) -> FlaskClient:
    settings = replace(runtime.settings, trusted_proxies=proxies)
    app = create_app(replace(runtime, settings=settings))
    app.config.update(TESTING=True, WTF_CSRF_ENABLED=False)
    live.connection(runtime.settings.redis_url).flushdb()
    return app.test_client()


def tries(client: FlaskClient, forwarded: list[str]) -> list[int]:
    """Each at another account, so that only where it comes from can stop it."""
    return [
        client.post(
            "/staff/sign-in",
            data={"email": f"{number}@cedar.example", "password": "wrong"},
            headers={"X-Forwarded-For": told},
            environ_base=PROXY,
        ).status_code
        for number, told in enumerate(forwarded)
    ]


@pytest.fixture(autouse=True)
def few_tries(monkeypatch: pytest.MonkeyPatch) -> None:
    """As if most of them had been made."""
    monkeypatch.setattr(SIGN_IN_BY_CLIENT, "amount", 3)


def test_a_forged_header_evades_no_limit(runtime: Runtime) -> None:
    client = browsers(runtime, proxies=0)
    assert tries(client, [f"203.0.113.{n}" for n in range(5)]) == [422, 422, 422, 429, 429]


def test_behind_our_proxy_each_client_counts_alone(runtime: Runtime) -> None:
    client = browsers(runtime, proxies=1)
    assert tries(client, [f"203.0.113.{n}" for n in range(5)]) == [422] * 5
    assert tries(client, ["203.0.113.77"] * 5) == [422, 422, 422, 429, 429]


def test_what_a_client_wrote_into_it_itself_evades_no_limit(runtime: Runtime) -> None:
    client = browsers(runtime, proxies=1)
    forged = [f"198.51.100.{n}, 203.0.113.77" for n in range(5)]
    assert tries(client, forged) == [422, 422, 422, 429, 429]


def test_behind_two_the_outer_ones_word_counts(runtime: Runtime) -> None:
    client = browsers(runtime, proxies=2)
    chains = [f"198.51.100.{n}, 203.0.113.77, 10.0.0.8" for n in range(5)]
    assert tries(client, chains) == [422, 422, 422, 429, 429]


@pytest.mark.parametrize(("told", "count"), [({}, 0), ({"TRUSTED_PROXIES": "2"}, 2)])
def test_no_proxy_is_trusted_unless_told(
    runtime: Runtime, told: Mapping[str, str], count: int
) -> None:
    home = {"TENDER_HOME": str(runtime.settings.home)}
    assert load_settings({**home, **told}).trusted_proxies == count


@pytest.mark.parametrize("told", ["-1", "all", "10", "1.5"])
def test_a_count_nobody_can_read_is_named(runtime: Runtime, told: str) -> None:
    home = {"TENDER_HOME": str(runtime.settings.home)}
    with pytest.raises(BadSettings, match="TRUSTED_PROXIES"):
        load_settings({**home, "TRUSTED_PROXIES": told})
