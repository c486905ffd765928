"""`tender import`: progress while it reads, every bad row by its number, JSON on request."""

import dataclasses
import json
from pathlib import Path

import click

from bot.commands import the_practice
from bot.imports import ImportReport, import_balances
from bot.runtime import Runtime


def import_into(runtime: Runtime, file: Path, slug: str, dry_run: bool, as_json: bool) -> bool:
    """True when every row was good."""
    practice = the_practice(runtime, slug)
    with click.progressbar(length=1, label=file.name, hidden=as_json) as bar:

        def progress(done: int, total: int) -> None:
            bar.length = total
            bar.update(done - bar.pos)

        report = import_balances(
            runtime.database, practice.id, file, runtime.clock.now(),
            dry_run=dry_run, progress=progress,
        )  # fmt: skip
    if as_json:
        click.echo(json.dumps(dataclasses.asdict(report)))
    else:
        _show(report, dry_run)
    return not report.errors


def _show(report: ImportReport, dry_run: bool) -> None:
    for error in report.errors:
        click.echo(f"row {error.row}, {error.column}: {error.problem}; expected {error.expected}")
    counts = ", ".join(
        f"{field.name.replace('_', ' ')} {getattr(report, field.name)}"
        for field in dataclasses.fields(report)
        if isinstance(getattr(report, field.name), int)
    )
    click.echo(("would be: " if dry_run else "done: ") + counts)
