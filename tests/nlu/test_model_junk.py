"""Junk and the real model together: as a turn would, no junk moves money."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from bot.listening import understood
from nlu.client import RasaEar
from nlu.evaluate import evaluate, read_examples
from tests.nlu.test_model_server import TOKEN, home, start, stop
from tests.test_bad_input import JUNK, TODAY, moves_no_money

__all__ = ["home"]
pytestmark = pytest.mark.nlu


@pytest.fixture(scope="module")
def ear(home: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[RasaEar]:
    started = start(home, tmp_path_factory.mktemp("junk") / "log", workers=1)
    yield RasaEar(started.address, TOKEN)
    stop(started)


@pytest.mark.parametrize(
    "text",
    [*JUNK, "4242 " * 40_000, "x" * 200_000, "{" * 5_000, "pay 50 now " * 18_000, "yes " * 50_000],
)
def test_no_junk_moves_money_with_the_real_model(ear: RasaEar, text: str) -> None:
    assert moves_no_money(understood(ear, text, TODAY, None))


@pytest.mark.parametrize("text", ["how much do i owe", "quiero pagar", "👍"])
def test_words_still_reach_the_model(ear: RasaEar, text: str) -> None:
    assert understood(ear, text, TODAY, None).ranking


def test_replies_are_heard_beside_their_questions(ear: RasaEar) -> None:
    """Two people's replies to open questions (context.jsonl): .64 right when this was written."""
    texts = (Path(__file__).parent / "context.jsonl").read_text(encoding="utf-8").splitlines()
    report = evaluate(
        read_examples(texts), lambda each: understood(ear, each.text, TODAY, each.context)
    )
    assert (report.accuracy or 0) >= 0.6
    assert report.wrong_action_rate is not None
    assert report.wrong_action_rate <= 0.1
