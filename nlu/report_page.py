"""Writes figures into a page, between two marks that stay where they are."""

from collections.abc import Sequence
from pathlib import Path

from nlu.evaluate import Report
from nlu.report_words import measures, percent


class NoPlace(Exception):
    """The page has no marks to write between."""


def write_figures(page: Path, report: Report) -> None:
    write_between(page, "figures", figures(report))


def write_between(page: Path, name: str, written: str) -> None:
    """The marks are HTML comments: the name, and "end of" the name."""
    begin, end = marks(name)
    text = page.read_text(encoding="utf-8")
    before, found, rest = text.partition(begin)
    _, ended, after = rest.partition(end)
    if not found or not ended:
        raise NoPlace(f"{page} has no lines {begin} and {end} to write between")
    page.write_text(f"{before}{begin}\n\n{written}\n\n{end}{after}", encoding="utf-8")


def marks(name: str) -> tuple[str, str]:
    return f"<!-- {name} -->", f"<!-- end of {name} -->"


def figures(report: Report) -> str:
    """Without times: they differ from run to run and from machine to machine."""
    told = table(("measured", "figure"), list(measures(report).items()))
    apart = [
        (name, f"{own['n'] or 0:.0f}", percent(own["accuracy"]), percent(own["wrong_action_rate"]))
        for name, own in _apart(report).items()
    ]
    return f"{told}\n\n{table(('apart', 'texts', 'right', 'acted wrongly'), apart)}"


def table(heads: Sequence[str], rows: Sequence[Sequence[str]]) -> str:
    lines = [heads, ("---", *["---:"] * (len(heads) - 1)), *rows]
    return "\n".join(f"| {' | '.join(line)} |" for line in lines)


def _apart(report: Report) -> dict[str, dict[str, float | None]]:
    return {
        **{f"language {name}": own for name, own in report.by_language.items()},
        **{f"{name} words": own for name, own in report.by_length.items()},
        **{f"writer {name}": own for name, own in report.by_writer.items()},
    }
