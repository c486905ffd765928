"""What the sandbox may ask of the product: tick now, and is there work left. Sandbox only."""

import hmac

from flask import Blueprint, abort, jsonify, request
from flask.typing import ResponseReturnValue

from bot.jobs import tick
from bot.runtime import Runtime
from bot.store import queue


def blueprint(runtime: Runtime) -> Blueprint:
    pages = Blueprint("internal", __name__, url_prefix="/internal")

    @pages.before_request
    def only_with_token() -> None:
        """Without a clock of the sandbox there is nothing here at all."""
        token = runtime.settings.internal_token
        given = request.headers.get("Authorization", "")
        if not runtime.settings.clock_file or not token:
            abort(404)
        if not hmac.compare_digest(given, f"Bearer {token}"):
            abort(403)

    @pages.post("/tick")
    def tick_now() -> ResponseReturnValue:
        tick(runtime)
        return "", 204

    @pages.get("/work")
    def work() -> ResponseReturnValue:
        with runtime.database.directory() as session:
            due, running = queue.work(session)
        return jsonify(due=due, running=running)

    return pages
