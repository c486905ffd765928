"""Hundreds of opt-outs in every style, all found; hundreds of false friends, none acted on."""

import time
from pathlib import Path

import pytest

from bot.guards import guard

WORDINGS = Path(__file__).parent / "wordings"
LONG = 1_600  # characters, the longest text a carrier delivers
RUNS = ["stop ", "no me manden ", "dont ", "quiteme de ", "a ", "i told you to ", "s t o p ", "aaa"]


def lines(name: str) -> list[str]:
    return [line for line in (WORDINGS / name).read_text().split("\n") if line]


def test_every_opt_out_is_obeyed_or_asked_and_nearly_all_obeyed() -> None:
    heard = [guard(text) for text in lines("opt_outs.txt")]
    assert len(heard) >= 400
    missed = [g.text for g in heard if not (g.is_opt_out or g.asks_opt_out)]
    assert missed == []
    assert sum(g.is_opt_out for g in heard) / len(heard) >= 0.99


def test_no_false_friend_is_obeyed_and_few_are_asked() -> None:
    heard = [guard(text) for text in lines("false_friends.txt")]
    assert len(heard) >= 380
    assert [g.text for g in heard if g.is_opt_out] == []
    assert sum(g.asks_opt_out for g in heard) / len(heard) <= 0.06


@pytest.mark.parametrize("run", RUNS)
def test_a_text_twice_as_long_takes_about_twice_as_long(run: str) -> None:
    half, whole = (run * LONG)[: LONG // 2], (run * LONG)[:LONG]
    guard(half)
    assert _seconds(whole) < 6 * _seconds(half) + 0.02


def _seconds(text: str) -> float:
    taken = []
    for _ in range(5):
        began = time.perf_counter()
        guard(text)
        taken.append(time.perf_counter() - began)
    return min(taken)
