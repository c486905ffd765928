"""The running sandbox: web server, courier, mailbox and the passing of time."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from contextlib import contextmanager

from werkzeug.serving import BaseWSGIServer, WSGIRequestHandler, make_server

from sandbox.app import create_app
from sandbox.mail import open_mailbox
from sandbox.settings import Settings
from sandbox.stripe_api.due import run_due
from sandbox.world import World, close_world, open_world

_TIME_PASSES_EVERY_SECONDS = 0.5


class _Quiet(WSGIRequestHandler):
    """Handsets ask every second: their calls are no news."""

    def log_request(self, code: int | str = "-", size: int | str = "-") -> None:
        return


@contextmanager
def serving(settings: Settings) -> Iterator[BaseWSGIServer]:
    """Ready to answer on loopback; `server.server_port` is the port, also when 0 was asked."""
    world = open_world(settings)
    server = make_server(
        "127.0.0.1", settings.port, create_app(world), threaded=True, request_handler=_Quiet
    )
    mailbox = open_mailbox(world)
    stopped = threading.Event()
    passing = threading.Thread(target=_let_time_pass, args=(world, stopped), daemon=True)
    passing.start()
    world.courier.start()
    try:
        yield server
    finally:
        stopped.set()
        passing.join()
        server.server_close()
        if mailbox is not None:
            mailbox.stop()
        close_world(world)


def _let_time_pass(world: World, stopped: threading.Event) -> None:
    while not stopped.wait(_TIME_PASSES_EVERY_SECONDS):
        run_due(world)
