"""The pictures of an evaluation are sound SVG and tell everything in words too."""

from pathlib import Path
from xml.etree import ElementTree

import pytest

from nlu.evaluate import Example, Report, evaluate, read_examples
from nlu.intents import known_intents
from nlu.pictures import draw
from nlu.report_page import NoPlace, marks, write_figures
from nlu.report_words import report_words
from nlu.understanding import Decision, Intent, Understanding

BEGIN, END = marks("figures")
SVG = "{http://www.w3.org/2000/svg}"
LINES = [
    '{"text": "pay", "intents": ["pay_now"], "lang": "en", "entities": {}}',
    '{"text": "stop", "intents": ["opt_out"], "lang": "en"}',
    '{"text": "<&>", "intents": ["out_of_scope"], "lang": "es"}',
]


def always_pay(example: Example) -> Understanding:
    said = (Intent("pay_now", 0.9),)
    return Understanding(said, decision=Decision.ACT, ranking=said)


@pytest.fixture
def report() -> Report:
    return evaluate(read_examples(LINES), always_pay)


def told(file: Path) -> list[str]:
    """Every title, description and word of a picture."""
    marks = ElementTree.parse(file).getroot().iter()
    return [mark.text or "" for mark in marks if mark.tag != f"{SVG}style"]


def test_the_grid_has_every_intent_and_every_mistake(report: Report, tmp_path: Path) -> None:
    confusion, _ = draw(report, known_intents(), tmp_path)
    said = told(confusion)
    for name in known_intents():
        assert said.count(name.replace("_", " ")) >= 2, name
    assert "opt_out → pay_now: 1 of 1 (100%)" in said
    assert "pay_now → pay_now: 1 of 1 (100%)" in said


def test_the_curve_tells_each_bin(report: Report, tmp_path: Path) -> None:
    _, reliability = draw(report, known_intents(), tmp_path)
    assert "Share right by confidence. 0.9 to 1.0: 33% of 3 right." in told(reliability)


def test_pictures_have_a_title_a_description_and_both_schemes(
    report: Report, tmp_path: Path
) -> None:
    for file in draw(report, known_intents(), tmp_path):
        root = ElementTree.parse(file).getroot()
        assert root.get("role") == "img"
        assert [root[0].tag, root[1].tag] == [f"{SVG}title", f"{SVG}desc"]
        assert "prefers-color-scheme: dark" in file.read_text()


def test_nothing_measured_can_be_drawn_and_told(tmp_path: Path) -> None:
    empty = evaluate([], always_pay)
    for file in draw(empty, known_intents(), tmp_path):
        ElementTree.parse(file)
    assert "texts" in report_words(empty)


def test_a_report_in_words_tells_the_whole_and_the_worst(report: Report) -> None:
    words = report_words(report)
    assert "main intent right                 33.3 %" in words
    assert "opt_out -> pay_now" in words


def test_figures_are_written_between_the_marks_alone(report: Report, tmp_path: Path) -> None:
    page = tmp_path / "page.md"
    page.write_text(f"before\n{BEGIN}\nyesterday\n{END}\nafter\n")
    write_figures(page, report)
    written = page.read_text()
    assert "| main intent right | 33.3 % |" in written
    assert "yesterday" not in written
    assert written.startswith("before\n") and written.endswith(f"{END}\nafter\n")
    write_figures(page, report)
    assert page.read_text() == written


def test_a_page_without_marks_is_left_alone(report: Report, tmp_path: Path) -> None:
    page = tmp_path / "page.md"
    page.write_text("nothing")
    with pytest.raises(NoPlace, match="page.md"):
        write_figures(page, report)
    assert page.read_text() == "nothing"
