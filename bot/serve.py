"""The parts that listen: pages by gunicorn, jobs by procrastinate. Both drain on SIGTERM."""

import logging
import os
import sys
from typing import TYPE_CHECKING

from bot.settings import Settings

if TYPE_CHECKING:
    from bot.runtime import Runtime

DRAIN_SECONDS = 10


def serve_web(settings: Settings, host: str, port: int) -> None:
    """Becomes gunicorn."""
    os.execv(sys.executable, web_command(settings, host, port))


def web_command(settings: Settings, host: str, port: int) -> list[str]:
    """One process, many threads; more processes are more of this command."""
    return [
        sys.executable, "-m", "gunicorn", "server:web()",
        "--bind", f"{host}:{port}",
        "--worker-class", "gthread", "--workers", "1", "--threads", str(settings.web_threads),
        "--no-control-socket", "--graceful-timeout", str(DRAIN_SECONDS), "--timeout", "60",
        "--worker-tmp-dir", "/dev/shm" if os.path.isdir("/dev/shm") else str(settings.home),
    ]  # fmt: skip


def serve_worker(runtime: "Runtime") -> None:
    from bot.jobs import queue_app

    logging.basicConfig(level=logging.WARNING, format="%(asctime)s %(levelname)s %(message)s")
    queue_app(runtime).run_worker(
        concurrency=runtime.settings.worker_concurrency,
        shutdown_graceful_timeout=DRAIN_SECONDS,
        delete_jobs="successful",
    )
