"""The same words as thumbs type them: misspelled copies of training lines."""

import random
from collections.abc import Callable

_ROWS = ("qwertyuiop", "asdfghjkl", "zxcvbnm")
_NEAR = {
    letter: row[max(at - 1, 0) : at] + row[at + 1 : at + 2]
    for row in _ROWS
    for at, letter in enumerate(row)
}

Slip = Callable[[str, int, random.Random], str]


def _swapped(text: str, at: int, chance: random.Random) -> str:
    return text[:at] + text[at + 1 : at + 2] + text[at] + text[at + 2 :]


def _dropped(text: str, at: int, chance: random.Random) -> str:
    return text[:at] + text[at + 1 :]


def _doubled(text: str, at: int, chance: random.Random) -> str:
    return text[:at] + text[at] + text[at:]


def _beside(text: str, at: int, chance: random.Random) -> str:
    near = _NEAR.get(text[at].lower(), text[at])
    return text[:at] + chance.choice(near) + text[at + 1 :]


_SLIPS: tuple[Slip, ...] = (_swapped, _dropped, _dropped, _doubled, _beside)


def misspelled(text: str, chance: random.Random, a_letter: float = 0.04) -> str:
    """`a_letter` is the share of letters hit; at least one where the text has six or more."""
    slips = max(round(len(text) * a_letter), 1) if len(text) >= 6 else 0
    for _ in range(slips):
        letters = [i for i, c in enumerate(text) if c.isalpha()]
        if letters:
            text = chance.choice(_SLIPS)(text, chance.choice(letters), chance)
    return text.replace("'", "") if chance.random() < 0.5 else text
