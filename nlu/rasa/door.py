"""HTTP around the answers: a thread a connection, nothing logged, drained before it closes."""

import json
import select
import socket
import socketserver
from http import HTTPStatus
from http.server import BaseHTTPRequestHandler
from typing import Any

from answers import Answer, Answers

_LARGEST_BODY = 64 * 1024  # bytes
_STALLED = 10.0  # seconds a client may take over one request
_GLANCE = 0.1  # seconds between two looks whether the door is closing


class Door(socketserver.ThreadingMixIn, socketserver.TCPServer):
    """Closing waits for every answer under way."""

    allow_reuse_address = True
    request_queue_size = 128
    block_on_close = True
    daemon_threads = False

    def __init__(self, host: str, port: int, answers: Answers) -> None:
        self.answers = answers
        self.closing = False
        super().__init__((host, port), _Visit)

    def server_bind(self) -> None:
        """Workers bind the same port each; the kernel spreads connections over them."""
        self.socket.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEPORT, 1)
        super().server_bind()

    def drain(self) -> None:
        """After `serve_forever`: takes whoever is in the queue already, then nobody."""
        self.closing = True
        while select.select([self.socket], [], [], 0)[0]:
            self.handle_request()
        self.server_close()


class _Visit(BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"
    server_version = "tender-nlu"
    sys_version = ""
    timeout = _STALLED
    disable_nagle_algorithm = True
    wbufsize = -1
    server: Door

    def handle(self) -> None:
        self.close_connection = False
        while not self.close_connection and self._asks_again():
            self.handle_one_request()

    def _asks_again(self) -> bool:
        """False once the door is closing and this client has nothing more to ask."""
        while not select.select([self.connection], [], [], _GLANCE)[0]:
            if self.server.closing:
                return False
        return True

    def do_GET(self) -> None:
        self._give(self._answered(b""))

    def do_POST(self) -> None:
        length = self.headers.get("Content-Length", "")
        if not length.isdigit():
            return self._refuse(HTTPStatus.LENGTH_REQUIRED, "how long is the body?")
        if int(length) > _LARGEST_BODY:
            return self._refuse(HTTPStatus.REQUEST_ENTITY_TOO_LARGE, "the body is over 64 kB")
        return self._give(self._answered(self.rfile.read(int(length))))

    def _answered(self, body: bytes) -> Answer:
        credentials = self.headers.get("Authorization")
        return self.server.answers.to(self.command, self.path, credentials, body)

    def _refuse(self, status: HTTPStatus, why: str) -> None:
        self.close_connection = True
        self._give(Answer(status, {"error": why}))

    def _give(self, answer: Answer) -> None:
        body = json.dumps(answer.body).encode()
        self.send_response(answer.status)
        self.send_header("Content-Type", "application/json")
        self.send_header("Content-Length", str(len(body)))
        if self.server.closing or self.close_connection:
            self.send_header("Connection", "close")
        self.end_headers()
        self.wfile.write(body)
        self.wfile.flush()

    def log_message(self, format: str, *args: Any) -> None:
        """Nothing: what patients write stays out of every log."""
