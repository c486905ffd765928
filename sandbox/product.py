"""The product's inner doors that scripts and clocks knock at."""

from __future__ import annotations

import time

import requests

from sandbox.settings import Settings
from sandbox.state import Doc
from sandbox.world import World

_PAUSE_SECONDS = 0.1


def tick(settings: Settings) -> int | None:
    """Runs the scheduler once; the HTTP status, None when the product is not there."""
    try:
        return (
            _session(settings).post(f"{settings.product_url}/internal/tick", timeout=60).status_code
        )
    except requests.RequestException:
        return None


def wait_until_idle(world: World, timeout_seconds: float) -> Doc:
    """Idle is: no webhook under way and no job due or running, twice in a row."""
    deadline = time.monotonic() + timeout_seconds
    quiet_looks = 0
    while True:
        look = _look(world)
        quiet_looks = quiet_looks + 1 if look["idle"] else 0
        if quiet_looks == 2 or time.monotonic() >= deadline:
            return {**look, "idle": quiet_looks == 2}
        time.sleep(_PAUSE_SECONDS)


def _look(world: World) -> Doc:
    # The courier is asked on both sides of the product: what one hands over the other has.
    before = world.courier.pending()
    work = _work(world.settings)
    after = world.courier.pending()
    is_quiet = before == after == 0 and work is not None and not any(work.values())
    return {"idle": is_quiet, "webhooks": after, "work": work}


def _work(settings: Settings) -> dict[str, int] | None:
    """{"due", "running"}; None when the product does not answer."""
    try:
        answer = _session(settings).get(f"{settings.product_url}/internal/work", timeout=10)
        found = answer.json() if answer.ok else None
    except requests.RequestException:
        return None
    return found and {name: int(found[name]) for name in ("due", "running")}


def _session(settings: Settings) -> requests.Session:
    session = requests.Session()
    session.trust_env = False
    session.headers["Authorization"] = f"Bearer {settings.internal_token}"
    session.headers["Connection"] = "close"
    return session
