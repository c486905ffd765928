"""Writes a report's figures into a page, between two marks that stay where they are."""

from collections.abc import Sequence
from pathlib import Path

from nlu.evaluate import Report
from nlu.report_words import measures, percent

BEGIN, END = "<!-- figures -->", "<!-- end of figures -->"


class NoPlace(Exception):
    """The page has no marks to write between."""


def write_figures(page: Path, report: Report) -> None:
    text = page.read_text(encoding="utf-8")
    before, begin, rest = text.partition(BEGIN)
    _, end, after = rest.partition(END)
    if not begin or not end:
        raise NoPlace(f"{page} has no lines {BEGIN} and {END} to write between")
    page.write_text(f"{before}{BEGIN}\n{figures(report)}\n{END}{after}", encoding="utf-8")


def figures(report: Report) -> str:
    """Without times: they differ from run to run and from machine to machine."""
    told = _table(("measured", "figure"), list(measures(report).items()))
    apart = [
        (name, f"{own['n'] or 0:.0f}", percent(own["accuracy"]), percent(own["wrong_action_rate"]))
        for name, own in _apart(report).items()
    ]
    return f"\n{told}\n\n{_table(('apart', 'texts', 'right', 'acted wrongly'), apart)}\n"


def _apart(report: Report) -> dict[str, dict[str, float | None]]:
    return {
        **{f"language {name}": own for name, own in report.by_language.items()},
        **{f"{name} words": own for name, own in report.by_length.items()},
        **{f"writer {name}": own for name, own in report.by_writer.items()},
    }


def _table(heads: tuple[str, ...], rows: Sequence[tuple[str, ...]]) -> str:
    lines = [heads, ("---", *["---:"] * (len(heads) - 1)), *rows]
    return "\n".join(f"| {' | '.join(line)} |" for line in lines)
