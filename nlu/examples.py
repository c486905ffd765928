"""Labelled texts to judge by, read line by line; every fault is named with its line."""

import json
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Any

_FAULTS_SHOWN = 10
_OPTIONAL = {"lang": str, "writer": str, "context": str, "entities": dict}
_NAMES = {str: "a string", dict: "an object"}


class BadExample(Exception):
    """Names the lines and what is wrong with them, one a line."""


@dataclass(frozen=True)
class Example:
    """`intents` main one first; `accept` are the main intents counted right."""

    text: str
    intents: tuple[str, ...]
    accept: frozenset[str]
    lang: str | None = None
    entities: dict[str, Any] | None = None
    context: str | None = None
    writer: str | None = None


def read_examples(lines: Iterable[str], known: frozenset[str] | None = None) -> list[Example]:
    """One JSON object a line; `known` None takes any intent's name. Raises BadExample."""
    read: list[Example] = []
    faults: list[str] = []
    for at, line in enumerate(lines, 1):
        if not line.strip():
            continue
        try:
            read.append(_example(line, known))
        except BadExample as fault:
            faults.append(f"line {at}: {fault}")
    if faults:
        more = len(faults) - _FAULTS_SHOWN
        rest = [f"and {more} more"] if more > 0 else []
        raise BadExample("\n".join(faults[:_FAULTS_SHOWN] + rest))
    return read


def _example(line: str, known: frozenset[str] | None) -> Example:
    row = _object(line)
    labelled = row.get("intents") or row.get("intent")
    intents = _names(labelled, "intents")
    accept = _names(row.get("accept") or intents[:1], "accept")
    for name in _strangers((*intents, *accept), known):
        raise BadExample(f"no such intent: {name}")
    for field, kind in _OPTIONAL.items():
        if not isinstance(row.get(field), kind | None):
            raise BadExample(f"{field} is not {_NAMES[kind]}")
    return Example(
        text=row["text"],
        intents=intents,
        accept=frozenset(accept),
        **{field: row.get(field) for field in _OPTIONAL},
    )


def _object(line: str) -> dict[str, Any]:
    try:
        row = json.loads(line)
    except ValueError as error:
        raise BadExample(f"not JSON ({error})") from error
    if not isinstance(row, dict):
        raise BadExample("not a JSON object")
    if not isinstance(row.get("text"), str):
        raise BadExample("text is missing" if "text" not in row else "text is not a string")
    return row


def _names(labelled: object, field: str) -> tuple[str, ...]:
    """One name may stand without a list."""
    names = [labelled] if isinstance(labelled, str) else labelled
    if not names:
        raise BadExample(f"{field} is missing")
    if not isinstance(names, list | tuple) or not all(isinstance(n, str) and n for n in names):
        raise BadExample(f"{field} is not a list of names")
    return tuple(names)


def _strangers(names: Iterable[str], known: frozenset[str] | None) -> Iterator[str]:
    return (name for name in names if known is not None and name not in known)
