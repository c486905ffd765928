"""The whole product on free ports of this machine, and the levers that its sandbox offers."""

import os
import signal
import subprocess
import sys
import time
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Literal

import psycopg
import requests
from dotenv import dotenv_values

from benchmarks.homes import ROOT
from benchmarks.processes import descendants
from bot.embedded import free_port

READY = "Tender is running"
START_SECONDS = 420.0  # a first start may train the language model
STOP_SECONDS = 45.0
OWN_SETTINGS = ("DATABASE_URL", "REDIS_URL", "NLU_URL", "PUBLIC_BASE_URL", "TENDER_ENV")

Text = dict[str, Any]


class NotRunning(Exception):
    """One sentence with the product's last words."""


class NotIdle(Exception):
    """Work was still waiting when patience ended."""


@dataclass(frozen=True)
class Product:
    """A running product; `pid` is 0 when somebody else started it."""

    home: Path
    web_url: str
    sandbox_url: str
    pid: int = 0
    ready_seconds: float = 0.0

    @property
    def record(self) -> Path:
        """Every call that the product made to the vendors, as the sandbox wrote it down."""
        return self.home / "vendors.jsonl"

    def text(self, sender: str, to: str, body: str) -> str:
        """A patient writes; the text's sid."""
        asked = {"from": sender, "to": to, "body": body}
        return str(self._sandbox("POST", "/_sandbox/sms", asked)["sid"])

    def handset(self, number: str) -> list[Text]:
        """Both ways, oldest first."""
        return list(self._sandbox("GET", f"/_sandbox/handset/{number}"))

    def idle(self, seconds: float = 30.0) -> None:
        """Returns when no webhook is in flight and no due job is left. Raises NotIdle."""
        answer = requests.get(
            f"{self.sandbox_url}/_sandbox/idle", params={"timeout": seconds}, timeout=seconds + 30
        )
        if answer.status_code != 200:
            raise NotIdle(answer.text)

    def move_clock(self, how: Literal["advance", "set"], to: str) -> None:
        """ "advance" by "3d" or "2h", or "set" to an ISO moment; what falls due is queued."""
        self._sandbox("POST", "/_sandbox/clock", {how: to})

    def now(self) -> str:
        """The product's moment, ISO, UTC."""
        return str(self._sandbox("GET", "/_sandbox/clock")["now"])

    def pay(self, session_id: str, outcome: str = "paid") -> Text:
        return dict(self._sandbox("POST", f"/_sandbox/pay/{session_id}", {"outcome": outcome}))

    def deliveries(self) -> list[Text]:
        """The last webhooks: url, subject (the text's sid), attempts, status."""
        return list(self._sandbox("GET", "/_sandbox/deliveries"))

    def secret(self, name: str) -> str:
        """From the environment, or as the sandbox keeps it in the state folder."""
        kept = dotenv_values(self.home / "secrets.env").get(name)
        return os.environ.get(name) or kept or ""

    def rows(self, sql: str, *values: object) -> list[tuple[Any, ...]]:
        """Read as the database's owner, across practices."""
        url = os.environ.get("DATABASE_URL") or (self.home / "postgres.url").read_text()
        with psycopg.connect(url) as connection:
            return list(connection.execute(sql, values).fetchall())

    def command(self, *arguments: str) -> str:
        """`tender ...` beside the running product; what it printed."""
        done = subprocess.run(
            [sys.executable, "-m", "server", *arguments],
            cwd=ROOT, env=_environment(self.home, {}), capture_output=True, text=True, timeout=300,
        )  # fmt: skip
        if done.returncode:
            raise NotRunning(f"tender {arguments[0]}: {done.stdout[-600:]} {done.stderr[-600:]}")
        return done.stdout

    def _sandbox(self, method: str, path: str, asked: object = None) -> Any:
        answer = requests.request(method, f"{self.sandbox_url}{path}", json=asked, timeout=90)
        answer.raise_for_status()
        return answer.json()


def stop_politely_when_told() -> None:
    """SIGTERM ends this program like Ctrl-C does: what it started is stopped and cleared away."""
    signal.signal(signal.SIGTERM, lambda *_: sys.exit(143))


@contextmanager
def running(home: Path, settings: Mapping[str, str] | None = None) -> Iterator[Product]:
    """Started as a newcomer does, stopped by SIGTERM whatever happens. Raises NotRunning."""
    web, sandbox = free_port(), free_port()
    log = home / "run.log"
    command = [sys.executable, "-m", "server", "run", "--port", str(web)]
    began = time.monotonic()
    with log.open("w") as out:
        process = subprocess.Popen(
            [*command, "--sandbox-port", str(sandbox)],
            cwd=ROOT, env=_environment(home, settings or {}), stdout=out, stderr=out,
        )  # fmt: skip
    try:
        _wait_ready(process, log, began + START_SECONDS)
        yield Product(
            home=home,
            web_url=f"http://127.0.0.1:{web}",
            sandbox_url=f"http://127.0.0.1:{sandbox}",
            pid=process.pid,
            ready_seconds=time.monotonic() - began,
        )
    finally:
        _stop(process)


def _environment(home: Path, settings: Mapping[str, str]) -> dict[str, str]:
    kept = {name: value for name, value in os.environ.items() if name not in OWN_SETTINGS}
    return {**kept, "PYTHONUNBUFFERED": "1", "TENDER_HOME": str(home),
            "SANDBOX_RECORD": str(home / "vendors.jsonl"), **settings}  # fmt: skip


def _wait_ready(process: subprocess.Popen[bytes], log: Path, until: float) -> None:
    while READY not in (said := log.read_text(errors="replace")):
        if process.poll() is not None or time.monotonic() > until:
            raise NotRunning(f"the product did not start: {said[-600:]}\n{_logs(log.parent)}")
        time.sleep(0.05)


def _logs(home: Path) -> str:
    """The end of what each part wrote: the state folder may be gone in a moment."""
    files = sorted((home / "logs").glob("*.log"))
    return "\n".join(f"{file.name}: {file.read_text(errors='replace')[-600:]}" for file in files)


def _stop(process: subprocess.Popen[bytes]) -> None:
    """Politely; whoever is left after that is ended one by one."""
    tree = [each.pid for each in descendants(process.pid)]
    if process.poll() is None:
        process.send_signal(signal.SIGTERM)
    try:
        process.wait(timeout=STOP_SECONDS)
    except subprocess.TimeoutExpired:
        process.kill()
        process.wait()
        for pid in tree:
            _kill(pid)


def _kill(pid: int) -> None:
    try:
        os.kill(pid, signal.SIGKILL)
    except ProcessLookupError:
        return
