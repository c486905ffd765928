"""Levers for scripts and tests: texts in, clock, idleness, faults, a clean slate."""

from __future__ import annotations

from dataclasses import asdict

from flask import Blueprint, Response, jsonify, request
from flask.typing import ResponseReturnValue

from sandbox import handsets
from sandbox.carrier import receive
from sandbox.clock import ClockRefused, parse_moment, parse_span
from sandbox.faults import FaultRefused, order, ordered
from sandbox.media import content
from sandbox.product import tick, wait_until_idle
from sandbox.state import Doc
from sandbox.stripe_api.due import run_due
from sandbox.world import World


def control(world: World) -> Blueprint:
    levers = Blueprint("control", __name__, url_prefix="/_sandbox")
    _add_texts(levers, world)
    _add_clock(levers, world)
    _add_faults(levers, world)

    @levers.get("/idle")
    def idle() -> ResponseReturnValue:
        look = wait_until_idle(world, float(request.args.get("timeout", 10)))
        return look, 200 if look["idle"] else 504

    @levers.get("/deliveries")
    def deliveries() -> ResponseReturnValue:
        return jsonify(list(world.courier.log))

    @levers.delete("/state")
    def wipe() -> ResponseReturnValue:
        """Everything but the time, which runs forwards only."""
        world.courier.wipe()
        world.store.wipe()
        return {"wiped": True}

    return levers


def _add_texts(levers: Blueprint, world: World) -> None:
    @levers.post("/sms")
    def sms() -> ResponseReturnValue:
        asked: Doc = request.get_json()
        absent = [name for name in ("from", "to") if not asked.get(name)]
        if absent:
            return {"error": f"missing: {', '.join(absent)}"}, 400
        return {"sid": receive(world, asked, request.host_url.rstrip("/"))}

    @levers.get("/handset/<number>")
    def handset(number: str) -> ResponseReturnValue:
        return jsonify(handsets.texts(world, number))

    @levers.get("/media/<sid>")
    def medium(sid: str) -> ResponseReturnValue:
        found = world.store.get("medium", sid)
        if found is None:
            return {"error": "no such picture"}, 404
        return Response(content(found), mimetype=found["content_type"])


def _add_clock(levers: Blueprint, world: World) -> None:
    @levers.get("/clock")
    def read() -> ResponseReturnValue:
        return _time(world)

    @levers.post("/clock")
    def move() -> ResponseReturnValue:
        asked: Doc = request.get_json()
        try:
            _move(world, asked)
        except ClockRefused as refused:
            return {"error": str(refused)}, 400
        run_due(world)
        status = tick(world.settings)
        answer = {**_time(world), "tick": status}
        return answer, 200 if status is not None and status < 400 else 502


def _add_faults(levers: Blueprint, world: World) -> None:
    @levers.get("/faults")
    def list_faults() -> ResponseReturnValue:
        return jsonify([asdict(fault) for fault in ordered(world.store)])

    @levers.post("/faults")
    def add_fault() -> ResponseReturnValue:
        try:
            return asdict(order(world.store, request.get_json()))
        except (FaultRefused, ValueError) as refused:
            return {"error": str(refused)}, 400

    @levers.delete("/faults")
    def clear_faults() -> ResponseReturnValue:
        world.store.wipe("fault")
        return {"cleared": True}


def _move(world: World, asked: Doc) -> None:
    if "set" in asked:
        world.clock.set(parse_moment(str(asked["set"])))
        return
    if "advance" not in asked:
        raise ClockRefused('say {"advance": "3d"} or {"set": an ISO moment}')
    world.clock.advance(parse_span(str(asked["advance"])))


def _time(world: World) -> Doc:
    offset = world.clock.offset_seconds()
    return {"now": world.clock.now().isoformat(), "offset_seconds": offset}
