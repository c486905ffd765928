"""The lines both models are trained on, and the texts both are judged by."""

from collections.abc import Iterable, Sequence
from itertools import groupby
from pathlib import Path

from benchmarks.homes import ROOT
from nlu.evaluate import Example, read_examples
from nlu.intents import known_intents
from nlu.lines import Line

OWN = ROOT / "tests" / "nlu" / "texts"


def some(lines: Sequence[Line], count: int | None) -> list[Line]:
    """`count` of them, spread evenly over intents and writers; None is all."""
    if count is None or count >= len(lines):
        return list(lines)
    return [lines[at * len(lines) // count] for at in range(count)]


def write_lines(lines: Iterable[Line], folder: Path) -> Path:
    """As Rasa's training data."""
    blocks = ['version: "3.1"', "nlu:"]
    for (intents, writer), rows in groupby(lines, lambda line: (line.intents, line.writer)):
        blocks += [f"- intent: {'+'.join(intents)}", f"  metadata: {{writer: {writer}}}"]
        blocks += ["  examples: |", *(f"    - {row.text}" for row in rows)]
    folder.mkdir(parents=True)
    (folder / "lines.yml").write_text("\n".join(blocks) + "\n", encoding="utf-8")
    return folder


def labelled_texts(files: Iterable[Path]) -> list[Example]:
    """Our own test set and any files besides."""
    named = [*sorted(OWN.glob("*.jsonl")), *files]
    return [
        example
        for file in named
        for example in read_examples(file.read_text(encoding="utf-8").split("\n"), known_intents())
    ]
