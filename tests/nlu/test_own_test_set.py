"""Our own test set can judge: wide enough, in both languages, and never trained on."""

from collections import Counter
from pathlib import Path

import pytest

from nlu.evaluate import Example, read_examples
from nlu.intents import known_intents
from nlu.lines import read_lines
from nlu.train import DATA
from nlu.unseen import bare, read_before

TEXTS = sorted((Path(__file__).parent / "texts").glob("*.jsonl"))
FEWEST = 15


@pytest.fixture(scope="module")
def examples() -> list[Example]:
    return [each for file in TEXTS for each in read_examples(file.read_text().splitlines())]


def test_every_intent_has_enough_lines(examples: list[Example]) -> None:
    counted = Counter(example.intents[0] for example in examples)
    assert set(counted) == known_intents()
    assert {intent: n for intent, n in counted.items() if n < FEWEST} == {}


def test_every_intent_is_said_in_both_languages(examples: list[Example]) -> None:
    for language in ("en", "es"):
        said = {example.intents[0] for example in examples if example.lang == language}
        assert said == known_intents(), language


def test_some_texts_say_two_things(examples: list[Example]) -> None:
    assert sum(len(example.intents) > 1 for example in examples) >= 50


def test_no_line_was_trained_on(examples: list[Example]) -> None:
    """If new training lines say the same: `python -m tools.leave_out_seen`."""
    assert read_before([example.text for example in examples], read_lines(DATA)) == []


def test_marks_and_case_hide_no_trained_line() -> None:
    line = read_lines(DATA)[0]
    assert read_before([f"  {line.text.upper()}?! 👋"], [line])
    assert bare("¿Huh? ") == "huh"
