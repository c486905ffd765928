"""INFLESZ ease of a Spanish text (Szigriszt), with a plain count of syllables."""

import re

_WORD = re.compile(r"[a-záéíóúüñ]+")
_SILENT = re.compile(r"(?<=q)u(?=[eiéí])|(?<=g)u(?=[eiéí])")
_CONSONANT_Y = re.compile(r"y(?=[aeiouáéíóúü])")
_VOWELS = re.compile(r"[aeiouyáéíóúü]+")
_STRONG = "aeoáéíóú"


def ease(text: str) -> float:
    """Over 80 very easy, over 65 rather easy, over 55 for everybody, below that for readers.

    A colon ends a thought as a full stop does; very short texts read as one.
    """
    said = text.lower()
    parts = [part for part in re.split(r"[.?:;!¿¡]+", said) if _WORD.search(part)]
    words = _WORD.findall(said)
    if not words:
        return 100.0
    syllables = sum(_syllables(word) for word in words)
    return 206.835 - 62.3 * syllables / len(words) - len(words) / len(parts)


def _syllables(word: str) -> int:
    """Two strong vowels part; a weak one joins its neighbour."""
    heard = _CONSONANT_Y.sub("j", _SILENT.sub("", word))
    groups = _VOWELS.findall(heard)
    hiatus = sum(
        one in _STRONG and two in _STRONG
        for group in groups
        for one, two in zip(group, group[1:], strict=False)
    )
    return max(1, len(groups) + hiatus)
