"""Segments against the carriers' limits and against a slow reference."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.rules.segments import encoding, is_gsm7, segments, to_gsm7


@pytest.mark.parametrize(
    ("text", "count"),
    [
        ("", 0),
        ("a" * 160, 1),
        ("a" * 161, 2),
        ("a" * 306, 2),
        ("a" * 307, 3),
        ("á" * 70, 1),
        ("á" * 71, 2),
        ("á" * 134, 2),
        ("á" * 135, 3),
        ("€" * 80, 1),
        ("€" * 81, 2),
        ("😀" * 35, 1),
        ("😀" * 36, 2),
        ("a" * 152 + "€" + "a" * 10, 2),
        ("a" * 152 + "€" + "a" * 152, 3),
        ("á" * 66 + "😀" + "a" * 66, 3),
    ],
)
def test_segments_follow_the_carriers_table(text: str, count: int) -> None:
    assert segments(text) == count


@pytest.mark.parametrize("letter", "éñ¿¡üÑÉàèòùìÇ@£$\n_")
def test_these_letters_stay_in_the_cheap_alphabet(letter: str) -> None:
    assert encoding(letter) == "GSM-7"


@pytest.mark.parametrize("letter", "áíóúÁÍÓÚ’“–…ç😀`")
def test_these_letters_force_the_dear_alphabet(letter: str) -> None:
    assert encoding(letter) == "UCS-2"


@pytest.mark.parametrize(
    ("text", "plain"),
    [
        ("It’s “fine” – really…", 'It\'s "fine" - really...'),
        ("¿Cuánto debo? Mañana, José", "¿Cuanto debo? Mañana, José"),
        ("Jose\u0301", "José"),
        ("Zoë", "Zoe"),
        ("$5\u00a0now", "$5 now"),
    ],
)
def test_text_is_made_plain(text: str, plain: str) -> None:
    assert to_gsm7(text) == plain
    assert is_gsm7(plain)


@given(st.text(alphabet=st.sampled_from("ab€[á😀é\n^"), max_size=400))
def test_segments_agree_with_filling_them_one_letter_at_a_time(text: str) -> None:
    assert segments(text) == _slowly(text)


@given(st.text(max_size=200))
def test_making_plain_twice_changes_nothing_more(text: str) -> None:
    assert to_gsm7(to_gsm7(text)) == to_gsm7(text)


def _slowly(text: str) -> int:
    dear = any(letter in "á😀" for letter in text)
    single, joined = (70, 67) if dear else (160, 153)
    wide = "😀" if dear else "€[^"
    parts = [letter * (2 if letter in wide else 1) for letter in text]
    if len("".join(parts)) <= single:
        return int(bool(text))
    filled = [""]
    for part in parts:
        fits = len(filled[-1]) + len(part) <= joined
        filled = [*filled[:-1], filled[-1] + part] if fits else [*filled, part]
    return len(filled)
