"""`tender chat`: the assistant in the terminal, with no carrier between."""

import secrets
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import click
import yaml

from bot import inbound, outbox
from bot.gateways.memory import MemorySms
from bot.models.crypto import blind_index
from bot.runtime import Runtime
from bot.store import conversations, messages, practices

CONVERSATIONS = Path("tests/conversations/saved")
GOODBYE = ("", "/quit", "/exit")


def talk(runtime: Runtime, phone: str, save: str | None) -> None:
    """Ends at an empty line. Texts go nowhere but this terminal."""
    quiet = replace(runtime, sms=MemorySms(), settings=replace(runtime.settings, settle_seconds=0))
    practice_id = _practice_of(runtime, phone)
    click.echo(f"You are {phone}. An empty line ends.\n")
    turns: list[dict[str, object]] = []
    while (text := click.prompt("you", default="", show_default=False)) not in GOODBYE:
        answers = list(_exchange(quiet, practice_id, phone, text))
        for answer in answers:
            click.echo(f"tender> {answer}\n")
        turns.append({"patient": text, "text": answers})
    if save:
        click.echo(f"written to {_write(save, phone, turns)}")


def _practice_of(runtime: Runtime, phone: str) -> int:
    """The practice that knows this number; the first there is when none does."""
    with runtime.database.directory() as session:
        ids = [practice.id for practice in practices.everyone(session)]
    if not ids:
        raise click.ClickException("there is no practice yet: `tender run` loads the demo one")
    for practice_id in ids:
        with runtime.database.transaction(practice_id) as session:
            if conversations.knows(session, practice_id, blind_index(phone)):
                return practice_id
    return ids[0]


def _exchange(runtime: Runtime, practice_id: int, phone: str, text: str) -> Iterator[str]:
    """One text, and what came back."""
    sid = f"SM{secrets.token_hex(16)}"
    inbound.accept(runtime, practice_id, inbound.InboundText(sid, phone, text))
    with runtime.database.transaction(practice_id) as session:
        thread = conversations.of_number(session, practice_id, phone, "en", runtime.clock.now())
        before = {row.id for row in messages.thread(session, practice_id, thread.id)}
    inbound.take_turn(runtime, practice_id, thread.id)
    with runtime.database.transaction(practice_id) as session:
        rows = messages.thread(session, practice_id, thread.id)
    for row in rows:
        if row.id not in before:
            outbox.send_text(runtime, practice_id, row.id)
            yield row.body


def _write(name: str, phone: str, turns: list[dict[str, object]]) -> Path:
    CONVERSATIONS.mkdir(parents=True, exist_ok=True)
    path = CONVERSATIONS / f"{name}.yml"
    saved = {"about": f"saved from a chat as {phone}", "turns": turns}
    path.write_text(yaml.safe_dump(saved, sort_keys=False, allow_unicode=True))
    return path
