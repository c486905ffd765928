"""How pages write money, moments and links."""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import datetime
from typing import Any

from markupsafe import Markup, escape

_LINK = re.compile(r"https?://[^\s<>\"']+[^\s<>\"'.,;:!?)]")


def dollars(cents: int) -> str:
    return f"${cents // 100:,}.{cents % 100:02d}"


def moment(iso: str) -> str:
    """ "Mon, Nov 23, 8:55 pm UTC" """
    at = datetime.fromisoformat(iso)
    hour = at.hour % 12 or 12
    return f"{at:%a, %b} {at.day}, {hour}:{at:%M} {'pm' if at.hour >= 12 else 'am'} UTC"


def linked(text: str) -> Markup:
    """`text` escaped, its addresses to be opened in a new tab."""
    parts = _LINK.split(text)
    links = [_anchor(found) for found in _LINK.findall(text)]
    woven = [escape(parts[0])]
    for link, part in zip(links, parts[1:], strict=True):
        woven += [link, escape(part)]
    return Markup("").join(woven)


def _anchor(address: str) -> Markup:
    return Markup('<a href="{0}" target="_blank" rel="noopener">{0}</a>').format(address)


words_for: dict[str, Callable[..., Any]] = {
    "dollars": dollars,
    "moment": moment,
    "linked": linked,
}
