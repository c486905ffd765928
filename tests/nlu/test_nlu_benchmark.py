"""The measurements beside Rasa's default pipeline: fair splits, fair reading, plain ratios."""

from datetime import date
from pathlib import Path
from xml.etree import ElementTree

import pytest

from benchmarks.nlu_curve import curve_picture
from benchmarks.nlu_diet import CONFIG, LOCK, DietEar, by_our_costs, by_threshold, config
from benchmarks.nlu_lines import OWN, labelled_texts, some, write_lines
from benchmarks.nlu_measures import beside, cost
from benchmarks.nlu_page import comparison
from benchmarks.nlu_split import split
from benchmarks.nlu_training import Training
from nlu.lines import Line, read_lines
from nlu.train import DATA
from nlu.understanding import Decision, Understanding

FEW = [Line(f"owe {at}", ("ask_balance",), f"w{at % 3}", "ask_balance.yml") for at in range(9)]
EXACT = "$12.50 on the 1st: \"why?\" 'así' #3 \\ {a}"


def test_some_lines_are_spread_over_all() -> None:
    assert [line.text for line in some(FEW, 3)] == ["owe 0", "owe 3", "owe 6"]
    assert some(FEW, None) == some(FEW, 99) == FEW


def test_written_lines_are_read_as_they_were(tmp_path: Path) -> None:
    lines = [*FEW, Line(EXACT, ("pay_now", "deny"), "ann", "several.yml")]
    written = read_lines(write_lines(lines, tmp_path / "lines"))
    assert [(w.text, w.intents, w.writer) for w in written] == [
        (line.text, line.intents, line.writer) for line in lines
    ]


def test_our_own_test_set_is_what_both_are_judged_by() -> None:
    written_by = {example.writer for example in labelled_texts(())}
    assert written_by == {file.stem for file in OWN.glob("*.jsonl")}


def heard(*guesses: tuple[str, float], top: str | None = None) -> Understanding:
    ranking = [
        {"name": name, "confidence": sure, "is_top": name == (top or guesses[0][0])}
        for name, sure in guesses
    ]
    return DietEar({"hi": ranking}, by_threshold).understand("hi", date(2026, 3, 11), None)


def test_a_joined_label_is_two_intents_main_one_first() -> None:
    understood = heard(("pay_now+dispute_charge", 0.6), ("pay_now", 0.3))
    assert [intent.name for intent in understood.intents] == ["pay_now", "dispute_charge"]
    assert {guess.name: guess.confidence for guess in understood.ranking} == {
        "pay_now": pytest.approx(0.9), "dispute_charge": 0.6,
    }  # fmt: skip


def test_rasas_fallback_is_a_question_not_an_intent() -> None:
    understood = heard(("nlu_fallback", 0.7), ("pay_now", 0.2))
    assert (understood.main, understood.decision) == ("pay_now", Decision.CLARIFY)
    assert heard(("pay_now", 0.9)).decision is Decision.ACT


def test_our_costs_can_weigh_foreign_guesses() -> None:
    guesses = {"hi": [{"name": "affirm", "confidence": 0.31, "is_top": True}]}
    understood = DietEar(guesses, by_our_costs).understand("hi", date(2026, 3, 11), None)
    assert understood.decision is not Decision.ACT


def test_epochs_are_those_asked_for(tmp_path: Path) -> None:
    assert config(100, tmp_path).read_text() == CONFIG.read_text()
    assert config(7, tmp_path).read_text().count("epochs: 7\n") == 2


def test_the_lock_of_the_default_pipeline_names_no_address() -> None:
    lock = LOCK.read_text()
    assert "tensorflow==" in lock
    assert "://" not in lock


def test_costs_are_medians_and_ratios_ours_to_theirs() -> None:
    runs = [{"load_s": s, "rss_mb": 100, "seconds": [0.01, 0.03]} for s in (1.0, 9.0, 2.0)]
    row = cost(Training(10.0, 500.0, 3.0), runs)
    assert (row["load_s"], row["parse_p99_ms"], row["messages_per_s"]) == (2.0, 30.0, 50.0)
    assert beside({"a": 1.0, "b": None}, {"a": 4.0, "b": 0.0}) == {
        "a": {"ours": 1.0, "diet": 4.0, "ratio": 0.25},
        "b": {"ours": None, "diet": 0.0, "ratio": None},
    }


def test_the_comparison_is_one_table() -> None:
    part = {"macro_f1": {"ours": 0.8, "diet": 0.5, "ratio": 1.6}}
    told = comparison(
        {
            "lines": 10, "texts": 5, "epochs": 100,
            "machine": {"processor": "P", "cores": 2},
            "alone": part, "in_product": part, "cost": {"train_s": part["macro_f1"]},
        }
    )  # fmt: skip
    assert "10 lines, 5 texts, DIET 100 epochs; P, 2 cores." in told
    assert told.count("| macro_f1 | 0.8 | 0.5 | 1.6 |") == 2


def test_held_out_writers_are_always_the_same_and_never_learned_from() -> None:
    lines = read_lines(DATA)
    apart = split(lines)
    assert apart == split(list(reversed(lines)))
    assert not apart.held_out & set(apart.order)
    assert apart.held_out | set(apart.order) == {line.writer for line in lines}


def test_the_curve_is_sound_svg_and_tells_every_point() -> None:
    found = [
        {"writers": n, "lines": n * 500, "held_out": {"accuracy": 0.5 + n / 100},
         "test_set": {"accuracy": 0.5 + n / 90}}
        for n in (4, 8, 16)
    ]  # fmt: skip
    root = ElementTree.fromstring(curve_picture(found))
    titles = [mark.text for mark in root.iter("{http://www.w3.org/2000/svg}title")]
    assert "4 writers, 2000 lines: 54.0% of held-out writers" in titles
    assert len(titles) == 1 + 2 * len(found)
