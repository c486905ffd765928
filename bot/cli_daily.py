"""`tender import`, `remind`, `chat`, `doctor`: what a practice does from the command line."""

import json
import sys
from dataclasses import replace
from datetime import datetime
from pathlib import Path

import click

from bot.commands import Wire, opened, the_practice
from bot.listening import listening
from bot.reminders import Planned, remind


@click.command("import")
@click.argument("file", type=click.Path(exists=True, dir_okay=False, path_type=Path))
@click.option("--practice", "slug", required=True)
@click.option("--dry-run", is_flag=True, help="Say what would happen; write nothing.")
@click.option("--json", "as_json", is_flag=True)
@click.pass_obj
def import_file(wire: Wire, file: Path, slug: str, dry_run: bool, as_json: bool) -> None:
    """Balances in: CSV or XLSX. The same file twice changes nothing."""
    from bot.cli_import import import_into

    with opened(wire) as runtime:
        ok = import_into(runtime, file, slug, dry_run, as_json)
    sys.exit(0 if ok else 1)


@click.command("remind")
@click.option("--practice", "slug", required=True)
@click.option("--dry-run", is_flag=True, help="Say who would be texted; text nobody.")
@click.option("--at", "at", help="As if it were this moment (ISO, with a zone).")
@click.option("--json", "as_json", is_flag=True, help="One JSON object a line.")
@click.pass_obj
def remind_now(wire: Wire, slug: str, dry_run: bool, at: str | None, as_json: bool) -> None:
    """Who would be texted what and when; and who not, and why."""
    if at and not dry_run:
        raise click.UsageError("--at is only for --dry-run: real texts go out in real time")
    with opened(wire) as runtime:
        now = _moment(at) if at else runtime.clock.now()
        for planned in remind(runtime, the_practice(runtime, slug).id, now, dry_run=dry_run):
            click.echo(_planned_line(planned, as_json))


@click.command()
@click.option("--phone", default="+15125550101", show_default=True)
@click.option("--save", help="Write the dialogue to tests/conversations as a test.")
@click.pass_obj
def chat(wire: Wire, phone: str, save: str | None) -> None:
    """Talk to the assistant in the terminal, against the demo practice."""
    from bot.chat import talk

    with opened(wire) as runtime, listening(runtime.settings, click.echo) as ear:
        talk(replace(runtime, ear=ear), phone, save)


@click.command()
@click.pass_obj
def doctor(wire: Wire) -> None:
    """Looks at every part and says what is wrong in one line each."""
    from bot.doctor import examine

    with opened(wire) as runtime:
        faults = examine(runtime, click.echo)
    sys.exit(1 if faults else 0)


def _moment(text: str) -> datetime:
    try:
        moment = datetime.fromisoformat(text)
    except ValueError as fault:
        raise click.BadParameter(f"--at {text!r} is no ISO moment") from fault
    if moment.tzinfo is None:
        raise click.BadParameter("--at needs a zone, like 2026-03-11T10:00:00-05:00")
    return moment


def _planned_line(planned: Planned, as_json: bool) -> str:
    if as_json:
        return json.dumps(planned.__dict__, default=str)
    if planned.allowed:
        return f"{planned.external_id:12} {planned.step:12} texts    {planned.text}"
    when = f", again {planned.at:%Y-%m-%d %H:%M} UTC" if planned.at else ""
    return f"{planned.external_id:12} {planned.step:12} no text  {planned.reason}{when}"
