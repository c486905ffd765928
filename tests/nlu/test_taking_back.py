"""What was just agreed is taken back in many words; our texts are another matter."""

import pytest

from nlu.taking_back import speaks_of_texts, takes_back

TAKEN_BACK = [
    "cancel that", "cancel that please", "never mind that", "nevermind", "wait no, undo it",
    "undo that", "scratch that", "i changed my mind", "no wait i changed my mind",
    "actually i don't want that", "forget it", "drop it", "wait no", "actually no",
    "call it off", "i take that back", "cancel this plan", "i don't want to do this anymore no",
    "i didnt mean to agree", "cancel it, i can't",
    "mejor no, cancele eso", "olvidelo", "olv\u00eddelo por favor", "espere, no quiero eso",
    "deshaga eso", "ya no quiero", "ya no lo quiero", "me arrepent\u00ed", "siempre no",
    "cambi\u00e9 de idea", "canc\u00e9lelo", "espere, no", "no acepto", "mejor ya no quiero",
]  # fmt: skip
OTHER = [
    "stop", "cancel the texts", "stop texting me", "cancel that appointment", "agree", "no",
    "don't cancel that", "cancel that card i gave you", "no quiero mensajes", "ya no me escriban",
    "quiero cancelar mi cuenta hoy", "dejelo asi", "no thanks", "ya no me mande nada al celular",
    "actually no, 80", "end of the month", "quiero cancelar todo", "i can't",
    "mejor no los viernes",
]  # fmt: skip


@pytest.mark.parametrize("text", TAKEN_BACK)
def test_what_was_agreed_is_taken_back(text: str) -> None:
    assert takes_back(text)


@pytest.mark.parametrize("text", OTHER)
def test_other_words_take_nothing_back(text: str) -> None:
    assert not takes_back(text)


@pytest.mark.parametrize(
    "text",
    ["stop please", "unsubscribe", "no more texts", "quit it", "ya no me escriban", "de baja"],
)
def test_words_of_texts_are_known(text: str) -> None:
    assert speaks_of_texts(text)


@pytest.mark.parametrize("text", ["cancel that", "y", "never mind", "no quiero eso"])
def test_other_words_are_not_of_texts(text: str) -> None:
    assert not speaks_of_texts(text)
