"""A text folded for reading (lower case, no accents) that still knows where each letter came "
"from."""

import re
import unicodedata
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import Generic, TypeVar

Value = TypeVar("Value")
MONEY, DAY, PERIOD, OTHER = "¤", "§", "¶", "·"  # what is left in place of something already read
_PLAIN = str.maketrans({"’": "'", "‘": "'", "´": "'", "`": "'", "“": '"', "”": '"', "–": "-"})


@dataclass(frozen=True)
class Mention(Generic[Value]):
    """Something found between `start` and `end` of the folded text."""

    start: int
    end: int
    value: Value


@dataclass(frozen=True)
class Normal:
    """`spans[i]` is where letter i of `text` stood in the text as it was sent."""

    text: str
    spans: tuple[tuple[int, int], ...]

    def origin(self, start: int, end: int) -> tuple[int, int]:
        return self.spans[start][0], self.spans[end - 1][1]

    def masked(self, mentions: Iterable[Mention[Value]], filler: str) -> "Normal":
        letters = list(self.text)
        for mention in mentions:
            letters[mention.start : mention.end] = filler * (mention.end - mention.start)
        return Normal("".join(letters), self.spans)

    def rewritten(self, pattern: re.Pattern[str], say: Callable[[re.Match[str]], str]) -> "Normal":
        """Each match replaced by `say(match)`; the new letters all come from the match's place."""
        words: list[str] = []
        spans: list[tuple[int, int]] = []
        done = 0
        for match in pattern.finditer(self.text):
            said = say(match)
            if said == match.group() or match.start() == match.end():
                continue
            words += [self.text[done : match.start()], said]
            spans += self.spans[done : match.start()]
            spans += [self.origin(match.start(), match.end())] * len(said)
            done = match.end()
        if not done:
            return self
        words.append(self.text[done:])
        return Normal("".join(words), (*spans, *self.spans[done:]))


def fold(text: str) -> Normal:
    """Lower case, accents gone, wide digits and curly quotes made plain."""
    if text.isascii():
        return Normal(text.lower(), tuple((at, at + 1) for at in range(len(text))))
    letters: list[str] = []
    spans: list[tuple[int, int]] = []
    for at, letter in enumerate(text.translate(_PLAIN)):
        for part in unicodedata.normalize("NFKD", letter).lower():
            if not unicodedata.combining(part):
                letters.append(part)
                spans.append((at, at + 1))
    return Normal("".join(letters), tuple(spans))
