"""`python -m benchmarks.nlu_writers`: how understanding grows with the number of writers.

Some writers of data/nlu are held out, always the same; the model is trained on 4, 8, 16, 24, 32 and
all of the others, and judged by what the held-out ones wrote and by our own test set. Prints a line
of JSON a training and draws docs/pictures/writers.svg. The model alone is judged, its first guess,
without keywords; it is trained and asked through its own doors, whatever it is made of.
"""

import argparse
import json
import sys
import tempfile
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

from benchmarks.homes import ROOT
from benchmarks.nlu_answers import answers
from benchmarks.nlu_curve import curve_picture
from benchmarks.nlu_lines import labelled_texts, write_lines
from benchmarks.nlu_split import Split, split
from benchmarks.nlu_training import trained
from nlu.evaluate import Example, evaluate
from nlu.lines import Line, read_lines
from nlu.train import DATA, interpreter
from nlu.understanding import Intent, Understanding

COUNTS = (4, 8, 16, 24, 32)
PICTURE = ROOT / "docs" / "pictures" / "writers.svg"


def main() -> None:
    wanted = _arguments()
    lines = read_lines(DATA)
    apart = split(lines)
    found: list[dict[str, Any]] = []
    for count in _counts(wanted.counts, len(apart.order)):
        found.append(_point(lines, apart, count))
        sys.stdout.write(json.dumps(found[-1], ensure_ascii=False) + "\n")
        sys.stdout.flush()
        wanted.picture.write_text(curve_picture(found), encoding="utf-8")


def _counts(wanted: Sequence[int], most: int) -> Iterator[int]:
    """And all there are."""
    yield from (count for count in wanted if count < most)
    yield most


def _point(lines: Sequence[Line], apart: Split, count: int) -> dict[str, Any]:
    writers = apart.order[:count]
    seen = [line for line in lines if line.writer in writers]
    held_out = [_example(line) for line in lines if line.writer in apart.held_out]
    ours = labelled_texts(())
    with tempfile.TemporaryDirectory(prefix="tender-nlu-") as name:
        room = Path(name)
        data = write_lines(seen, room / "lines")
        training = trained(interpreter(), ROOT / "config.yml", data, room / "model")
        texts = [example.text for example in (*held_out, *ours)]
        guesses = answers(interpreter(), "reader", room / "model", texts, room)["guesses"]
    return {
        "writers": count,
        "lines": len(seen),
        "train_s": training.seconds,
        "held_out_writers": sorted(apart.held_out),
        "held_out": _scores(held_out, guesses),
        "test_set": _scores(ours, guesses),
    }


def _example(line: Line) -> Example:
    return Example(line.text, line.intents, frozenset(line.intents[:1]), writer=line.writer)


def _scores(examples: Sequence[Example], guesses: dict[str, list[dict[str, Any]]]) -> object:
    def first_guess(example: Example) -> Understanding:
        ranking = tuple(Intent(g["name"], g["confidence"]) for g in guesses[example.text])
        return Understanding(ranking[:1], ranking=ranking)

    report = evaluate(examples, first_guess)
    return {
        "n": report.n,
        "accuracy": report.accuracy,
        "macro_f1": report.macro_f1,
        "by_writer": {name: own["accuracy"] for name, own in report.by_writer.items()},
    }


def _arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="python -m benchmarks.nlu_writers", description=__doc__)
    parser.add_argument("--counts", type=int, nargs="+", default=COUNTS)
    parser.add_argument("--picture", type=Path, default=PICTURE)
    return parser.parse_args()


if __name__ == "__main__":
    main()
