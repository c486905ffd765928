"""More than they can, and thanks that only sound like it."""

import pytest

from nlu.too_much import asks_for_less, says_at_limit, says_too_much, seeks_another_way


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


@pytest.mark.parametrize("text", [
    "thats all i have", "thats the most i can do", "i really cant do more", "that's my max",
    "es todo lo que tengo", "no tengo para mas", "es lo maximo que puedo",
])  # fmt: skip
def test_no_more_is_there(text: str) -> None:
    assert says_at_limit(text)


@pytest.mark.parametrize("text", [
    "thats all", "is that all i have to pay", "thats all i have to say", "i cant do more texts",
    "all i can see is a page", "i have all i need", "eso es todo", "no puedo mas tarde",
    "is that all i have?",
])  # fmt: skip
def test_all_that_is_said_is_no_limit(text: str) -> None:
    assert not says_at_limit(text)


@pytest.mark.parametrize("text", [
    "can i do less", "can i pay something smaller", "anything smaller", "puedo pagar menos",
    "quisiera pagar algo menos", "i can only do a little",
])  # fmt: skip
def test_less_is_asked_for(text: str) -> None:
    assert asks_for_less(text)


@pytest.mark.parametrize("text", [
    "can i pay less than that", "can i get less texts", "can you lower it", "can i do half",
    "i lost my job can i pay less", "can i pay less a month", "puedo pagar menos de lo que debo",
])  # fmt: skip
def test_other_wishes_are_not_for_less(text: str) -> None:
    assert not asks_for_less(text)


def test_another_way_than_all_at_once_is_sought() -> None:
    assert seeks_another_way("i cant do 600 at once lol what are my options")
    assert seeks_another_way("no puedo pagar todo junto que opciones tengo")
    assert not seeks_another_way("i dont have 600 right now")
    assert not seeks_another_way("cant open the link what can i do")
