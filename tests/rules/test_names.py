"""Names as patients write them."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.rules.names import Likeness, likeness, words_of


@pytest.mark.parametrize(("name", "text", "how"), [
    ("Rosa", "soy ROSA", Likeness.SAME), ("José", "jose moreno", Likeness.SAME),
    ("Leo", "and leo's?", Likeness.SAME), ("Maria Elena", "elena", Likeness.SAME),
    ("Samuel", "sam moreno", Likeness.SHORT), ("Robert", "its bob", Likeness.SHORT),
    ("Guadalupe", "lupe", Likeness.SHORT), ("Alice", "alise", Likeness.SLIP),
    ("Alice", "Alcie", Likeness.SLIP), ("Anna", "ana", None), ("Luis", "una cosa", None),
])  # fmt: skip
def test_a_name_is_known_in_short_and_with_a_slip(
    name: str, text: str, how: Likeness | None
) -> None:
    assert likeness(name, words_of(text)) is how


@given(st.text(st.characters(categories=["L"]), min_size=2, max_size=12))
def test_every_name_is_like_itself(name: str) -> None:
    words = words_of(name)
    assert not words or likeness(" ".join(words), words) is Likeness.SAME
