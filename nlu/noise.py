"""The same text as a hurried thumb sends it: for asking how much is still understood."""

import random
import re
import unicodedata
from collections.abc import Callable

SHARE = 0.05
_MARK = r"[.,;!?¡¿'’\"“”…()]"
_MARKS = re.compile(rf"(?<!\d){_MARK}|{_MARK}(?!\d)")  # "$40.50" keeps its point
_BESIDE = ("qwertyuiop", "asdfghjklñ", "zxcvbnm")
_CASES: tuple[Callable[[str], str], ...] = (str.lower, str.upper, str.capitalize, str)
_MARKS_GO, _ACCENTS_GO, _CASE_CHANGES, _WORDS_JOIN = 0.5, 0.7, 0.4, 0.2  # of the texts

_SHORT = 4  # letters

Slip = Callable[[str, int, random.Random], str]


def noised(text: str, seed: int, share: float = SHARE) -> str:
    """`share` of the letters mistyped, 0 to 1; the same text and seed always give the same copy.

    Digits stay as they are: another amount would be another meaning.
    """
    chance = random.Random(f"{seed} {text}")
    text = _mistyped(text, share, chance)
    if chance.random() < _WORDS_JOIN:
        text = _joined(text, chance)
    if chance.random() < _MARKS_GO:
        text = _MARKS.sub("", text)
    if chance.random() < _ACCENTS_GO:
        text = without_accents(text)
    if chance.random() < _CASE_CHANGES:
        text = chance.choice(_CASES)(text)
    return text


def without_accents(text: str) -> str:
    parts = unicodedata.normalize("NFD", text)
    return unicodedata.normalize("NFC", "".join(c for c in parts if not unicodedata.combining(c)))


def _mistyped(text: str, share: float, chance: random.Random) -> str:
    """From the end, so that no slip moves a letter that is still to be judged."""
    for at in range(len(text) - 1, -1, -1):
        if text[at].isalpha() and chance.random() < share:
            text = chance.choice(_SLIPS)(text, at, chance)
    return text


def _joined(text: str, chance: random.Random) -> str:
    """One space is not typed; never beside a digit."""
    gaps = [gap.start() for gap in re.finditer(r"(?<=[^\W\d]) (?=[^\W\d])", text)]
    if not gaps:
        return text
    at = chance.choice(gaps)
    return text[:at] + text[at + 1 :]


def _left_out(text: str, at: int, chance: random.Random) -> str:
    """Not of a text so short that nothing would be left."""
    if len(text) < _SHORT:
        return text
    return text[:at] + text[at + 1 :]


def _twice(text: str, at: int, chance: random.Random) -> str:
    return text[:at] + text[at] + text[at:]


def _swapped(text: str, at: int, chance: random.Random) -> str:
    after = text[at + 1 : at + 2]
    return text[:at] + after + text[at] + text[at + 2 :] if after.isalpha() else text


def _beside(text: str, at: int, chance: random.Random) -> str:
    for row in _BESIDE:
        place = row.find(text[at].lower())
        if place >= 0:
            near = row[max(place - 1, 0) : place] + row[place + 1 : place + 2]
            return text[:at] + chance.choice(near) + text[at + 1 :]
    return text


_SLIPS: tuple[Slip, ...] = (_left_out, _twice, _swapped, _beside)
