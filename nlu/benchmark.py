"""The committed benchmark: hand-written texts that no model is trained on."""

import hashlib
from collections.abc import Sequence
from pathlib import Path

from nlu.evaluate import Example, read_examples

BENCHMARK = Path(__file__).parent.parent / "tests" / "nlu" / "texts"


class NoBenchmark(Exception):
    """Without texts to judge by no model may change."""


def read_benchmark(folder: Path = BENCHMARK) -> list[Example]:
    """Every .jsonl file in the folder. Raises NoBenchmark, BadExample."""
    files = sorted(folder.glob("*.jsonl"))
    texts = [each for file in files for each in read_examples(file.read_text().splitlines())]
    if not texts:
        raise NoBenchmark(f"There are no texts to judge a model by in {folder}.")
    return texts


def fingerprint(texts: Sequence[Example]) -> str:
    """Changes with the texts and their labels."""
    said = "\n".join(repr((each.text, each.intents, sorted(each.accept))) for each in texts)
    return hashlib.sha256(said.encode()).hexdigest()[:16]
