"""`tender run`, `web`, `worker`: what keeps running."""

from typing import TYPE_CHECKING

import click

from bot.cli_settings import settings_or_exit

if TYPE_CHECKING:
    from bot.commands import Wire


@click.command("run")
@click.option("--port", default=8000, show_default=True)
@click.option("--sandbox-port", default=8001, show_default=True)
@click.option("--no-demo", is_flag=True, help="Start without the demo practice.")
def run_everything(port: int, sandbox_port: int, no_demo: bool) -> None:
    """The whole product on this machine; Ctrl-C stops it."""
    from bot.run import CannotRun, run

    try:
        run(settings_or_exit(), port, sandbox_port, not no_demo, click.echo)
    except CannotRun as reason:
        raise click.ClickException(str(reason)) from reason
    click.echo("stopped")


@click.command()
@click.option("--port", default=8000, show_default=True)
@click.option("--host", default="127.0.0.1", show_default=True)
def web(port: int, host: str) -> None:
    """Pages, webhooks and the API."""
    from bot.serve import serve_web

    serve_web(settings_or_exit(), host, port)


@click.command()
@click.pass_obj
def worker(wire: "Wire") -> None:
    """Turns, sending, charges and the scheduler; as many as you like."""
    from bot.commands import opened
    from bot.serve import serve_worker

    with opened(wire) as runtime:
        serve_worker(runtime)
