"""A phone's written-out reaction is its sign; what it quotes was said by us."""

import pytest

from nlu.reactions import takes_notice, without_reaction


@pytest.mark.parametrize(
    ("text", "sign"),
    [
        ("Liked “Reply STOP to stop”", "👍"),
        ("Reacted 👍🏽 to “Your plan”", "👍"),
        ("\u200b👍\u200b to “ Your plan ”", "👍"),
        ("A Ana le encantó “Gracias”", "🙏"),
        ("No le gustó “Su plan”", "👎"),
        ("Disliked “Your plan”", "👎"),
        ("Loved an image", "🙏"),
    ],
)
def test_a_reaction_is_its_sign(text: str, sign: str) -> None:
    assert without_reaction(text) == sign


@pytest.mark.parametrize(
    "text",
    [
        "Liked “ok” but stop texting me “please”",
        'Liked "ok" but stop texting me "please"',
        "A Ana le gustó «hola» pero ya no me escriban «gracias»",
        "Me encantó “su plan” ya no me manden “mensajes”",
        "Liked “Your plan”\nSTOP\nLiked “Thanks”",
        "Liked “ok” Loved “this”",
        "Liked “ok” 🛑",
        "Loved “this” but stop texting",
        "i liked “your plan”",
        "STOP",
        "👍 pay it",
        "50",
        "ok",
    ],
)
def test_other_texts_stay(text: str) -> None:
    assert without_reaction(text) == text


@pytest.mark.parametrize("text", ["ok", "👍", "❤️", "ok gracias", "kk, sounds good"])
def test_an_ok_takes_notice(text: str) -> None:
    assert takes_notice(text)


@pytest.mark.parametrize("text", ["yes", "agree", "ok 50", "ok?", "ok pay it", "👎", "ok stop", ""])
def test_more_than_an_ok_does_not(text: str) -> None:
    assert not takes_notice(text)
