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


def test_an_opt_out_denied_asked_about_or_meant_for_another_is_never_obeyed() -> None:
    unmeant = lines("unmeant_opt_outs.txt")
    assert len(unmeant) >= 100
    assert [text for text in unmeant if guard(text).is_opt_out] == []


@pytest.mark.parametrize("text", [
    "please don't text me", "i don't want your texts", "why won't you stop texting me, stop",
    "my lawyer says stop contacting me", "what is this stop texting me",
    "did you not hear me? stop texting", "si, quitenme de la lista",
])  # fmt: skip
def test_an_opt_out_beside_a_question_or_a_no_is_obeyed(text: str) -> None:
    assert guard(text).is_opt_out


@pytest.mark.parametrize("text", [
    "can u not text me", "text me again and I'll report you", "i'm done getting these",
    "₴TOP", "ᔕTOᑭ", "ꓢꓔꓳꓑ", "🇸🇹🇴🇵", "🅢🅣🅞🅟", "перестаньте мне писать", "ngừng nhắn tin cho tôi",
    "请不要再发短信给我", "문자 보내지 마세요",
])  # fmt: skip
def test_an_opt_out_in_other_letters_or_languages_is_at_least_asked(text: str) -> None:
    guarded = guard(text)
    assert guarded.is_opt_out or guarded.asks_opt_out


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
