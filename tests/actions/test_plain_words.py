"""Spanish reads as easily as English does, and nobody is pressed, shamed or threatened."""

import re

import pytest

from bot.wording import load_wording
from tests.actions.reading_es import ease

TEXTS = load_wording().texts
FOR_EVERYBODY = 55.0
PARTS = ("choice_", "phrase_", "weekday_", "item_")  # said inside other words
SHORTENED = re.compile(
    r"\w'(?:t|m|re|ve|ll|d)\b|\b(?:it|that|what|here|there|let|who)'s\b", re.IGNORECASE
)
SPANISH = [
    (key, text)
    for key, tones in TEXTS["es"].items()
    for variants in tones.values()
    for text in variants
    if not key.startswith(PARTS)
]
EACH = [
    (language, key, text)
    for language, keys in TEXTS.items()
    for key, tones in keys.items()
    for variants in tones.values()
    for text in variants
]
PRESSING = {
    "en": r"must|have to|had better|asap|right away|at once|hurry|act now|act fast|last chance|"
    r"deadline|warning|failure|fail to|failed to|late fees?|penalt\w+|delinquen\w+|past due|"
    r"arrears|obligat\w+|demand\w*|attorney|lawyer|court|credit score|report you|collector|"
    r"ashamed?|shame|disappoint\w+|unfortunately|avoid further",
    "es": r"debe pagar|(?<!no )tiene que|hay que|cuanto antes|lo antes posible|ya mismo|apres\w+|"
    r"ltimo aviso|ltima oportunidad|advertencia|aviso final|multas?|penali\w+|atras\w+|"
    r"mora|obliga\w+|demanda\w*|abogad\w+|tribunal|juicio|historial|reportar\w*|cobrador\w*|"
    r"verg.enza|lamentablemente|evite",
}


@pytest.mark.parametrize(("key", "text"), SPANISH)
def test_spanish_is_for_everybody_to_read(key: str, text: str) -> None:
    """ "Asistente automatizado" is the law's own term."""
    said = re.sub(r"\{\w+\}", "esto", text).replace("asistente automatizado", "ayudante")
    assert ease(said) >= FOR_EVERYBODY, f"{ease(said):.0f}: {text}"


@pytest.mark.parametrize(("language", "key", "text"), EACH)
def test_nobody_is_pressed_shamed_or_threatened(language: str, key: str, text: str) -> None:
    found = re.search(rf"\b(?:{PRESSING[language]})\b", text, re.IGNORECASE)
    assert not found, f"{found}: {text}"


@pytest.mark.parametrize("key", sorted(TEXTS["en"]))
def test_a_formal_text_shortens_no_word(key: str) -> None:
    for text in TEXTS["en"][key].get("formal", ()):
        assert not SHORTENED.search(text), text


@pytest.mark.parametrize(
    ("text", "least", "most"),
    [
        ("Hola. Soy yo. Pague hoy.", 100, 140),
        ("¿Quiere un plan? Diga sí o no.", 95, 130),
        ("La regularización extraordinaria de obligaciones administrativas.", -200, 0),
    ],
)
def test_the_measure_tells_easy_from_hard(text: str, least: int, most: int) -> None:
    assert least <= ease(text) <= most
