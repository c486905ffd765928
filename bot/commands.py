"""What every command needs: settings, reachable databases, a wired runtime, a clear refusal."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager

import click

from bot.cli_settings import settings_or_exit
from bot.embedded import ServerFailed, servers
from bot.migrate import migrate
from bot.models import Practice
from bot.runtime import Runtime
from bot.settings import Settings
from bot.store import practices

Wire = Callable[[Settings], Runtime]


@contextmanager
def opened(wire: Wire) -> Iterator[Runtime]:
    """The running product's databases; where none run, our own for as long as this command."""
    try:
        with servers(settings_or_exit()) as settings:
            migrate(settings.database_url)
            runtime = wire(settings)
            yield runtime
            runtime.database.close()
    except ServerFailed as failure:
        raise click.ClickException(str(failure)) from failure


def the_practice(runtime: Runtime, slug: str) -> Practice:
    with runtime.database.directory() as session:
        found = practices.by_slug(session, slug)
        known = ", ".join(practice.slug for practice in practices.everyone(session))
    if found is None:
        raise click.ClickException(f"there is no practice {slug!r}; there are: {known or 'none'}")
    return found
