"""An answer that never arrives: the connection closes without a word."""

from __future__ import annotations

import contextlib
import socket
import time

from flask import request

from sandbox.faults import Fault


def withhold(fault: Fault) -> None:
    """After `fault.slow` seconds the caller's connection is cut; what was done stays done."""
    time.sleep(fault.slow)
    connection = request.environ.get("werkzeug.socket")
    if connection is not None:
        with contextlib.suppress(OSError):
            connection.shutdown(socket.SHUT_RDWR)
