"""The ear: what it makes of the model's answers, and what it does without the model."""

import json
from collections.abc import Iterator
from datetime import date
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from threading import Thread

import pytest

from nlu.breaker import Breaker
from nlu.client import RasaEar
from nlu.understanding import Decision, Understanding

TODAY = date(2026, 3, 11)


class Model(ThreadingHTTPServer):
    """Stands where the model's server stands, and gives back what the test laid out."""

    def __init__(self) -> None:
        super().__init__(("127.0.0.1", 0), Reply)
        self.body = b"{}"
        self.status = 200
        self.asked: list[str] = []

    def says(self, *intents: tuple[str, float], also: tuple[tuple[str, float], ...] = ()) -> None:
        found = [{"name": name, "confidence": sure} for name, sure in intents]
        rest = [{"name": name, "confidence": sure} for name, sure in also]
        self.body = json.dumps({"intents": found, "ranking": found + rest, "model": "m"}).encode()


class Reply(BaseHTTPRequestHandler):
    server: Model

    def do_POST(self) -> None:
        asked = self.rfile.read(int(self.headers["Content-Length"]))
        self.server.asked.append(json.loads(asked)["text"])
        self.send_response(self.server.status)
        self.send_header("Content-Length", str(len(self.server.body)))
        self.end_headers()
        self.wfile.write(self.server.body)

    def log_message(self, format: str, *args: object) -> None:
        pass


@pytest.fixture
def model() -> Iterator[Model]:
    server = Model()
    serving = Thread(target=server.serve_forever, kwargs={"poll_interval": 0.01})
    serving.start()
    yield server
    server.shutdown()
    serving.join()
    server.server_close()


def ear_at(port: int) -> RasaEar:
    return RasaEar(f"http://127.0.0.1:{port}", "token")


def heard(model: Model, text: str, question: str | None = None) -> Understanding:
    return ear_at(model.server_port).understand(text, TODAY, question)


def test_a_sure_intent_is_acted_on(model: Model) -> None:
    model.says(("ask_balance", 0.98))
    understood = heard(model, "how much do i owe")
    assert (understood.main, understood.decision) == ("ask_balance", Decision.ACT)


def test_the_most_pressing_of_several_intents_comes_first(model: Model) -> None:
    model.says(("pay_now", 0.97), ("dispute_charge", 0.9))
    understood = heard(model, "i can pay but the lab fee is wrong")
    assert [intent.name for intent in understood.intents] == ["dispute_charge", "pay_now"]


def test_two_close_guesses_are_asked_about(model: Model) -> None:
    model.says(("pay_now", 0.5), also=(("set_up_plan", 0.4),))
    assert heard(model, "yeah ok the money").decision is Decision.CLARIFY


def test_a_text_like_nothing_known_is_asked_about(model: Model) -> None:
    model.says(("update_contact", 0.08), also=(("change_plan", 0.05),))
    assert heard(model, "purple monkey dishwasher").decision is Decision.CLARIFY


def test_amounts_and_language_are_found_beside_the_intent(model: Model) -> None:
    model.says(("pay_now", 0.98))
    understood = heard(model, "quiero pagar $50 hoy")
    assert understood.language == "es"
    assert [amount.cents for amount in understood.entities.amounts] == [5000]


def test_a_bare_day_answers_the_question_of_when(model: Model) -> None:
    model.says(("ask_due_date", 0.6))
    assert heard(model, "the 15th", "When can you pay?").main == "promise_to_pay"


def test_a_blank_text_is_not_asked_about(model: Model) -> None:
    assert heard(model, "  \n").intents == ()
    assert model.asked == []


@pytest.mark.parametrize(
    "body", [b"", b"[]", b"null", b'{"intents": 3}', b"\xff", b'{"intents":[{}]}']
)
def test_an_answer_that_makes_no_sense_counts_as_none(model: Model, body: bytes) -> None:
    model.body = body
    assert heard(model, "STOP").main == "opt_out"


def test_a_fault_of_the_model_leaves_the_essentials(model: Model) -> None:
    model.status = 500
    assert heard(model, "I want to talk to a person please").main == "request_human"


def test_without_the_model_an_unknown_text_goes_to_a_person() -> None:
    understood = ear_at(1).understand("the tulips are late this year", TODAY, None)
    assert (understood.main, understood.decision) == ("out_of_scope", Decision.PERSON)


def test_a_model_that_fails_is_left_alone_and_tried_again_later(model: Model) -> None:
    moment = [0.0]
    ear = RasaEar(
        f"http://127.0.0.1:{model.server_port}", "t", breaker=Breaker(lambda: moment[0], 3, 10)
    )
    model.status = 503
    for _ in range(5):
        ear.understand("hello", TODAY, None)
    assert len(model.asked) == 3
    moment[0] = 10.0
    model.status = 200
    model.says(("greet", 0.99))
    assert ear.understand("hello", TODAY, None).main == "greet"


def test_the_log_of_a_failure_holds_no_word_of_the_patient(
    model: Model, caplog: pytest.LogCaptureFixture
) -> None:
    model.body = b"oops"
    heard(model, "my secret tumor bill")
    assert "away" in caplog.text
    assert "tumor" not in caplog.text
