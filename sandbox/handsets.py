"""What patients see on their phones; redaction at Twilio does not reach it."""

from __future__ import annotations

import json
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from sandbox.state import Doc
from sandbox.world import World


@dataclass(frozen=True)
class Handset:
    """One patient's phone; `practice_number` is whom it texts when it has seen no text yet."""

    number: str
    name: str = ""
    practice_number: str = ""
    language: str = "en"


def show(world: World, patient: str, message: Doc, direction: str, body: str) -> None:
    """`direction` is "in" from the patient, "out" from the practice."""
    text = {
        "id": message["sid"],
        "direction": direction,
        "body": body,
        "at": world.clock.now().isoformat(),
        "status": message["status"],
        "sid": message["sid"],
        "segments": int(message["num_segments"]),
        "from": message["from"],
        "to": message["to"],
        "media": message["_media"],
        "error_code": message["error_code"],
    }
    world.store.put("text", text, tag=patient)


def texts(world: World, patient: str) -> list[Doc]:
    """Oldest first."""
    return world.store.every("text", tag=patient)


def known(world: World, asked: Iterable[str] = ()) -> list[Handset]:
    """Those the demo names, those asked for, and those that texts were seen for."""
    named = _named(world)
    numbers = dict.fromkeys([*named, *asked, *world.store.tags("text")])
    return [named.get(number, Handset(number)) for number in numbers if number]


def practice_number(world: World, handset: Handset, seen: list[Doc]) -> str:
    """Whom this phone texts: the practice last heard of, else the one the demo names."""
    if not seen:
        return handset.practice_number
    last = seen[-1]
    return str(last["from"] if last["direction"] == "out" else last["to"])


def _named(world: World) -> dict[str, Handset]:
    file = world.settings.state_dir / "handsets.json"
    if not file.exists():
        return {}
    rows: list[dict[str, Any]] = json.loads(file.read_text())
    fields = ("number", "name", "practice_number", "language")
    made = [Handset(**{name: str(row[name]) for name in fields if name in row}) for row in rows]
    return {handset.number: handset for handset in made}
