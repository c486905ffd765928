"""Bracketed form bodies, `a[b][0][c]=v`, as nested values."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from typing import Any


def decode(pairs: Iterable[tuple[str, str]]) -> dict[str, Any]:
    """Every leaf stays the text that was on the wire."""
    tree: dict[str, Any] = {}
    for name, value in pairs:
        _plant(tree, _steps(name), value)
    return {name: _with_lists(value) for name, value in tree.items()}


def decode_mapping(form: Mapping[str, Any]) -> dict[str, Any]:
    """Wire names or already nested values, whichever `form` has."""
    if any("[" in name for name in form):
        return decode((name, str(value)) for name, value in form.items())
    return dict(form)


def _steps(name: str) -> list[str]:
    return re.findall(r"[^\[\]]+|(?<=\[)(?=\])", name) or [name]


def _plant(tree: dict[str, Any], steps: list[str], value: str) -> None:
    for step in steps[:-1]:
        below = tree.setdefault(step, {})
        if not isinstance(below, dict):
            below = tree[step] = {}
        tree = below
    last = steps[-1] or str(len(tree))
    tree[last] = value


def _with_lists(value: Any) -> Any:
    if not isinstance(value, dict):
        return value
    inner = {name: _with_lists(below) for name, below in value.items()}
    if all(name.isdigit() for name in inner):
        return [inner[name] for name in sorted(inner, key=int)]
    return inner
