"""`tender nlu evaluate` and `noise` as a person calls them, against a model that always says one
thing."""

import json
from collections.abc import Callable, Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from itertools import count
from pathlib import Path
from threading import Thread

import pytest
from click.testing import CliRunner, Result

from bot.cli_evaluate import OWN, telling
from bot.cli_nlu import nlu
from nlu.evaluate import Example
from nlu.report_page import marks
from nlu.understanding import Understanding

BEGIN, END = marks("figures")
GUESS = {"name": "pay_now", "confidence": 0.97}
LINES = (
    '{"text": "pay it all", "intents": ["pay_now"], "lang": "en", "writer": "ann"}\n'
    '{"text": "STOP", "intents": ["opt_out"], "lang": "en", "writer": "bob"}\n\n'
    '{"text": "¿Cuánto debo, señora?", "intents": ["ask_balance"], "lang": "es"}\n'
)
Call = Callable[..., Result]


class PayNow(BaseHTTPRequestHandler):
    """The language model's server, were everything about paying now."""

    def do_GET(self) -> None:
        self._give({"status": "ok"})

    def do_POST(self) -> None:
        self.rfile.read(int(self.headers["Content-Length"]))
        self._give({"intents": [GUESS], "ranking": [GUESS], "model": "m"})

    def _give(self, found: object) -> None:
        body = json.dumps(found).encode()
        self.send_response(200)
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, format: str, *args: object) -> None:
        pass


@pytest.fixture
def call(tmp_path: Path) -> Iterator[Call]:
    with ThreadingHTTPServer(("127.0.0.1", 0), PayNow) as server:
        serving = Thread(target=server.serve_forever, kwargs={"poll_interval": 0.01})
        serving.start()
        env = {
            "TENDER_HOME": str(tmp_path / "home"),
            "NLU_URL": f"http://127.0.0.1:{server.server_port}",
        }
        yield lambda *words: CliRunner().invoke(nlu, [str(word) for word in words], env=env)
        server.shutdown()
        serving.join()


@pytest.fixture
def texts(tmp_path: Path) -> Path:
    file = tmp_path / "texts.jsonl"
    file.write_text(LINES, encoding="utf-8")
    return file


def test_json_has_the_names_others_rely_on(call: Call, texts: Path) -> None:
    report = json.loads(call("evaluate", texts, "--json").stdout)
    assert report["n"] == 3
    assert report["accuracy"] == pytest.approx(2 / 3)
    assert set(report) >= {
        "macro_f1", "by_intent", "any_intent_recall", "entity_f1", "oos_auroc", "clarify_rate",
        "wrong_action_rate", "confusions", "latency_ms", "by_length", "by_language", "by_writer",
        "calibration_error", "calibration", "opt_out", "noise",
    }  # fmt: skip
    assert report["noise"] is None


def test_several_files_are_judged_as_one(call: Call, texts: Path) -> None:
    report = json.loads(call("evaluate", texts, texts, "--noise", 4, "--json").stdout)
    assert (report["n"], report["noise"]["seed"]) == (6, 4)


@pytest.mark.slow
def test_without_a_file_our_own_test_set_is_judged(call: Call) -> None:
    called = call("evaluate", "--json")
    report = json.loads(called.stdout)
    assert report["n"] > 500
    assert set(report["by_writer"]) == {file.stem for file in OWN.glob("*.jsonl")}
    assert report["noise"]["accuracy"] is not None


def test_people_read_a_table(call: Call, texts: Path) -> None:
    said = call("evaluate", texts).stdout
    assert "main intent right                 66.7 %" in said
    assert "by language" in said
    assert "ask_balance -> pay_now" in said


def test_pictures_and_page_are_made_on_demand(call: Call, texts: Path, tmp_path: Path) -> None:
    page = tmp_path / "page.md"
    page.write_text(f"{BEGIN}\n{END}\n")
    called = call("evaluate", texts, "--pictures", tmp_path / "drawn", "--page", page, "--json")
    assert called.exit_code == 0
    json.loads(called.stdout)
    assert {file.name for file in (tmp_path / "drawn").iterdir()} == {
        "confusion.svg", "reliability.svg",
    }  # fmt: skip
    assert "| texts | 3 |" in page.read_text()


def test_too_few_right_is_an_exit_of_one(call: Call, texts: Path) -> None:
    assert call("evaluate", texts, "--min-accuracy", 0.6).exit_code == 0
    assert call("evaluate", texts, "--min-accuracy", 0.7).exit_code == 1


@pytest.mark.parametrize(
    ("content", "fault"),
    [
        (b"", "no texts in"),
        (b'{"text": "a", "intent": "help"}\n{', "line 2: not JSON"),
        (b'{"text": "a", "intent": "gret"}', "line 1: no such intent: gret"),
        (b"\xff\xfe", "is not UTF-8 text"),
    ],
)
def test_a_bad_file_is_named_with_its_fault(
    call: Call, tmp_path: Path, content: bytes, fault: str
) -> None:
    file = tmp_path / "bad.jsonl"
    file.write_bytes(content)
    called = call("evaluate", file)
    assert called.exit_code == 1
    assert "bad.jsonl" in called.stderr
    assert fault in called.stderr


def test_texts_and_dates_are_judged_apart(call: Call, texts: Path) -> None:
    assert call("evaluate", texts, "--dates", texts).exit_code == 2


def test_a_faulty_date_line_is_named(call: Call, texts: Path) -> None:
    called = call("evaluate", "--dates", texts)
    assert called.exit_code == 1
    assert "line 1: expected text, today and date" in called.stderr


def test_a_noised_copy_keeps_labels_and_repeats_itself(call: Call, texts: Path) -> None:
    first = call("noise", texts, "--seed", 2, "--share", 0.3).stdout
    rows = [json.loads(line) for line in first.splitlines()]
    assert [row["intents"] for row in rows] == [["pay_now"], ["opt_out"], ["ask_balance"]]
    assert rows[0]["writer"] == "ann"
    assert first == call("noise", texts, "--seed", 2, "--share", 0.3).stdout
    assert first != call("noise", texts, "--seed", 3, "--share", 0.3).stdout


def test_long_work_tells_how_far_it_is() -> None:
    seconds, said = count(), []
    heard = telling(lambda _: Understanding(()), 20, said.append, lambda: float(next(seconds)))
    for _ in range(12):
        heard(Example("hi", ("greet",), frozenset({"greet"})))
    assert said == ["5 of 20 texts, about 15 s left", "10 of 20 texts, about 10 s left"]
