"""Which intent was taken for which: a grid of all intents, mistakes in amber off the diagonal."""

from collections.abc import Sequence
from typing import Any

from nlu.svg import box, path, picture, words

_CELL = 19
_LEFT, _TOP, _RIGHT, _BELOW = 168, 196, 48, 32
_PALEST = 0.3  # a single mistake must still be seen


def confusion_picture(matrix: Sequence[dict[str, Any]], names: Sequence[str]) -> str:
    """`matrix` as in a report: `said`, `understood`, `n`; a row for each of `names`."""
    place = {name: at for at, name in enumerate(names)}
    side = _CELL * len(names)
    total = sum(cell["n"] for cell in matrix)
    right = sum(cell["n"] for cell in matrix if cell["said"] == cell["understood"])
    return picture(
        _LEFT + side + _RIGHT,
        _TOP + side + _BELOW,
        f"What was said, and what was understood: {right} of {total} right",
        _told(matrix, right, total),
        [
            words(24, 56, "A row an intent said, a column an intent understood.", look="quiet"),
            words(24, 74, "Teal: right. Amber: mistaken, and how often.", look="quiet"),
            *_names(names),
            *_lines(len(names)),
            *_cells(matrix, place),
        ],
    )


def _told(matrix: Sequence[dict[str, Any]], right: int, total: int) -> str:
    mixed = sorted(
        (cell for cell in matrix if cell["said"] != cell["understood"]), key=lambda c: -c["n"]
    )
    worst = "; ".join(f"{c['said']} taken for {c['understood']} {c['n']} times" for c in mixed[:5])
    return f"{right} of {total} texts on the diagonal. Most often: {worst or 'no mistakes'}."


def _names(names: Sequence[str]) -> list[str]:
    said: list[str] = []
    for at, name in enumerate(names):
        middle = _CELL * at + _CELL / 2 + 4
        plain = name.replace("_", " ")
        said.append(words(_LEFT - 8, _TOP + middle, plain, size=11, anchor="end"))
        said.append(words(_LEFT + middle, _TOP - 8, plain, size=11, turned=-60))
    return said


def _lines(count: int) -> list[str]:
    side = _CELL * count
    drawn: list[str] = []
    for at in range(count + 1):
        along = _CELL * at
        drawn.append(path([(_LEFT, _TOP + along), (_LEFT + side, _TOP + along)], "line"))
        drawn.append(path([(_LEFT + along, _TOP), (_LEFT + along, _TOP + side)], "line"))
    return drawn


def _cells(matrix: Sequence[dict[str, Any]], place: dict[str, int]) -> list[str]:
    said = dict.fromkeys(place, 0)
    for cell in matrix:
        said[cell["said"]] += cell["n"]
    return [_cell(cell, said[cell["said"]], place) for cell in matrix]


def _cell(cell: dict[str, Any], of: int, place: dict[str, int]) -> str:
    x = _LEFT + _CELL * place[cell["understood"]]
    y = _TOP + _CELL * place[cell["said"]]
    is_right = cell["said"] == cell["understood"]
    share = cell["n"] / of
    told = f"{cell['said']} → {cell['understood']}: {cell['n']} of {of} ({share:.0%})"
    if is_right:
        return box(x + 1, y + 1, _CELL - 2, _CELL - 2, "right", told, 0.15 + 0.75 * share)
    strength = min(_PALEST + 1.4 * share, 0.9)
    marked = box(x + 1, y + 1, _CELL - 2, _CELL - 2, "wrong", told, strength)
    count = words(x + _CELL / 2, y + _CELL / 2 + 4, str(cell["n"]), size=10, anchor="middle")
    return f"{marked}{count}"
