"""The training lines of data/nlu, read and checked before a minute is spent on training."""

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import yaml

FEWEST_LINES = 10  # of one intent; fewer cannot be told from its neighbours
SEVERAL = "several"
_LOADER: Any = getattr(yaml, "CSafeLoader", yaml.SafeLoader)  # in C: ten times as fast


@dataclass(frozen=True)
class Line:
    """One training sentence; `where` is its file, for error messages."""

    text: str
    intents: tuple[str, ...]
    writer: str
    where: str


class BadLines(Exception):
    """Every fault found, one a line."""


def read_lines(folder: Path) -> list[Line]:
    return [line for file in sorted(folder.glob("*.yml")) for line in _lines(file)]


def _lines(file: Path) -> Iterator[Line]:
    read: dict[str, Any] = yaml.load(file.read_text(encoding="utf-8"), Loader=_LOADER) or {}
    for block in read.get("nlu") or []:
        intents = tuple(str(block.get("intent", "")).split("+"))
        writer = str((block.get("metadata") or {}).get("writer", ""))
        for row in str(block.get("examples") or "").splitlines():
            if row.strip():
                yield Line(row.strip().removeprefix("- "), intents, writer, file.name)


def check_lines(lines: list[Line], known: frozenset[str]) -> None:
    """`known` are all intents of the contract. Raises BadLines."""
    faults = [
        *_without_writer(lines),
        *_unknown(lines, known),
        *_misplaced(lines),
        *_too_few(lines, known),
        *_twice(lines),
    ]
    if faults:
        raise BadLines("\n".join(dict.fromkeys(faults)))


def _without_writer(lines: list[Line]) -> Iterator[str]:
    for line in lines:
        if not line.writer:
            yield f"{line.where}: a block of {'+'.join(line.intents)} names no writer"


def _unknown(lines: list[Line], known: frozenset[str]) -> Iterator[str]:
    for line in lines:
        for intent in line.intents:
            if intent not in known:
                yield f"{line.where}: no such intent: {intent or '(none)'}"


def _misplaced(lines: list[Line]) -> Iterator[str]:
    for line in lines:
        home = line.intents[0] if len(line.intents) == 1 else SEVERAL
        if line.where != f"{home}.yml":
            yield f"{line.where}: {'+'.join(line.intents)} belongs in {home}.yml"


def _too_few(lines: list[Line], known: frozenset[str]) -> Iterator[str]:
    alone = [line.intents[0] for line in lines if len(line.intents) == 1]
    for intent in sorted(known):
        if alone.count(intent) < FEWEST_LINES:
            yield f"{intent}.yml: {alone.count(intent)} lines, at least {FEWEST_LINES} are needed"


def _twice(lines: list[Line]) -> Iterator[str]:
    first: dict[str, Line] = {}
    for line in lines:
        before = first.setdefault(line.text.casefold(), line)
        if before is not line:
            yield f"{line.where}: also in {before.where}: {line.text}"
