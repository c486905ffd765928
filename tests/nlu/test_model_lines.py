"""The training lines are sound, and what is unsound is named before training."""

import pytest

from nlu.intents import known_intents
from nlu.lines import FEWEST_LINES, BadLines, Line, check_lines, read_lines
from nlu.train import DATA, model_key

ENOUGH = [Line(f"hello {at}", ("greet",), "ann", "greet.yml") for at in range(FEWEST_LINES)]


def faults(*lines: Line) -> str:
    with pytest.raises(BadLines) as raised:
        check_lines([*ENOUGH, *lines], frozenset({"greet"}))
    return str(raised.value)


def test_our_own_lines_are_sound() -> None:
    check_lines(read_lines(DATA), known_intents())


def test_every_intent_has_several_writers() -> None:
    lines = read_lines(DATA)
    for intent in known_intents():
        assert len({line.writer for line in lines if intent in line.intents}) >= 3, intent


def test_enough_sound_lines_pass() -> None:
    check_lines(ENOUGH, frozenset({"greet"}))


def test_an_unknown_intent_is_named() -> None:
    assert "no such intent: gret" in faults(Line("hey", ("gret",), "ann", "gret.yml"))


def test_a_line_in_the_wrong_file_is_named() -> None:
    assert "greet belongs in greet.yml" in faults(Line("hey", ("greet",), "ann", "thank.yml"))


def test_the_same_line_twice_is_named() -> None:
    assert "also in greet.yml" in faults(Line("HELLO 1", ("greet",), "bob", "greet.yml"))


def test_a_line_without_a_writer_is_named() -> None:
    assert "names no writer" in faults(Line("hey", ("greet",), "", "greet.yml"))


def test_too_few_lines_are_named() -> None:
    with pytest.raises(BadLines, match="thank.yml: 0 lines"):
        check_lines(ENOUGH, frozenset({"greet", "thank"}))


def test_the_same_ingredients_make_the_same_key() -> None:
    assert model_key() == model_key()
