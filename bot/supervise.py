"""One process tree: starts the parts in order, restarts what dies, stops all on one signal."""

import os
import signal
import subprocess
import sys
import threading
import time
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from pathlib import Path

import requests

FIRST_WAIT_SECONDS = 0.5
LONGEST_WAIT_SECONDS = 20.0
STEADY_AFTER_SECONDS = 30.0
GRACE_SECONDS = 12.0

Tell = Callable[[str], None]


@dataclass(frozen=True)
class Part:
    """A process to keep running. `ready_url` answers 2xx once it is up; None: up when started.

    `reads_tables`: it may start only when the tables are there.
    """

    name: str
    command: tuple[str, ...]
    environ: Mapping[str, str]
    log: Path
    ready_url: str | None = None
    reads_tables: bool = False


@dataclass
class _Running:
    part: Part
    process: subprocess.Popen[bytes]
    started_at: float
    wait: float = FIRST_WAIT_SECONDS
    restart_at: float | None = None


@dataclass
class Supervisor:
    """`tell` speaks to the person at the terminal, a line a call."""

    tell: Tell
    running: list[_Running] = field(default_factory=list)
    stopping: threading.Event = field(default_factory=threading.Event)

    def start(self, part: Part) -> None:
        self.running.append(_Running(part, _spawn(part), time.monotonic()))

    def wait_ready(self, part_name: str, seconds: float = 90.0) -> None:
        """Raises PartFailed with the part's last words."""
        part = next(each.part for each in self.running if each.part.name == part_name)
        until = time.monotonic() + seconds
        while not self.stopping.is_set() and part.ready_url is not None:
            if _answers(part.ready_url):
                return
            self._refuse_dead(part)
            if time.monotonic() > until:
                raise PartFailed(f"{part.name} was not ready after {seconds:.0f} s; see {part.log}")
            time.sleep(0.1)

    def watch(self) -> None:
        """Until told to stop: a part that dies is started again, later each time it dies soon."""
        while not self.stopping.wait(0.2):
            for each in self.running:
                self._mind(each)

    def stop(self) -> None:
        """The last started first; whoever does not end in time is killed."""
        self.stopping.set()
        for each in reversed(self.running):
            if each.process.poll() is None:
                each.process.send_signal(signal.SIGTERM)
        until = time.monotonic() + GRACE_SECONDS
        for each in reversed(self.running):
            try:
                each.process.wait(timeout=max(0.1, until - time.monotonic()))
            except subprocess.TimeoutExpired:
                each.process.kill()
                each.process.wait()

    def stop_on_signals(self) -> None:
        for number in (signal.SIGINT, signal.SIGTERM):
            signal.signal(number, lambda *_: self.stopping.set())

    def _mind(self, each: _Running) -> None:
        now = time.monotonic()
        if each.restart_at is None and each.process.poll() is not None:
            if now - each.started_at > STEADY_AFTER_SECONDS:
                each.wait = FIRST_WAIT_SECONDS
            code, name = each.process.returncode, each.part.name
            self.tell(f"{name} stopped (code {code}); starting it again in {each.wait:.1f} s")
            each.restart_at = now + each.wait
            each.wait = min(LONGEST_WAIT_SECONDS, each.wait * 2)
        elif each.restart_at is not None and now >= each.restart_at:
            each.process, each.started_at, each.restart_at = _spawn(each.part), now, None
            self.tell(f"{each.part.name} is started again")

    def _refuse_dead(self, part: Part) -> None:
        each = next(running for running in self.running if running.part is part)
        if each.process.poll() is not None:
            raise PartFailed(f"{part.name} stopped at once: {last_words(part.log)} ({part.log})")


class PartFailed(Exception):
    """One sentence for the person at the terminal."""


def python(*arguments: str) -> tuple[str, ...]:
    return (sys.executable, *arguments)


def last_words(log: Path) -> str:
    lines = [line for line in log.read_text(errors="replace").splitlines() if line.strip()]
    return lines[-1] if lines else "it said nothing"


def _spawn(part: Part) -> subprocess.Popen[bytes]:
    part.log.parent.mkdir(parents=True, exist_ok=True)
    with part.log.open("ab") as out:
        return subprocess.Popen(
            part.command,
            env={**os.environ, **part.environ},
            stdout=out,
            stderr=out,
            start_new_session=True,
        )


def _answers(url: str) -> bool:
    try:
        return requests.get(url, timeout=1).ok
    except requests.RequestException:
        return False
