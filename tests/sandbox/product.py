"""A stand-in for the product: records every call, answers as told."""

from __future__ import annotations

import json
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any
from urllib.parse import parse_qsl


@dataclass(frozen=True)
class Call:
    path: str
    headers: dict[str, str]
    body: bytes

    @property
    def form(self) -> dict[str, str]:
        return dict(parse_qsl(self.body.decode(), keep_blank_values=True))

    @property
    def event(self) -> dict[str, Any]:
        found: dict[str, Any] = json.loads(self.body)
        return found


@dataclass
class Product:
    """`answers` are statuses given first; then every webhook is taken with 204."""

    url: str
    calls: list[Call] = field(default_factory=list)
    answers: list[int] = field(default_factory=list)
    work: dict[str, int] = field(default_factory=lambda: {"due": 0, "running": 0})

    def at(self, path: str) -> list[Call]:
        return [call for call in list(self.calls) if call.path.startswith(path)]

    def events(self) -> list[str]:
        return [call.event["type"] for call in self.at("/stripe/events")]

    def texts(self) -> list[str]:
        return [call.form["Body"] for call in self.at("/twilio/sms")]

    def until(self, is_so: Callable[[], bool], seconds: float = 5.0) -> None:
        """Waits for what webhooks bring; fails the test when it does not come."""
        end = time.monotonic() + seconds
        while not is_so():
            assert time.monotonic() < end, [call.path for call in self.calls]
            time.sleep(0.01)


@contextmanager
def standing_in(port: int = 0) -> Iterator[Product]:
    server = ThreadingHTTPServer(("127.0.0.1", port), BaseHTTPRequestHandler)
    product = Product(f"http://127.0.0.1:{server.server_port}")
    server.RequestHandlerClass = _answering(product)
    thread = threading.Thread(target=server.serve_forever, args=(0.02,), daemon=True)
    thread.start()
    try:
        yield product
    finally:
        server.shutdown()
        server.server_close()
        thread.join()


def _answering(product: Product) -> type[BaseHTTPRequestHandler]:
    class Answer(BaseHTTPRequestHandler):
        def do_POST(self) -> None:
            body = self.rfile.read(int(self.headers.get("Content-Length", 0)))
            product.calls.append(Call(self.path, dict(self.headers), body))
            self._reply(product.answers.pop(0) if product.answers else 204)

        def do_GET(self) -> None:
            self._reply(200, json.dumps(product.work).encode())

        def _reply(self, status: int, body: bytes = b"") -> None:
            self.send_response(status)
            self.send_header("Content-Length", str(len(body)))
            self.end_headers()
            self.wfile.write(body)

        def log_message(self, format: str, *args: object) -> None:
            return

    return Answer
