"""Whose part of what one person answers for a text speaks of."""

import pytest

from nlu.owners import names_own, names_owner


@pytest.mark.parametrize(
    "text",
    [
        "plan for mine", "para lo mío nomás", "pay mine", "only my part", "just for me",
        "un plan solo para mi", "lo mio", "para la mia nomas",
    ],
)  # fmt: skip
def test_their_own_part_is_named(text: str) -> None:
    assert names_own(text)


@pytest.mark.parametrize(
    "text",
    [
        "set up a plan for me", "send my bill", "a plan for my bill", "para mi es mucho",
        "that money is not mine", "everything but mine", "can you do it for me", "mia",
        "a friend of mine said", "plan para mi",
    ],
)  # fmt: skip
def test_nothing_of_their_own_is_named(text: str) -> None:
    assert not names_own(text)


@pytest.mark.parametrize(
    "text",
    [
        "can i set up a plan for max only", "a plan for Max", "just max", "max only", "max's bill",
        "lo de max nomás", "un plan para Max", "solo la de max", "maxs bill on a plan",
    ],
)  # fmt: skip
def test_the_child_is_named(text: str) -> None:
    assert names_owner(text, "Max") is True


@pytest.mark.parametrize(
    "text",
    [
        "a max of 50", "for max 50 a month", "max 50", "de max $50", "what is the max", "50 max",
        "my max is 50 a month",
    ],
)  # fmt: skip
def test_the_most_is_no_child(text: str) -> None:
    assert names_owner(text, "Max") is None


@pytest.mark.parametrize("text", ["all but max", "not max's", "sin lo de max", "not for max"])
def test_the_child_is_left_out(text: str) -> None:
    assert names_owner(text, "Max") is False
