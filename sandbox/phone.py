"""Toy handsets side by side in the browser."""

from __future__ import annotations

from datetime import datetime, timedelta

from flask import Blueprint, jsonify, redirect, render_template, request
from flask.typing import ResponseReturnValue

from sandbox import handsets
from sandbox.carrier import receive
from sandbox.faults import ordered
from sandbox.state import Doc
from sandbox.world import World

_SHOWN_TEXTS = 80

FAULTS = (
    ("Twilio busy (429)", {"target": "twilio", "kind": "429"}),
    ("Twilio down (500)", {"target": "twilio", "kind": "500"}),
    ("Sent, but no answer", {"target": "twilio", "kind": "timeout_after_effect"}),
    ("Not delivered (30003)", {"target": "twilio", "kind": "undelivered", "code": "30003"}),
    ("Opted out (21610)", {"target": "twilio", "kind": "21610"}),
    ("Stripe down (500)", {"target": "stripe", "kind": "500"}),
    ("Webhook twice", {"target": "webhook", "kind": "duplicate_webhook"}),
    ("Webhook late", {"target": "webhook", "kind": "reorder"}),
    ("Webhook lost", {"target": "webhook", "kind": "drop"}),
)


def phone_pages(world: World) -> Blueprint:
    pages = Blueprint("phone", __name__)

    @pages.get("/")
    def start() -> ResponseReturnValue:
        return redirect("/phone")

    @pages.get("/phone")
    def page() -> ResponseReturnValue:
        return render_template(
            "phone.html", phones=_phones(world), faults=FAULTS, state=_state(world)
        )

    @pages.get("/_sandbox/phones")
    def phones() -> ResponseReturnValue:
        return jsonify({**_state(world), "phones": _phones(world)})

    @pages.post("/phone/<number>")
    def text(number: str) -> ResponseReturnValue:
        """Without JavaScript: a plain form, then the page again."""
        picture = ["sample"] if request.form.get("picture") else []
        body = request.form.get("body", "").strip()
        to = request.form.get("to", "").strip()
        if to and (body or picture):
            asked = {"from": number, "to": to, "body": body, "media": picture}
            receive(world, asked, request.host_url.rstrip("/"))
        return redirect("/phone", 303)

    return pages


def next_monday(now: datetime) -> datetime:
    """The coming Monday at 9:00, never today."""
    day = now + timedelta(days=7 - now.weekday())
    return day.replace(hour=9, minute=0, second=0, microsecond=0)


def _phones(world: World) -> list[Doc]:
    asked = _plus_signs(request.args.get("numbers", ""))
    return [_phone(world, handset) for handset in handsets.known(world, asked)]


def _phone(world: World, handset: handsets.Handset) -> Doc:
    seen = handsets.texts(world, handset.number)
    return {
        "number": handset.number,
        "name": handset.name,
        "language": handset.language,
        "practice_number": handsets.practice_number(world, handset, seen),
        "texts": seen[-_SHOWN_TEXTS:],
    }


def _plus_signs(numbers: str) -> list[str]:
    """A + in an address reads as a space; people type it anyway."""
    cleaned = [number.strip().lstrip("+") for number in numbers.split(",")]
    return [f"+{number}" for number in cleaned if number.isdigit()]


def _state(world: World) -> Doc:
    now = world.clock.now()
    return {
        "now": now.isoformat(),
        "offset_seconds": world.clock.offset_seconds(),
        "next_monday": next_monday(now).isoformat(),
        "faults": [
            {"kind": f.kind, "target": f.target, "times": f.times} for f in ordered(world.store)
        ],
    }
