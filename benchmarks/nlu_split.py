"""Which writers are held out, and in which order the others are learned from: always the same."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from hashlib import sha256

from nlu.language import language_of
from nlu.lines import Line

_HELD_OUT = 6  # one writer in so many
_ASKED = 40  # lines that tell a writer's language
_FEW = 300  # lines; a writer of fewer comes last and judges nobody


@dataclass(frozen=True)
class Split:
    """`order` mixes the languages evenly, so that any beginning of it has both."""

    held_out: frozenset[str]
    order: tuple[str, ...]


def split(lines: Sequence[Line]) -> Split:
    """One in six of each language is held out, at least one."""
    held_out: list[str] = []
    placed: list[tuple[float, str]] = []
    for own in _by_language(lines):
        few = max(len(own) // _HELD_OUT, 1)
        held_out += own[:few]
        rest = own[few:]
        placed += [((at + 0.5) / len(rest), name) for at, name in enumerate(rest)]
    return Split(frozenset(held_out), tuple(name for _, name in sorted(placed)))


def _by_language(lines: Sequence[Line]) -> list[list[str]]:
    """Each in an order that has nothing to do with who they are, but for those of few lines."""
    texts: dict[str, list[str]] = {}
    for line in lines:
        texts.setdefault(line.writer, []).append(line.text)
    apart: dict[str | None, list[str]] = {}

    def place(name: str) -> tuple[bool, bytes]:
        return len(texts[name]) < _FEW, sha256(name.encode()).digest()

    for writer in sorted(texts, key=place):
        apart.setdefault(_language(texts[writer]), []).append(writer)
    return list(apart.values())


def _language(texts: Sequence[str]) -> str | None:
    some = texts[:: max(len(texts) // _ASKED, 1)]
    spanish = Counter(language_of(text) for text in some)["es"]
    return "es" if spanish > len(some) / 2 else "en"
