"""The comparison as a table in a page, from the JSON of `python -m benchmarks.nlu`."""

from collections.abc import Mapping
from pathlib import Path
from typing import Any

from nlu.report_page import table, write_between

_TITLES = {
    "alone": "the pipelines alone",
    "in_product": "behind keywords and alarms",
    "cost": "what they take",
}


def write_comparison(page: Path, found: Mapping[str, Any]) -> None:
    write_between(page, "comparison", comparison(found))


def comparison(found: Mapping[str, Any]) -> str:
    rows = [row for part, title in _TITLES.items() for row in _rows(found[part], title)]
    told = (
        f"{found['lines']} lines, {found['texts']} texts, DIET {found['epochs']} epochs; "
        f"{found['machine']['processor']}, {found['machine']['cores']} cores."
    )
    return f"{told}\n\n{table(('', 'ours', 'Rasa default (DIET)', 'ratio'), rows)}"


def _rows(part: Mapping[str, Mapping[str, float | None]], title: str) -> list[tuple[str, ...]]:
    figures = [
        (name, *(_plain(row[side]) for side in ("ours", "diet", "ratio")))
        for name, row in part.items()
    ]
    return [(f"**{title}**", "", "", ""), *figures]


def _plain(figure: float | None) -> str:
    return "-" if figure is None else f"{figure:g}"
