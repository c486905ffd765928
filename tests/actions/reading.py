"""Flesch-Kincaid grade of an English text, with a plain count of syllables."""

import re

_WORD = re.compile(r"[a-z']+")
_VOWELS = re.compile(r"[aeiouy]+")


def grade(text: str) -> float:
    """US school grade. A colon ends a thought as a full stop does; very short texts read as one."""
    said = text.lower()
    sentences = max(1, len([part for part in re.split(r"[.?:;]+", said) if _WORD.search(part)]))
    words = _WORD.findall(said)
    if not words:
        return 0.0
    syllables = sum(_syllables(word) for word in words)
    return 0.39 * len(words) / sentences + 11.8 * syllables / len(words) - 15.59


def _syllables(word: str) -> int:
    count = len(_VOWELS.findall(word))
    if word.endswith(("e", "ed", "es")) and not word.endswith(("le", "ted", "ded")) and count > 1:
        count -= 1
    return max(1, count)
