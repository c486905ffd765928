"""How a text is encoded and how many segments a carrier bills for it (3GPP TS 23.038)."""

import unicodedata
from typing import Literal

Encoding = Literal["GSM-7", "UCS-2"]

_BASIC = frozenset(
    "@£$¥èéùìòÇ\nØø\rÅåΔ_ΦΓΛΩΠΨΣΘΞÆæßÉ !\"#¤%&'()*+,-./0123456789:;<=>?"
    "¡ABCDEFGHIJKLMNOPQRSTUVWXYZÄÖÑÜ§¿abcdefghijklmnopqrstuvwxyzäöñüà"
)
_EXTENDED = frozenset("\f^{}\\[~]|€")
_SINGLE: dict[Encoding, int] = {"GSM-7": 160, "UCS-2": 70}
_JOINED: dict[Encoding, int] = {"GSM-7": 153, "UCS-2": 67}
_PLAIN = str.maketrans(
    {
        "‘": "'",
        "’": "'",
        "‚": "'",
        "′": "'",
        "`": "'",
        "´": "'",
        "“": '"',
        "”": '"',
        "„": '"',
        "″": '"',
        "«": '"',
        "»": '"',
        "‐": "-",
        "‑": "-",
        "‒": "-",
        "–": "-",
        "—": "-",
        "−": "-",
        "•": "-",
        "…": "...",
        "×": "x",
        "\t": " ",
        "\u00a0": " ",
        "\u2009": " ",
        "\u202f": " ",
        "\u200b": "",
        "\ufeff": "",
    }
)


def is_gsm7(text: str) -> bool:
    return all(letter in _BASIC or letter in _EXTENDED for letter in text)


def encoding(text: str) -> Encoding:
    return "GSM-7" if is_gsm7(text) else "UCS-2"


def segments(text: str) -> int:
    """Billed segments; 0 for an empty text. A letter's two halves never part company."""
    kind = encoding(text)
    costs = [_cost(letter, kind) for letter in text]
    if sum(costs) <= _SINGLE[kind]:
        return 1 if costs else 0
    return _joined(costs, _JOINED[kind])


def to_gsm7(text: str) -> str:
    """Curly signs made plain, accents kept where GSM-7 has them (é, ñ, not á); emoji stay."""
    plain = unicodedata.normalize("NFC", text).translate(_PLAIN)
    return "".join(letter if is_gsm7(letter) else _without_accent(letter) for letter in plain)


def _cost(letter: str, kind: Encoding) -> int:
    """Septets of GSM-7, 16-bit units of UCS-2."""
    if kind == "GSM-7":
        return 2 if letter in _EXTENDED else 1
    return 2 if ord(letter) > 0xFFFF else 1


def _joined(costs: list[int], room: int) -> int:
    count, used = 1, 0
    for cost in costs:
        if used + cost > room:
            count, used = count + 1, 0
        used += cost
    return count


def _without_accent(letter: str) -> str:
    bare = unicodedata.normalize("NFKD", letter)
    bare = "".join(part for part in bare if not unicodedata.combining(part))
    return bare if is_gsm7(bare) else letter
