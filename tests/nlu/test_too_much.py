"""More than they can, and thanks that only sound like it."""

import pytest

from nlu.too_much import says_too_much


@pytest.mark.parametrize(
    "text",
    ["thats so much", "too much for me", "so much money", "es mucho", "not in my budget", "2 much"],
)
def test_too_much(text: str) -> None:
    assert says_too_much(text)


@pytest.mark.parametrize(
    "text", ["ty so much", "Thank you so much!", "thanks so much for that", "muchas gracias", "50"]
)
def test_thanks_are_no_refusal(text: str) -> None:
    assert not says_too_much(text)
