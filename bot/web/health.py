"""For operators: alive, ready, and how it goes."""

from datetime import UTC, datetime, timedelta

import requests
from flask import Blueprint, Response, jsonify
from flask.typing import ResponseReturnValue
from prometheus_client import CONTENT_TYPE_LATEST, generate_latest
from sqlalchemy.exc import OperationalError

from bot.runtime import Runtime
from bot.store import heartbeats, live

SCHEDULER_LATE = timedelta(minutes=3)


def blueprint(runtime: Runtime) -> Blueprint:
    pages = Blueprint("health", __name__)

    @pages.get("/healthz")
    def alive() -> ResponseReturnValue:
        return jsonify(ok=True)

    @pages.get("/readyz")
    def ready() -> ResponseReturnValue:
        parts = {
            "database": _database(runtime),
            "redis": live.answers(runtime.settings.redis_url),
            "nlu": _nlu(runtime),
            "scheduler": _scheduler(runtime),
        }
        return jsonify(ok=all(parts.values()), **parts), 200 if all(parts.values()) else 503

    @pages.get("/metrics")
    def metrics() -> Response:
        return Response(generate_latest(), content_type=CONTENT_TYPE_LATEST)

    return pages


def _database(runtime: Runtime) -> bool:
    try:
        return runtime.database.answers()
    except OperationalError:
        return False


def _nlu(runtime: Runtime) -> bool:
    try:
        return requests.get(f"{runtime.settings.nlu_url}/healthz", timeout=1).ok
    except requests.RequestException:
        return False


def _scheduler(runtime: Runtime) -> bool:
    try:
        with runtime.database.directory() as session:
            beat_at = heartbeats.last_beat(session, "scheduler")
    except OperationalError:
        return False
    return beat_at is not None and datetime.now(UTC) - beat_at < SCHEDULER_LATE
