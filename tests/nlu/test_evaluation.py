"""A report told apart by length, writer and confidence; a noised copy; and faulty labels."""

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from nlu.calibration import bins, calibration_error
from nlu.evaluate import BadExample, Example, evaluate, noisy, read_examples, with_noise
from nlu.noise import noised
from nlu.understanding import Decision, Intent, Understanding

KNOWN = frozenset({"pay_now", "opt_out", "help"})
LINES = [
    '{"text": "pay", "intents": ["pay_now"], "writer": "ann"}',
    '{"text": "take my number off your list now", "intents": ["opt_out"], "writer": "bob"}',
    '{"text": "stop asking, I want to pay", "intents": ["pay_now", "opt_out"], "writer": "bob"}',
    '{"text": "when does the clinic stop taking calls", "intents": ["help"], "writer": "bob"}',
]
ANSWERS = st.lists(st.tuples(st.floats(0, 1), st.booleans()), max_size=60)
TEXTS = st.text(st.sampled_from("abcdefgéñ ¿?'.,1234567890$"), max_size=60)


def hears_stop(example: Example) -> Understanding:
    name = "opt_out" if "stop" in example.text else "pay_now"
    return Understanding((Intent(name, 0.75),), decision=Decision.ACT)


def test_texts_are_told_apart_by_length_and_writer() -> None:
    report = evaluate(read_examples(LINES), hears_stop)
    assert {name: own["n"] for name, own in report.by_length.items()} == {"1-4": 1, "5-15": 3}
    assert report.by_writer["ann"]["accuracy"] == 1
    assert report.by_writer["bob"]["wrong_action_rate"] == 1


def test_opt_outs_missed_and_imagined_are_counted() -> None:
    report = evaluate(read_examples(LINES), hears_stop)
    assert report.opt_out == {
        "n": 2, "recall": 0.5, "obeyed": 0.5,
        "others": 2, "false": 1, "false_share": 0.5, "false_obeyed": 1,
    }  # fmt: skip


def test_every_text_stands_in_the_matrix_once() -> None:
    report = evaluate(read_examples(LINES), hears_stop)
    assert sum(cell["n"] for cell in report.matrix) == report.n
    assert [cell for cell in report.matrix if cell["said"] != cell["understood"]] == (
        report.confusions
    )


def test_a_group_nobody_is_in_is_left_out() -> None:
    report = evaluate(read_examples(['{"text": "pay", "intent": "pay_now"}']), hears_stop)
    assert (report.by_writer, report.by_language) == ({}, {})
    assert report.opt_out["recall"] is None


@given(ANSWERS)
def test_bins_hold_every_answer_once(answers: list[tuple[float, bool]]) -> None:
    found = bins([sure for sure, _ in answers], [right for _, right in answers])
    assert sum(each.n for each in found) == len(answers)
    assert all(each.low - 1e-9 <= each.confidence <= each.high + 1e-9 for each in found)


@given(ANSWERS.filter(bool))
def test_the_calibration_error_is_a_share(answers: list[tuple[float, bool]]) -> None:
    error = calibration_error(bins([sure for sure, _ in answers], [right for _, right in answers]))
    assert error is not None
    assert -1e-9 <= error <= 1 + 1e-9


def test_calibration_counts_the_gap_between_sure_and_right() -> None:
    assert calibration_error(bins([0.75] * 4, [True, True, True, False])) == 0
    assert calibration_error(bins([1.0, 1.0], [False, False])) == 1
    assert calibration_error([]) is None


@given(TEXTS, st.integers(0, 99))
def test_the_same_seed_makes_the_same_copy(text: str, seed: int) -> None:
    assert noised(text, seed, 0.2) == noised(text, seed, 0.2)


@given(TEXTS, st.integers(0, 99))
def test_noise_leaves_amounts_alone(text: str, seed: int) -> None:
    copied = noised(text, seed, 0.5)
    assert [c for c in copied if c in "$0123456789"] == [c for c in text if c in "$0123456789"]


def test_noise_keeps_the_point_of_an_amount_and_a_lone_sign() -> None:
    copies = {noised("$40.50", seed) for seed in range(50)} | {noised("👍", 1, 1.0)}
    assert copies == {"$40.50", "👍"}


def test_noise_changes_most_texts_but_not_their_labels() -> None:
    examples = read_examples(LINES)
    copies = noisy(examples, seed=3, letters=0.2)
    assert [copy.intents for copy in copies] == [example.intents for example in examples]
    assert sum(a.text != b.text for a, b in zip(copies, examples, strict=True)) >= 3


def test_what_noise_costs_stands_in_the_report() -> None:
    report = evaluate(read_examples(LINES), hears_stop)
    found = json.loads(with_noise(report, report, seed=3).as_json())["noise"]
    assert found["seed"] == 3
    assert found["accuracy"] == report.accuracy


@pytest.mark.parametrize(
    ("line", "fault"),
    [
        ("{", "not JSON"),
        ("[]", "not a JSON object"),
        ('{"intents": ["help"]}', "text is missing"),
        ('{"text": null, "intents": ["help"]}', "text is not a string"),
        ('{"text": "a"}', "intents is missing"),
        ('{"text": "a", "intents": [3]}', "intents is not a list of names"),
        ('{"text": "a", "intents": {"help": 1}}', "intents is not a list of names"),
        ('{"text": "a", "intent": "hlep"}', "no such intent: hlep"),
        ('{"text": "a", "intent": "help", "accept": ["pay"]}', "no such intent: pay"),
        ('{"text": "a", "intent": "help", "lang": 3}', "lang is not a string"),
        ('{"text": "a", "intent": "help", "entities": []}', "entities is not an object"),
    ],
)
def test_a_faulty_line_is_named_with_its_fault(line: str, fault: str) -> None:
    with pytest.raises(BadExample, match=f"^line 2: {fault}"):
        read_examples([LINES[0], line], KNOWN)


def test_every_fault_is_named_up_to_ten() -> None:
    with pytest.raises(BadExample, match="line 10: text is missing\nand 2 more$") as raised:
        read_examples(["{}"] * 12, KNOWN)
    assert len(str(raised.value).splitlines()) == 11


def test_one_intent_may_stand_without_a_list() -> None:
    assert read_examples(['{"text": "a", "intents": "help"}'])[0].intents == ("help",)
