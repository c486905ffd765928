"""The report of an evaluation counts as its words say."""

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from nlu.evaluate import BadExample, Example, evaluate, read_examples
from nlu.evaluate_dates import evaluate_dates
from nlu.scores import auroc, percentile
from nlu.understanding import Amount, Decision, Entities, Intent, Understanding

LINES = [
    '{"text": "pay", "intents": ["pay_now"], "lang": "en", "entities": {"amount": [5000]}}',
    '{"text": "pay, who is this", "intents": ["pay_now", "who_is_this"], "lang": "en"}',
    '{"text": "hm", "intent": "help", "accept": ["help", "pay_now"], "lang": "es"}',
    '{"text": "weather", "intents": ["out_of_scope"]}',
]


def always_pay(example: Example) -> Understanding:
    said = (Intent("pay_now", 0.9),)
    return Understanding(
        said, Entities(amounts=(Amount(0, 1, cents=5000),)), "en", Decision.ACT, said
    )


def test_a_report_counts_right_wrong_and_missed() -> None:
    report = evaluate(read_examples(LINES), always_pay)
    assert report.n == 4
    assert report.accuracy == 0.75
    assert report.wrong_action_rate == 0.25
    assert report.any_intent_recall == 0.6
    assert report.entity_f1 == {"amount": 1.0}
    assert report.by_language["es"]["accuracy"] == 1.0
    assert report.confusions == [{"said": "out_of_scope", "understood": "pay_now", "n": 1}]
    assert set(report.latency_ms) == {"p50", "p95", "p99"}


def test_the_second_thing_said_done_first_is_not_unsaid() -> None:
    lines = ['{"text": "stop, but i pay", "intents": ["opt_out", "pay_now"]}', LINES[3]]
    report = evaluate(read_examples(lines), always_pay)
    assert (report.wrong_action_rate, report.unsaid_action_rate) == (1.0, 0.5)


def test_a_report_is_json() -> None:
    assert json.loads(evaluate([], always_pay).as_json())["accuracy"] is None


@pytest.mark.parametrize("line", ["{", "[]", '{"text": "a"}', '{"text": 3, "intent": "help"}'])
def test_a_bad_line_is_named_by_its_number(line: str) -> None:
    with pytest.raises(BadExample, match="line 2"):
        read_examples([LINES[0], line])


@given(st.lists(st.tuples(st.floats(0, 1), st.booleans()), min_size=1, max_size=40))
def test_auroc_is_the_chance_of_ranking_a_pair_right(pairs: list[tuple[float, bool]]) -> None:
    above = [score for score, truth in pairs if truth]
    below = [score for score, truth in pairs if not truth]
    wins = sum((one > two) + 0.5 * (one == two) for one in above for two in below)
    expected = wins / (len(above) * len(below)) if above and below else None
    assert auroc([score for score, _ in pairs], [truth for _, truth in pairs]) == (
        expected if expected is None else pytest.approx(expected)
    )


def test_a_percentile_is_one_of_the_numbers() -> None:
    assert percentile([5, 1, 4, 2, 3], 50) == 3
    assert percentile([], 99) == 0


def test_dates_count_right_days_and_rightly_no_day() -> None:
    lines = [
        '{"text": "tomorrow", "lang": "en", "today": "2026-03-11", "date": "2026-03-12"}',
        '{"text": "maybe", "lang": "en", "today": "2026-03-11", "date": null}',
    ]
    assert evaluate_dates(lines) == 1.0
