"""Our language model's own server on a model that was trained for a measurement."""

import os
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import requests

from bot.embedded import free_port
from bot.model_server import SERVER
from nlu.client import RasaEar
from nlu.train import interpreter

_TOKEN = "benchmark"
_PATIENCE_SECONDS = 60.0
_ANSWER_SECONDS = 20.0  # on a busy machine an answer may be late, not missing


@contextmanager
def served(model: Path) -> Iterator[RasaEar]:
    port = free_port()
    command = [interpreter(), "-W", "ignore", SERVER, "--port", str(port), "--models", model]
    process = subprocess.Popen(
        command, env={**os.environ, "NLU_TOKEN": _TOKEN}, stdout=sys.stderr, stderr=sys.stderr
    )
    url = f"http://127.0.0.1:{port}"
    try:
        _wait(process, url)
        yield RasaEar(url, _TOKEN, timeout=_ANSWER_SECONDS)
    finally:
        process.terminate()
        process.wait(timeout=20)


def _wait(process: "subprocess.Popen[bytes]", url: str) -> None:
    until = time.monotonic() + _PATIENCE_SECONDS
    while process.poll() is None and time.monotonic() < until:
        try:
            requests.get(f"{url}/healthz", timeout=1).raise_for_status()
            return
        except requests.RequestException:
            time.sleep(0.1)
    sys.exit("our language model's server did not start (see above)")
