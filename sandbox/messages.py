"""Twilio's Message resource."""

from __future__ import annotations

import secrets
from collections.abc import Sequence
from datetime import datetime
from email.utils import format_datetime
from typing import Any

from sandbox.segments import segments
from sandbox.state import Doc
from sandbox.world import World


def new_sid(start: str) -> str:
    """ "SM", "MM" (with media), "ME" (a medium)."""
    return f"{start}{secrets.token_hex(16)}"


def new_message(
    world: World,
    sid: str,
    addresses: dict[str, str | None],
    body: str,
    media: Sequence[Doc],
    **known: Any,
) -> Doc:
    """`addresses` are from, to and messaging_service_sid; names with _ are the sandbox's own."""
    now = world.clock.now()
    account = world.settings.account_sid
    uri = f"/2010-04-01/Accounts/{account}/Messages/{sid}"
    return {
        "id": sid,
        "sid": sid,
        "account_sid": account,
        "api_version": "2010-04-01",
        "messaging_service_sid": None,
        **addresses,
        "body": body,
        "num_segments": str(segments(body)),
        "num_media": str(len(media)),
        "date_created": _rfc2822(now),
        "date_updated": _rfc2822(now),
        "date_sent": _rfc2822(now),
        "error_code": None,
        "error_message": None,
        "price": None,
        "price_unit": "USD",
        "uri": f"{uri}.json",
        "subresource_uris": {"media": f"{uri}/Media.json"},
        "_at": now.isoformat(),
        "_media": list(media),
        **known,
    }


def public(message: Doc) -> Doc:
    hidden = ("id",)
    return {
        name: value
        for name, value in message.items()
        if not name.startswith("_") and name not in hidden
    }


def sent_at(message: Doc) -> datetime:
    return datetime.fromisoformat(message["_at"])


def _rfc2822(moment: datetime) -> str:
    return format_datetime(moment.replace(microsecond=0))
