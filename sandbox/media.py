"""Pictures in texts: kept as data, served as Twilio serves them."""

from __future__ import annotations

import base64
import re
from pathlib import Path

from sandbox.messages import new_sid
from sandbox.state import Doc

_SAMPLE = Path(__file__).parent / "static" / "sample-picture.png"
_DATA_URL = re.compile(r"data:([\w/+.-]+);base64,(.+)", re.DOTALL)


def attach(item: str, message_sid: str, account_sid: str, base_url: str) -> Doc:
    """`item` is an http(s) address, a data: address, or anything else for the sample picture."""
    sid = new_sid("ME")
    if item.startswith(("http://", "https://")):
        return {"sid": sid, "url": item, "content_type": "image/jpeg"}
    found = _DATA_URL.fullmatch(item)
    content_type = found[1] if found else "image/png"
    data = found[2] if found else base64.b64encode(_SAMPLE.read_bytes()).decode()
    path = f"/2010-04-01/Accounts/{account_sid}/Messages/{message_sid}/Media/{sid}"
    url = f"{base_url}{path}"
    return {"sid": sid, "url": url, "content_type": content_type, "data": data}


def content(medium: Doc) -> bytes:
    return base64.b64decode(medium.get("data", ""))


def seen(medium: Doc) -> Doc:
    """What a handset is told of a picture."""
    sid = medium["sid"]
    shown = f"/_sandbox/media/{sid}" if "data" in medium else medium["url"]
    return {"url": medium["url"], "show": shown, "content_type": medium["content_type"]}
