"""One process tree: what dies is started again, what is stopped is gone."""

import os
import signal
import socket
import sys
import threading
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from click.testing import CliRunner

from bot.cli import tender
from bot.supervise import Part, PartFailed, Supervisor

FOREVER = (sys.executable, "-c", "import time; time.sleep(60)")


@pytest.fixture
def said() -> list[str]:
    return []


@pytest.fixture
def supervisor(said: list[str]) -> Iterator[Supervisor]:
    supervisor = Supervisor(said.append)
    yield supervisor
    supervisor.stop()


def part(tmp_path: Path, command: tuple[str, ...], ready_url: str | None = None) -> Part:
    return Part("clerk", command, {}, tmp_path / "clerk.log", ready_url)


def until(is_so: Callable[[], bool], seconds: float = 10.0) -> None:
    end = time.monotonic() + seconds
    while not is_so():
        assert time.monotonic() < end
        time.sleep(0.02)


def test_a_part_that_dies_is_started_again_and_said_so(
    supervisor: Supervisor, said: list[str], tmp_path: Path
) -> None:
    supervisor.start(part(tmp_path, FOREVER))
    first = supervisor.running[0].process.pid
    watching = threading.Thread(target=supervisor.watch)
    watching.start()
    os.kill(first, signal.SIGKILL)
    until(lambda: supervisor.running[0].process.pid != first)
    assert "clerk stopped (code -9); starting it again in 0.5 s" in said
    supervisor.stopping.set()
    watching.join()


def test_each_quick_death_is_waited_for_longer(
    supervisor: Supervisor, said: list[str], tmp_path: Path
) -> None:
    supervisor.start(part(tmp_path, (sys.executable, "-c", "raise SystemExit(3)")))
    watching = threading.Thread(target=supervisor.watch)
    watching.start()
    until(lambda: any("in 1.0 s" in line for line in said))
    supervisor.stopping.set()
    watching.join()


def test_stopping_ends_every_process(supervisor: Supervisor, tmp_path: Path) -> None:
    for _ in range(3):
        supervisor.start(part(tmp_path, FOREVER))
    supervisor.stop()
    assert all(each.process.poll() is not None for each in supervisor.running)


def test_a_part_that_stops_at_once_tells_its_last_words(
    supervisor: Supervisor, tmp_path: Path
) -> None:
    command = (sys.executable, "-c", "raise SystemExit('no such street')")
    supervisor.start(part(tmp_path, command, "http://127.0.0.1:9/healthz"))
    with pytest.raises(PartFailed, match="no such street"):
        supervisor.wait_ready("clerk")


def test_a_taken_port_is_one_sentence(tmp_path: Path) -> None:
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        port = taken.getsockname()[1]
        environ = {"TENDER_HOME": str(tmp_path)}
        result = CliRunner().invoke(tender, ["run", "--port", str(port)], env=environ)
    assert result.exit_code == 1
    assert f"Port {port} is taken" in result.output
    assert "Traceback" not in result.output


def test_a_broken_setting_is_told_with_all_others(tmp_path: Path) -> None:
    environ = {
        "TENDER_HOME": str(tmp_path),
        "TENDER_ENV": "staging",
        "WEB_THREADS": "many",
        "DATABASE_URL": "mysql://x",
    }
    result = CliRunner().invoke(tender, ["run"], env=environ)
    assert result.exit_code == 1
    for name in ("TENDER_ENV", "WEB_THREADS", "DATABASE_URL"):
        assert name in result.output


def test_production_wants_everything_named_at_once(tmp_path: Path) -> None:
    environ = {
        "TENDER_HOME": str(tmp_path),
        "TENDER_ENV": "production",
        "STRIPE_API_KEY": "sk_test_x",
    }
    result = CliRunner().invoke(tender, ["doctor"], env=environ)
    assert result.exit_code == 1
    for name in ("DATABASE_URL", "SECRET_KEY", "TWILIO_AUTH_TOKEN", "a test key"):
        assert name in result.output


def test_a_language_model_that_is_not_installed_is_one_sentence(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("NLU_PYTHON", str(tmp_path / "python"))
    environ = {"TENDER_HOME": str(tmp_path)}
    result = CliRunner().invoke(tender, ["run", "--port", "0", "--sandbox-port", "0"], env=environ)
    assert "run `make setup`" in result.output
