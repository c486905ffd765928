"""`tender run`: the whole product with demo data, on this machine, in one process tree."""

import shutil
import socket
from collections.abc import Callable
from dataclasses import dataclass

from bot.clock import Clock
from bot.embedded import ServerFailed, free_port, servers
from bot.model_server import note_of, server_command
from bot.serve import web_command
from bot.settings import Environment, Settings
from bot.supervise import Part, PartFailed, Supervisor, python
from nlu.models import models_folder
from nlu.train import TrainingFailed, interpreter, is_trained, train

LEAST_FREE_BYTES = 1_000_000_000
Tell = Callable[[str], None]


class CannotRun(Exception):
    """One clear sentence."""


@dataclass(frozen=True)
class Ports:
    web: int
    sandbox: int
    nlu: int
    smtp: int


def run(settings: Settings, web_port: int, sandbox_port: int, demo: bool, tell: Tell) -> None:
    """Blocks until Ctrl-C or SIGTERM. Raises CannotRun."""
    ports = Ports(web_port, sandbox_port, free_port(), free_port())
    _check(settings, ports)
    supervisor = Supervisor(tell)
    supervisor.stop_on_signals()
    try:
        _train(settings, tell)
        with servers(settings) as reachable:
            _supervise(supervisor, reachable, ports, demo)
    except (ServerFailed, PartFailed) as failure:
        raise CannotRun(str(failure)) from failure
    except TrainingFailed as failure:
        raise CannotRun(f"The language model could not be trained:\n{failure}") from failure


def _check(settings: Settings, ports: Ports) -> None:
    for name, port in (("--port", ports.web), ("--sandbox-port", ports.sandbox)):
        if not _is_free(port):
            raise CannotRun(
                f"Port {port} is taken: stop what uses it, or choose another by {name}."
            )
    settings.home.mkdir(parents=True, exist_ok=True)
    if shutil.disk_usage(settings.home).free < LEAST_FREE_BYTES:
        raise CannotRun(f"The disk of {settings.home} has less than 1 GB left: make room first.")
    if not interpreter().exists():
        raise CannotRun("The language model's environment is missing: run `make setup`.")


def _is_free(port: int) -> bool:
    with socket.socket() as probe:
        probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            probe.bind(("127.0.0.1", port))
        except OSError:
            return False
    return True


def _train(settings: Settings, tell: Tell) -> None:
    if not is_trained(settings.home):
        tell("training the language model; this happens once (two minutes or so)")
    train(settings.home, lambda line: tell(f"  {line}"))


def _supervise(supervisor: Supervisor, settings: Settings, ports: Ports, demo: bool) -> None:
    """The slow starters first, the tables while they wake up, then what reads the tables."""
    tell, whole = supervisor.tell, parts(settings, ports)
    try:
        for part in whole:
            if not part.reads_tables:
                supervisor.start(part)
        token = _prepare(settings, demo, tell)
        for part in whole:
            if part.reads_tables:
                supervisor.start(part)
        for part in whole:
            supervisor.wait_ready(part.name)
        note_of(settings.home).write_text(f"http://127.0.0.1:{ports.nlu}")
        if not supervisor.stopping.is_set():
            tell(screen(settings, ports, token))
        supervisor.watch()
    finally:
        note_of(settings.home).unlink(missing_ok=True)
        tell("stopping")
        supervisor.stop()


def _prepare(settings: Settings, demo: bool, tell: Tell) -> str:
    """The token of the demo patient's page; "" without the demo."""
    # Imported here: while this loads, the language model and the sandbox are already starting.
    from bot.demo import demo_token, load_demo
    from bot.migrate import migrate
    from bot.models.crypto import use_key
    from bot.store.session import Database

    migrate(settings.database_url)
    tell("the databases are up")
    if not demo or not settings.is_sandbox:
        return ""
    use_key(settings.field_key)
    database = Database(settings.database_url)
    now = Clock(settings.clock_file).now()
    load_demo(database, now, settings.home)
    token = demo_token(database, now)
    database.close()
    tell("the demo practice is loaded")
    return token


def parts(settings: Settings, ports: Ports) -> list[Part]:
    """Web and workers share nothing but the databases; the same commands run on many machines."""
    environ = environment(settings, ports)
    logs = settings.home / "logs"
    web = f"http://127.0.0.1:{ports.web}"
    sandbox = f"http://127.0.0.1:{ports.sandbox}"
    nlu = f"http://127.0.0.1:{ports.nlu}"
    whole = [
        Part("nlu", tuple(server_command(settings, ports.nlu)), environ, logs / "nlu.log",
             f"{nlu}/healthz"),
        Part("worker", python("-m", "server", "worker"), environ, logs / "worker.log",
             reads_tables=True),
        Part("web", tuple(web_command(settings, "127.0.0.1", ports.web)), environ,
             logs / "web.log", f"{web}/healthz", reads_tables=True),
    ]  # fmt: skip
    if not settings.is_sandbox:
        return whole
    ready = f"{sandbox}/_sandbox/clock"
    return [Part("sandbox", python("-m", "sandbox"), environ, logs / "sandbox.log", ready), *whole]


def environment(settings: Settings, ports: Ports) -> dict[str, str]:
    """What every part is told; secrets are in the state folder, not here, in the sandbox."""
    told = {
        "TENDER_ENV": str(settings.env),
        "TENDER_HOME": str(settings.home),
        "DATABASE_URL": settings.database_url,
        "REDIS_URL": settings.redis_url,
        "NLU_URL": f"http://127.0.0.1:{ports.nlu}",
        "NLU_TOKEN": settings.nlu_token,
        "NLU_MODEL_DIR": str(models_folder(settings.home)),
        "NLU_PORT": str(ports.nlu),
        "PYTHONUNBUFFERED": "1",
    }
    if settings.env is Environment.PRODUCTION:
        return told
    return told | {
        "PUBLIC_BASE_URL": f"http://127.0.0.1:{ports.web}",
        "SANDBOX_URL": f"http://127.0.0.1:{ports.sandbox}",
        "SANDBOX_PORT": str(ports.sandbox),
        "SMTP_URL": f"smtp://127.0.0.1:{ports.smtp}",
        "SMTP_PORT": str(ports.smtp),
        "INTERNAL_TOKEN": settings.internal_token,
        "TWILIO_ACCOUNT_SID": settings.twilio_account_sid,
        "TWILIO_AUTH_TOKEN": settings.twilio_auth_token,
        "STRIPE_API_KEY": settings.stripe_api_key,
        "STRIPE_WEBHOOK_SECRET": settings.stripe_webhook_secret,
    }


def screen(settings: Settings, ports: Ports, token: str) -> str:
    """What a newcomer needs, on one screen."""
    web, sandbox = f"http://127.0.0.1:{ports.web}", f"http://127.0.0.1:{ports.sandbox}"
    if not settings.is_sandbox:
        return f"\nTender is running on {settings.public_base_url}.\nCtrl-C stops everything.\n"
    lines = [
        "",
        "Tender is running. SANDBOX - no money moves, nobody is texted.",
        "",
        f"  Handsets      {sandbox}/phone    text as a patient",
        f"  Staff         {web}/staff/    maria@cedar.example / maria-demo",
        *([f"  Patient page  {web}/p/{token}"] if token else []),
        f"  Web chat      {web}/chat/cedar",
        f"  Mail          {sandbox}/mail",
        "",
        f"  Running: sandbox, language model, worker, web. Logs: {settings.home / 'logs'}",
        "  Ctrl-C stops everything.",
        "",
    ]
    return "\n".join(lines)
