"""Small words are heard as such, and nothing that may answer or ask is taken for them."""

import pytest

from nlu.small_words import small_words, takes_note

TAKEN = (
    "ohh ok my bad", "oh right i forgot", "hmm ok", "lol ok", "fair enough", "ok i see", "gotcha",
    "makes sense", "oh ok i see now", "Oh, okay. My mistake!", "ah ok didnt know that",
    "ok got it", "yeah i forgot about that", "ah ya entendi", "ah ok ya veo", "ok entendido",
    "ah perdon me equivoque", "ah si se me olvido", "aja ok", "ni modo", "ah ya",
    "uy si, no sabia", "ok tiene razon",
)  # fmt: skip
THANKED = (
    "gotcha thx", "got it ty", "ok thank you so much", "ah ya, gracias", "entendido mil gracias",
)  # fmt: skip
MORE = (
    "ok", "yes", "oh yes", "si", "ah si", "ya", "huh", "what?", "ok?", "sorry", "ok stop",
    "i see a charge of 40", "i forgot to pay", "my bad i will pay friday", "got it how much",
    "no", "oh no", "never mind", "ya pague", "no entiendo", "i dont see it", "ok agree",
    "entendi que debo", "perdon", "fine ill pay", "forget it", "ok forget it",
)  # fmt: skip


@pytest.mark.parametrize("text", TAKEN)
def test_an_acknowledgement_is_small(text: str) -> None:
    assert small_words(text) == "affirm"


@pytest.mark.parametrize("text", THANKED)
def test_one_with_thanks_is_thanks(text: str) -> None:
    assert small_words(text) == "thank"


@pytest.mark.parametrize("text", MORE)
def test_what_may_say_more_is_not_small(text: str) -> None:
    assert small_words(text) is None


def test_a_mistake_owned_is_more_than_an_ok() -> None:
    assert takes_note("ohh ok my bad")
    assert not takes_note("hmm ok")
