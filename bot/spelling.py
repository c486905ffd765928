"""Words written short, as they sound, or one slip of the finger off, read as what was meant."""

import re
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from bot.cleaning import unmasked

_SHORT = 5  # letters: so short a word must at least begin as the word it is taken for
_SOUNDS = (
    (re.compile(r"c(?=[ei])|z"), "s"), (re.compile(r"ch"), "C"), (re.compile(r"h"), ""),
    (re.compile(r"qu?(?=[ei])|[qc]"), "k"), (re.compile(r"gu(?=[ei])"), "G"),
    (re.compile(r"g(?=[ei])"), "j"), (re.compile(r"v"), "b"), (re.compile(r"ll"), "y"),
    (re.compile(r"(.)\1"), r"\1"),
)  # fmt: skip


@dataclass(frozen=True)
class Spelling:
    """`short`, `near` and `sounds` lead to the word meant; `real` are words of their own."""

    short: Mapping[str, str]
    near: Mapping[str, str]
    sounds: Mapping[str, str]
    real: frozenset[str]


def spelling_of(words: Mapping[str, Any]) -> Spelling:
    """From the lists of data/keywords.yml."""
    return Spelling(
        short={s: word for word, shorts in words["shorthand"].items() for s in shorts.split()},
        near=_unique(words["near"], _pieces),
        sounds=_unique(words["sounds"], lambda word: [sound(word)]),
        real=frozenset([*words["real"], *words["near"], *words["sounds"], *_carriers(words)]),
    )


def meant(word: str, spelling: Spelling) -> str:
    if word in spelling.short:
        return spelling.short[word]
    if word in spelling.real or len(word) < 4:
        return word
    if not word.isalpha() and not word.isdigit():
        letters = unmasked(word)
        return letters if letters in spelling.real else word
    alike = spelling.sounds.get(sound(word))
    return alike or _near(word, spelling.near) or word


def sound(word: str) -> str:
    """How a Spanish speaker says it: "bolber" sounds like "volver", "kiero" like "quiero"."""
    for pattern, letter in _SOUNDS:
        word = pattern.sub(letter, word)
    return word


def _near(word: str, near: Mapping[str, str]) -> str | None:
    found = {near[piece] for piece in _pieces(word) if piece in near}
    taken = found.pop() if len(found) == 1 else None
    if taken is None or (len(taken) <= _SHORT and taken[0] != word[0]):
        return None
    return taken


def _pieces(word: str) -> set[str]:
    """The word and what is left with one letter gone: two words sharing one are one slip apart."""
    return {word} | {word[:at] + word[at + 1 :] for at in range(len(word))}


def _unique(words: Iterable[str], keys: Callable[[str], Iterable[str]]) -> dict[str, str]:
    """A key that two words share tells nothing."""
    owners: dict[str, set[str]] = {}
    for word in words:
        for key in keys(word):
            owners.setdefault(key, set()).add(word)
    return {key: found.pop() for key, found in owners.items() if len(found) == 1}


def _carriers(words: Mapping[str, Any]) -> list[str]:
    return [word for group in words["carrier"].values() for word in group]
