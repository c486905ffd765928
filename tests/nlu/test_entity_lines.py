"""Everything concrete in patients' texts, kind by kind, as an evaluation would count it."""

import json
from pathlib import Path

import pytest

from nlu.evaluate_entities import evaluate_entities
from nlu.examples import BadExample

ROWS = [
    json.loads(line) for line in (Path(__file__).parent / "entities.jsonl").read_text().splitlines()
]
LEAST = {
    "amount": 0.97, "per_period": 0.97, "frequency": 0.95, "count": 0.97, "time_of_day": 0.9,
    "phone": 1.0, "email": 1.0, "line_item": 0.97, "language": 0.97,
}  # fmt: skip


@pytest.mark.parametrize("language", ["en", "es"])
def test_entities_are_found_kind_by_kind(language: str) -> None:
    rows = [row for row in ROWS if row["lang"] == language]
    scores = evaluate_entities(json.dumps(row) for row in rows)
    for kind, least in LEAST.items():
        assert scores[kind] >= least, kind


def test_a_line_without_entities_is_named() -> None:
    with pytest.raises(BadExample, match="line 2"):
        evaluate_entities(['{"text": "50", "entities": {}}', '{"text": "50"}'])
