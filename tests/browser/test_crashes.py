"""Parts die and vendors fail while texts are on their way: none is lost, none goes twice."""

import os
import signal
import time
from collections import Counter

import pytest
import requests

from benchmarks.processes import descendants
from benchmarks.product import Product
from tests.contract.judging import judge_recording

pytestmark = [pytest.mark.browser, pytest.mark.nlu, pytest.mark.xdist_group("product")]

CEDAR = "+15125550100"
DENISE, TOMAS, LUIS = "+15125550103", "+15125550104", "+15125550102"
PATIENCE_SECONDS = 60.0


@pytest.fixture(autouse=True)
def _reminded(product: Product) -> None:
    """All parts are up, and what the scheduler has to say today is said: only answers count."""
    end = time.monotonic() + PATIENCE_SECONDS
    while not is_ready(product):
        assert time.monotonic() < end, "a killed part did not come back"
        time.sleep(0.2)
    product.move_clock("advance", "1m")
    product.idle(60)


def is_ready(product: Product) -> bool:
    try:
        return requests.get(f"{product.web_url}/readyz", timeout=5).ok
    except requests.RequestException:
        return False


def answers(product: Product, number: str) -> list[str]:
    return [text["body"] for text in product.handset(number) if text["direction"] == "out"]


def written(product: Product, number: str) -> list[str]:
    """What our own rows say went to this number: they are found by the texts they answered."""
    sids = [text["sid"] for text in product.handset(number)]
    rows = product.rows(
        """
        select body from messages where direction = 'out' and status <> 'withheld'
        and conversation_id in (select conversation_id from messages where twilio_sid = any(%s))
        """,
        sids,
    )
    return [body for (body,) in rows]


def until_more(product: Product, number: str, than: int) -> list[str]:
    """What came beyond the first `than` texts."""
    end = time.monotonic() + PATIENCE_SECONDS
    while len(found := answers(product, number)) <= than:
        assert time.monotonic() < end, "no answer came"
        time.sleep(0.2)
    product.idle(60)
    return answers(product, number)[than:] or found


def kill(product: Product, part: str) -> None:
    for process in descendants(product.pid):
        if process.part == part:
            os.kill(process.pid, signal.SIGKILL)


def fault(product: Product, **wanted: object) -> None:
    answer = requests.post(f"{product.sandbox_url}/_sandbox/faults", json=wanted, timeout=10)
    answer.raise_for_status()


@pytest.mark.parametrize("part", ["worker", "language_model", "web"])
def test_a_killed_part_loses_no_text_and_repeats_none(product: Product, part: str) -> None:
    before = len(answers(product, DENISE))
    product.text(DENISE, CEDAR, f"what is my balance, says the {part}")
    kill(product, part)
    heard = until_more(product, DENISE, before)
    assert len(heard) == 1
    time.sleep(1)
    assert len(answers(product, DENISE)) == before + 1


def test_ten_texts_while_the_worker_dies_twice(product: Product) -> None:
    before = len(answers(product, TOMAS))
    for number in range(10):
        product.text(TOMAS, CEDAR, f"hola, es la pregunta {number}")
        if number in (3, 7):
            kill(product, "worker")
    until_more(product, TOMAS, before)
    product.idle(60)
    rows = product.rows(
        "select count(*) filter (where taken_at is null) from messages where direction = 'in'"
    )
    assert rows == [(0,)]
    assert Counter(answers(product, TOMAS)) == Counter(written(product, TOMAS))


@pytest.mark.parametrize("kind", ["429", "500", "timeout_after_effect"])
def test_twilio_in_trouble_still_means_exactly_one_answer(product: Product, kind: str) -> None:
    before = len(answers(product, LUIS))
    fault(product, target="twilio", kind=kind, times=1, path="Messages")
    product.text(LUIS, CEDAR, f"cuanto debo ({kind})")
    heard = until_more(product, LUIS, before)
    assert len(heard) == 1


def test_all_that_was_asked_of_stripe_is_valid(product: Product) -> None:
    """By the SDK's own types and by the official spec; the last test of this product."""
    assert product.record.exists()
    assert judge_recording(product.record) == []
