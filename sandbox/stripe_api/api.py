"""The door of the Stripe look-alike: key, faults, judge, idempotency, answer."""

from __future__ import annotations

from flask import Blueprint, Response, jsonify, request

from sandbox.faults import API_KINDS, Fault, strike
from sandbox.forms import decode
from sandbox.judge import findings
from sandbox.recording import record
from sandbox.routes import pattern_for
from sandbox.state import Doc
from sandbox.stripe_api.account import Account
from sandbox.stripe_api.errors import StripeRefused, invalid, judged
from sandbox.stripe_api.idempotency import once
from sandbox.stripe_api.listing import expand
from sandbox.stripe_api.shapes import new_id
from sandbox.stripe_api.table import ANSWERS
from sandbox.withheld import withhold
from sandbox.world import World

_FAULTS: dict[str, tuple[int, Doc]] = {
    "429": (
        429,
        {
            "type": "invalid_request_error",
            "code": "rate_limit",
            "message": "Request rate limit exceeded.",
        },
    ),
    "500": (500, {"type": "api_error", "message": "Sandbox fault: server error."}),
}


def stripe_api(world: World) -> Blueprint:
    door = Blueprint("stripe_api", __name__)

    @door.route("/v1/<path:_rest>", methods=["GET", "POST", "DELETE"])
    def call(_rest: str) -> Response:
        request_id = new_id("request")
        fault = strike(world.store, ("stripe",), API_KINDS, request.path)
        form = _form()
        status, body, is_replay = _answer(world, request_id, form, fault)
        if request.method == "POST":
            record(world.settings.record, "POST", request.path, form, status)
        if fault is not None and fault.kind.startswith("timeout"):
            withhold(fault)
        response = jsonify(body)
        response.status_code = status
        response.headers["Request-Id"] = request_id
        response.headers["Stripe-Version"] = request.headers.get("Stripe-Version", "")
        if is_replay:
            response.headers["Idempotent-Replayed"] = "true"
        return response

    return door


def _answer(world: World, request_id: str, form: Doc, fault: Fault | None) -> tuple[int, Doc, bool]:
    account = Account(
        world,
        request.headers.get("Stripe-Account", ""),
        request_id,
        request.headers.get("Idempotency-Key") if request.method == "POST" else None,
        request.host_url.rstrip("/"),
    )
    try:
        _refuse_stranger(world)
        if fault is not None and fault.kind in _FAULTS:
            raise StripeRefused(*_FAULTS[fault.kind])
        if fault is not None and fault.kind == "timeout":
            return 504, {}, False
        return _run(account, form)
    except StripeRefused as refused:
        return refused.status, refused.body, False


def _run(account: Account, form: Doc) -> tuple[int, Doc, bool]:
    found = findings(request.method, request.path, form)
    if found:
        raise judged(found)
    pattern = pattern_for(request.method, request.path) or ""
    answer = ANSWERS[request.method, pattern]
    steps = zip(pattern.split("/"), request.path.split("/"), strict=True)
    id = next((given for want, given in steps if want == "*"), "")
    asked = [request.method, request.path, form]
    with account.world.store.lock:
        return once(account, asked, lambda: expand(account, answer(account, form, id), form))


def _form() -> Doc:
    given = request.form if request.method == "POST" else request.args
    return decode(given.items(multi=True))


def _refuse_stranger(world: World) -> None:
    key = (request.authorization.token if request.authorization else None) or ""
    expected = world.settings.stripe_key
    is_ours = key == expected if expected else "_test_" in key
    if "_live_" in key or not is_ours:
        raise invalid(f"Invalid API Key provided: {key[:7]}***", status=401)
