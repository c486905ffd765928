"""How many segments a text takes on the air (3GPP TS 23.038, GSM-7 and UCS-2)."""

from __future__ import annotations

from math import ceil

_BASIC = frozenset(
    "@£$¥èéùìòÇ\nØø\rÅåΔ_ΦΓΛΩΠΨΣΘΞÆæßÉ !\"#¤%&'()*+,-./0123456789:;<=>?"
    "¡ABCDEFGHIJKLMNOPQRSTUVWXYZÄÖÑÜ§¿abcdefghijklmnopqrstuvwxyzäöñüà"
)
_EXTENDED = frozenset("\f^{}\\[~]|€")


def segments(body: str) -> int:
    """At least 1; a text in one segment has no header, a longer one loses 7 septets a segment."""
    if all(char in _BASIC or char in _EXTENDED for char in body):
        septets = sum(2 if char in _EXTENDED else 1 for char in body)
        return _parts(septets, 160, 153)
    return _parts(len(body.encode("utf-16-be")) // 2, 70, 67)


def _parts(units: int, alone: int, joined: int) -> int:
    return 1 if units <= alone else ceil(units / joined)
