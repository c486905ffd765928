"""What colleagues taught, beside the committed lines: one file in the same form as data/nlu."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import yaml

OVERLAY = "overlay.yml"
COPIES = 4  # how many ordinary lines a correction counts for
_MARKED = str.maketrans("[]{}", "()()")  # Rasa would read an annotation


@dataclass(frozen=True)
class Lesson:
    """A text and what it means, main intent first; `writer` names a practice, never a person."""

    id: int
    text: str
    intents: tuple[str, ...]
    writer: str


def write_overlay(lessons: Iterable[Lesson], file: Path) -> None:
    """For the owner's eyes alone. The same lessons make the same file, to the byte."""
    file.touch(mode=0o600)
    file.chmod(0o600)
    file.write_text(overlay_text(lessons), encoding="utf-8")


def overlay_text(lessons: Iterable[Lesson]) -> str:
    """A copy differs by its number: of lines that are all the same Rasa keeps one."""
    alike: dict[tuple[str, str], list[Lesson]] = defaultdict(list)
    for lesson in sorted(lessons, key=lambda each: (each.writer, each.id)):
        alike["+".join(lesson.intents), lesson.writer].append(lesson)
    blocks = [
        _block(intent, writer, copy, taught)
        for (intent, writer), taught in sorted(alike.items())
        for copy in range(COPIES)
    ]
    return "\n".join(('version: "3.1"', "nlu:", *blocks, ""))


def _block(intent: str, writer: str, copy: int, taught: list[Lesson]) -> str:
    ids = ", ".join(str(lesson.id) for lesson in taught)
    head = f"- intent: {intent}\n  metadata: {{writer: {writer}, copy: {copy}, ids: [{ids}]}}"
    lines = "".join(f"\n    - {lesson.text.translate(_MARKED)}" for lesson in taught)
    return f"{head}\n  examples: |{lines}"


def read_overlay(file: Path) -> list[Lesson]:
    """Each lesson once, by id; none where there is no such file."""
    if not file.exists():
        return []
    read: dict[str, Any] = yaml.safe_load(file.read_text(encoding="utf-8")) or {}
    lessons = [
        Lesson(int(number), row.removeprefix("- "), tuple(block["intent"].split("+")), writer)
        for block in read.get("nlu") or []
        if block["metadata"]["copy"] == 0
        for writer in [str(block["metadata"]["writer"])]
        for number, row in zip(
            block["metadata"]["ids"], block["examples"].splitlines(), strict=True
        )
    ]
    return sorted(lessons, key=lambda each: each.id)
