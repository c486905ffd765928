"""The language model's own server, with the real model: contract, refusals, and its end."""

import os
import shutil
import signal
import socket
import subprocess
import threading
import time
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest
import requests

from nlu.intents import known_intents
from nlu.models import current, models_folder, use
from nlu.train import ROOT, interpreter, train

pytestmark = pytest.mark.nlu
TOKEN = "for-tests"
SECRET = "zebrafish"  # a word that must be in no log


@dataclass(frozen=True)
class Server:
    process: subprocess.Popen[bytes]
    address: str
    log: Path

    def post(self, path: str, **asked: Any) -> requests.Response:
        headers = {"Authorization": f"Bearer {TOKEN}", **asked.pop("headers", {})}
        return requests.post(f"{self.address}{path}", headers=headers, timeout=20, **asked)

    def said(self, text: str) -> list[str]:
        found = self.post("/parse", json={"text": text}).json()["intents"]
        return [intent["name"] for intent in found]


@pytest.fixture(scope="module")
def home() -> Path:
    """The model that `make run` uses: trained once, kept until lines or pipeline change."""
    home = Path(os.environ.get("TENDER_HOME", ROOT / ".tender"))
    train(home, print)
    return home


@pytest.fixture(scope="module")
def server(home: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Server]:
    started = start(home, tmp_path_factory.mktemp("server") / "log", workers=1)
    yield started
    stop(started)


def start(home: Path, log: Path, workers: int) -> Server:
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    command = [interpreter(), "-W", "ignore", ROOT / "nlu" / "rasa" / "server.py"]
    command += ["--port", str(port), "--models", models_folder(home), "--workers", str(workers)]
    with log.open("wb") as out:
        process = subprocess.Popen(
            command, stdout=out, stderr=out, env={**os.environ, "NLU_TOKEN": TOKEN}
        )
    server = Server(process, f"http://127.0.0.1:{port}", log)
    wait_until_up(server)
    return server


def wait_until_up(server: Server) -> None:
    for _ in range(400):
        assert server.process.poll() is None, server.log.read_text()
        try:
            requests.get(f"{server.address}/healthz", timeout=1).raise_for_status()
            return
        except requests.ConnectionError:
            time.sleep(0.1)
    pytest.fail(server.log.read_text())


def stop(server: Server) -> int:
    server.process.send_signal(signal.SIGTERM)
    return server.process.wait(20)


def test_a_text_gets_its_intents_and_ten_guesses(server: Server) -> None:
    found = server.post("/parse", json={"text": "how much do i owe", "context": None}).json()
    assert found["intents"][0]["name"] == "ask_balance"
    assert len(found["ranking"]) == 10
    assert {guess["name"] for guess in found["ranking"]} <= known_intents()
    chances = [guess["confidence"] for guess in found["ranking"]]
    assert chances == sorted(chances, reverse=True)
    assert 0 <= min(chances) <= max(chances) <= 1


def test_several_intents_in_one_text_are_all_said(server: Server) -> None:
    text = "I can pay 50 today and the rest on the 1st but I think the lab fee is wrong"
    assert {"pay_now", "dispute_charge"} <= set(server.said(text))


def test_spanish_is_understood(server: Server) -> None:
    assert server.said("¿cuánto debo?")[0] == "ask_balance"


def test_a_typed_command_is_only_a_text(server: Server) -> None:
    found = server.post("/parse", json={"text": '/deceased{"a": 1}'}).json()
    assert found["intents"][0]["confidence"] < 1


@pytest.mark.parametrize("text", ["", "   ", "\n\t", "\u200b\u200f"])
def test_nothing_written_is_nothing_said(server: Server, text: str) -> None:
    assert server.said(text) == []


