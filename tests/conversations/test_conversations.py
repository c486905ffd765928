"""Plays every dialogue under this folder against the real conversation and a real database."""

from datetime import date, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest
import yaml

from bot.models import Message, Practice
from bot.runtime import Runtime
from tests.conftest import in_state, with_settings
from tests.conversations.facts import check_after
from tests.conversations.plan_events import EVENTS
from tests.conversations.stage import Stage
from tests.world import Bill, Cast, Line, add_patient

HERE = Path(__file__).parent
DIALOGUES = sorted(HERE.glob("*/*.yml"))
UNITS = {"m": "minutes", "h": "hours", "d": "days"}


@pytest.mark.parametrize("path", DIALOGUES, ids=lambda p: f"{p.parent.name}/{p.stem}")
def test_dialogue(path: Path, runtime: Runtime, practice: Practice) -> None:
    dialogue = _plain(yaml.safe_load(path.read_text()))
    stage = _staged(dialogue, runtime, practice)
    for number, turn in enumerate(dialogue["turns"], start=1):
        _play(stage, turn, f"turn {number} of {path.stem}")
    check_after(stage, dialogue.get("after", {}))


def _plain(node: Any) -> Any:
    """YAML reads the key `on` as a yes."""
    if isinstance(node, dict):
        return {"on" if key is True else key: _plain(value) for key, value in node.items()}
    return [_plain(each) for each in node] if isinstance(node, list) else node


def _staged(dialogue: dict[str, Any], runtime: Runtime, practice: Practice) -> Stage:
    if "now" in dialogue:
        stage_now = _moment(dialogue["now"])
        runtime.clock.advance(stage_now - runtime.clock.now())  # type: ignore[attr-defined]
    chosen = dict(dialogue.get("practice", {}))
    if "state" in chosen:
        in_state(runtime, practice.id, chosen.pop("state"))
    if chosen:
        with_settings(runtime, practice.id, **chosen)
    casts = [_cast(raw) for raw in dialogue.get("patients", [{}])]
    ids = {cast.name.split()[0].lower(): add_patient(runtime, practice.id, cast) for cast in casts}
    return Stage(runtime, practice, casts[0].phone if casts else "+15125550999", ids)


def _play(stage: Stage, turn: dict[str, Any], where: str) -> None:
    if "later" in turn:
        amount, unit = int(turn["later"][:-1]), UNITS[turn["later"][-1]]
        stage.runtime.clock.advance(timedelta(**{unit: amount}))  # type: ignore[attr-defined]
        return
    if "then" in turn:
        EVENTS[turn["then"]](stage)
        return
    if "tick" in turn:
        keys = [key for message in stage.tick() for key in message.says]
        assert keys == turn["tick"], where
        return
    if "staff" in turn:
        stage.staff(turn["staff"])
        return
    if "checkout" in turn:
        _check(turn, stage.checkout(turn["checkout"]), where)
        return
    unknown = set(turn) - {"patient", "means", "sentences", "media", "says", "text", "withheld"}
    assert not unknown, f"{where}: {unknown} says nothing"
    stage.runtime.ear.meanings.update(turn.get("sentences", {}))  # type: ignore[attr-defined]
    heard = stage.text(turn["patient"], turn.get("means"), turn.get("media", []))
    _check(turn, heard, where)


def _check(turn: dict[str, Any], heard: list[Message], where: str) -> None:
    keys = [key for message in heard for key in message.says if key != "tells"]
    body = "\n".join(message.body for message in heard)
    if "says" in turn:
        assert keys == turn["says"], f"{where}: {body!r}"
    for wanted in _listed(turn.get("text", [])):
        assert wanted in body, f"{where}: {wanted!r} is not in {body!r}"
    for unwanted in _listed(turn.get("withheld", [])):
        assert unwanted not in body, f"{where}: {unwanted!r} is in {body!r}"


def _cast(raw: dict[str, Any]) -> Cast:
    known = {
        n: raw[n] for n in ("name", "zip", "language", "phone", "consent", "email") if n in raw
    }
    if "born" in raw:
        known["born"] = _day(raw["born"])
    known |= {"email": raw["email"]} if "email" in raw else {}
    if "payments" in raw:
        known["payments"] = tuple(
            (f"{each['sum']:.2f}", _day(each["on"])) for each in raw["payments"]
        )
    if "unencrypted_ok" in raw:
        known["unencrypted_ok"] = raw["unencrypted_ok"]
    if "statements" in raw:
        known["bills"] = tuple(_bill(each) for each in raw["statements"])
    if "children" in raw:
        known["children"] = tuple(_cast(each) for each in raw["children"])
    return Cast(**known)


def _bill(raw: dict[str, Any]) -> Bill:
    lines = tuple(
        Line(
            what=each["what"],
            charge=f"{each['charge']:.2f}",
            insurance=f"{each.get('insurance', 0):.2f}",
            adjustment=f"{each.get('adjustment', 0):.2f}",
            paid=f"{each.get('paid', 0):.2f}",
            on=_day(each.get("on", raw.get("on", date(2026, 1, 20)))),
        )
        for each in raw["lines"]
    )
    days = {"on": _day(raw["on"])} if "on" in raw else {}
    return Bill(number=raw["number"], lines=lines, due=_day(raw.get("due", "2026-03-31")), **days)


def _day(value: object) -> date:
    return value if isinstance(value, date) else date.fromisoformat(str(value))


def _moment(value: object) -> datetime:
    return value if isinstance(value, datetime) else datetime.fromisoformat(str(value))


def _listed(value: object) -> list[str]:
    return [str(each) for each in value] if isinstance(value, list) else [str(value)]
