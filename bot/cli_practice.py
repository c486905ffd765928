"""`tender practice` and `tender user`: practices and their people from the command line."""

import json
import sys
from zoneinfo import available_timezones

import click
from werkzeug.security import generate_password_hash

from bot.commands import Wire, opened, the_practice
from bot.models import Practice
from bot.practice_settings import TONES, PracticeSettings, to_body
from bot.rules.places import ALL_STATES
from bot.store import audit, practices, staff
from nlu.contact import parse_phone

ROLES = ("admin", "staff")


@click.group()
def practice() -> None:
    """Practices."""


@practice.command("create")
@click.option("--slug", required=True)
@click.option(
    "--name", required=True, help="What patients read: it must not give a specialty away."
)
@click.option("--number", required=True, help="The number that texts, +1...")
@click.option("--phone", help="The front desk's number; the texting number if there is none.")
@click.option("--timezone", required=True, help="An IANA name, like America/Chicago.")
@click.option(
    "--state",
    type=click.Choice(ALL_STATES, case_sensitive=False),
    metavar="XX",
    help="Two letters, like TX.",
)
@click.option("--tone", type=click.Choice(TONES), default="plain", show_default=True)
@click.pass_obj
def create(
    wire: Wire,
    slug: str,
    name: str,
    number: str,
    phone: str | None,
    timezone: str,
    state: str | None,
    tone: str,
) -> None:
    """A new practice with the recommended cadence and policy, ready to import into."""
    e164 = parse_phone(number)
    if e164 is None:
        raise click.BadParameter(f"--number {number!r} is no phone number; like +15125550100")
    if timezone not in available_timezones():
        raise click.BadParameter(f"--timezone {timezone!r} is unknown; like America/Chicago")
    with opened(wire) as runtime:
        now = runtime.clock.now()
        with runtime.database.directory() as session:
            if practices.by_slug(session, slug) or practices.by_number(session, e164):
                raise click.ClickException("a practice with this slug or number exists already")
            made = practices.add(
                session,
                Practice(
                    slug=slug,
                    name=name,
                    sender_name=name,
                    number=e164,
                    phone=phone or e164,
                    timezone=timezone,
                    state=state,
                    relationship="first_party",
                    created_at=now,
                ),
            )
        with runtime.database.transaction(made.id) as session:
            chosen = PracticeSettings(tone=tone)
            practices.save_settings(session, made.id, chosen, "tender practice create", now)
        click.echo(json.dumps(_shown(made)))


@practice.command("state")
@click.argument("slug")
@click.argument("state", type=click.Choice(ALL_STATES, case_sensitive=False))
@click.pass_obj
def set_state(wire: Wire, slug: str, state: str) -> None:
    """Where a practice is: its holidays, its texting hours, and what is asked for there."""
    with opened(wire) as runtime:
        row = the_practice(runtime, slug)
        with runtime.database.transaction(row.id) as session:
            practices.get(session, row.id).state = state
            now = runtime.clock.now()
            subject = f"practice:{row.id}"
            audit.note(session, row.id, "command line", "state set", subject, now, state=state)
        click.echo(json.dumps(_shown(row) | {"state": state}))


@practice.command("list")
@click.pass_obj
def list_all(wire: Wire) -> None:
    """Every practice, one JSON object a line."""
    with opened(wire) as runtime, runtime.database.directory() as session:
        for row in practices.everyone(session):
            click.echo(json.dumps(_shown(row)))


@practice.command("show")
@click.argument("slug")
@click.pass_obj
def show(wire: Wire, slug: str) -> None:
    """One practice with its settings, as JSON."""
    with opened(wire) as runtime:
        row = the_practice(runtime, slug)
        with runtime.database.transaction(row.id) as session:
            settings = practices.settings_of(session, row.id)
        shown = _shown(row) | {"settings": to_body(settings), "version": settings.version}
        click.echo(json.dumps(shown))


@click.group()
def user() -> None:
    """The practices' people."""


@user.command("create")
@click.option("--practice", "slug", required=True)
@click.option("--email", required=True)
@click.option("--name", help="As patients may read it; the address's first part if there is none.")
@click.option("--role", type=click.Choice(ROLES), required=True)
@click.option("--password-stdin", is_flag=True, help="Read a password; print no link.")
@click.pass_obj
def create_user(
    wire: Wire, slug: str, email: str, name: str | None, role: str, password_stdin: bool
) -> None:
    """Prints a sign-in link, good for a day."""
    password = sys.stdin.readline().rstrip("\n") if password_stdin else ""
    if password_stdin and len(password) < 10:
        raise click.ClickException("a password has at least 10 characters")
    with opened(wire) as runtime:
        row = the_practice(runtime, slug)
        now = runtime.clock.now()
        with runtime.database.transaction(row.id) as session:
            if staff.by_email(session, row.id, email):
                raise click.ClickException(f"{email} is a user of {slug} already")
            name = name or email.split("@")[0].title()
            made = staff.add(session, row.id, email, name, role, now)
            made.password_hash = generate_password_hash(password) if password else None
            audit.note(session, row.id, "command line", "user created", f"staff:{made.id}", now)
        if not password:
            from bot.web.auth import make_sign_in_link

            click.echo(make_sign_in_link(runtime, row.id, made.id))


def _shown(row: Practice) -> dict[str, object]:
    names = ("id", "slug", "name", "sender_name", "number", "phone", "timezone", "state")
    return {name: getattr(row, name) for name in names}