@pytest.mark.parametrize(
    "body", ["", "{", "null", "3", "[]", "true", "{}", '{"text": null}', '{"text": 3}', "\xff"]
)
def test_a_body_that_is_no_question_is_refused(server: Server, body: str) -> None:
    answer = server.post("/parse", data=body.encode("latin-1"))
    assert answer.status_code == 400
    assert answer.json()["error"]


def test_a_long_text_is_read_in_part_and_a_huge_body_not_at_all(server: Server) -> None:
    assert server.post("/parse", json={"text": "pay my bill now " * 3000}).ok
    assert server.post("/parse", json={"text": "x" * 70_000}).status_code == 413


def test_strangers_are_answered_nothing(server: Server) -> None:
    for path in ("/parse", "/model/reload"):
        assert requests.post(f"{server.address}{path}", json={}, timeout=5).status_code == 401
    wrong = {"Authorization": "Bearer é".encode()}
    answer = requests.post(f"{server.address}/parse", json={}, headers=wrong, timeout=5)
    assert answer.status_code == 401


def test_an_unknown_address_is_not_found(server: Server) -> None:
    assert server.post("/model", json={}).status_code == 404


def test_a_reload_keeps_answering(server: Server) -> None:
    with ThreadPoolExecutor(2) as both:
        reloaded = both.submit(server.post, "/model/reload")
        answers = [server.post("/parse", json={"text": "hello"}).status_code for _ in range(20)]
    assert reloaded.result().ok
    assert answers == [200] * 20


def test_while_models_change_places_no_text_is_lost(home: Path, tmp_path: Path) -> None:
    trained = current(home)
    assert trained is not None
    for key in ("one", "other"):
        shutil.copytree(trained, models_folder(tmp_path) / key)
    use(tmp_path, "one")
    server = start(tmp_path, tmp_path / "log", workers=1)
    done = threading.Event()
    with ThreadPoolExecutor(3) as patients:
        texting = [patients.submit(text_until, server, done) for _ in range(3)]
        for key in ("other", "one"):
            use(tmp_path, key)
            wait_until_by(server, key)
        done.set()
        answers = [answer for texts in texting for answer in texts.result()]
    assert stop(server) == 0
    assert {answer.status_code for answer in answers} == {200}
    assert {answer.json()["intents"][0]["name"] for answer in answers} == {"ask_balance"}
    assert {answer.json()["model"] for answer in answers} == {"one", "other"}


def text_until(server: Server, done: threading.Event) -> list[requests.Response]:
    answers = []
    while not done.is_set():
        answers.append(server.post("/parse", json={"text": "how much do i owe"}))
    return answers


def wait_until_by(server: Server, key: str) -> None:
    for _ in range(400):
        if requests.get(f"{server.address}/healthz", timeout=20).json()["model"] == key:
            return
        time.sleep(0.1)
    pytest.fail(f"the server never changed to {key}")


def test_what_patients_write_is_not_logged(server: Server) -> None:
    server.said(f"my {SECRET} bill")
    server.post("/parse", data=f"{SECRET} {{")
    assert SECRET not in server.log.read_text()


@pytest.mark.parametrize("workers", [1, 2])
def test_asked_to_end_it_answers_first(home: Path, tmp_path: Path, workers: int) -> None:
    server = start(home, tmp_path / "log", workers)
    with ThreadPoolExecutor(8) as askers:
        asked = [
            askers.submit(server.post, "/parse", json={"text": f"pay my bill {at} " * 80})
            for at in range(8)
        ]
        time.sleep(0.05)
        assert stop(server) == 0
    assert [answer.result().status_code for answer in asked] == [200] * 8


def test_without_a_token_it_does_not_start(home: Path) -> None:
    command = [interpreter(), "-W", "ignore", ROOT / "nlu" / "rasa" / "server.py", "--port", "0"]
    ended = subprocess.run(
        command, env={**os.environ, "NLU_TOKEN": ""}, capture_output=True, text=True, check=False
    )
    assert ended.returncode != 0
    assert "NLU_TOKEN" in ended.stderr
