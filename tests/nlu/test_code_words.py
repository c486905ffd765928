"""What is said of an awaited code, and what only looks like it."""

import pytest

from nlu.code_words import AboutCode, about_code


@pytest.mark.parametrize("text", [
    "i didnt get a code", "never got the code", "no code", "nothing came", "send it again",
    "resend", "can you send me another code", "CODE", "haven't received the code yet",
    "no text came", "no me llegó ningún código", "no he recibido el mensaje", "mande otro codigo",
    "CODIGO", "el codigo no llega", "todavia no me llega el codigo",
])  # fmt: skip
def test_none_came_or_another_is_wanted(text: str) -> None:
    assert about_code(text) is AboutCode.NEW


@pytest.mark.parametrize("text", [
    "what code", "which code?", "where is the code", "code?", "qué código", "donde esta el codigo",
    "dónde veo las cifras",
])  # fmt: skip
def test_it_is_asked_which_code(text: str) -> None:
    assert about_code(text) is AboutCode.WHAT


@pytest.mark.parametrize("text", [
    "how much is left", "what is the cpt code on my bill", "i didnt get a bill",
    "i never got a receipt text", "send me a text with my balance", "zip code 78701",
    "no", "i dont have that much", "who is texting me", "stop sending me texts",
    "no mas mensajes", "don't text me", "quiero un plan", "mandeme un mensaje el viernes",
    "can i get a discount code", "i lost my phone", "i changed my number",
])  # fmt: skip
def test_what_only_looks_like_it_is_left_alone(text: str) -> None:
    assert about_code(text) is None
