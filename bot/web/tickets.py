"""Signed notes that run out: sign-in links, and how long ago somebody was last seen.

They run out by wall-clock time, also in the sandbox: they are about whoever sits at the screen.
"""

from datetime import timedelta
from typing import Any

from itsdangerous import BadData, URLSafeTimedSerializer

from bot.settings import Settings


def issue(settings: Settings, purpose: str, content: list[Any]) -> str:
    return _signer(settings, purpose).dumps(content)


def read(settings: Settings, purpose: str, ticket: str, lives: timedelta) -> list[Any] | None:
    """None when forged, made for something else, or too old."""
    try:
        content = _signer(settings, purpose).loads(ticket, max_age=int(lives.total_seconds()))
    except BadData:
        return None
    return content if isinstance(content, list) else None


def _signer(settings: Settings, purpose: str) -> URLSafeTimedSerializer:
    return URLSafeTimedSerializer(settings.secret_key, salt=f"tender {purpose}")
