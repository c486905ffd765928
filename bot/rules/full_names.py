"""Names as they are compared: no accents, no marks, and however many words a last name has."""

import re
import unicodedata
from collections.abc import Iterator

MOST_WORDS = 40
LONGEST_NAME = 4
_MARKS = re.compile(r"['\u2019\u2018`\u00b4.]")
_WORD = re.compile(r"[^\W\d_]+")


def name_words(text: str) -> tuple[str, ...]:
    """ "José O'Brien-Díaz" is jose, obrien, diaz."""
    bare = _MARKS.sub("", unicodedata.normalize("NFKD", text).casefold())
    letters = "".join(letter for letter in bare if not unicodedata.combining(letter))
    return tuple(_WORD.findall(letters)[:MOST_WORDS])


def last_names_in(text: str) -> frozenset[str]:
    """Every run of words that may be a last name, run together ("delacruz")."""
    return frozenset(_runs(name_words(text)))


def is_named(first_name: str, last_name: str, text: str) -> bool:
    """The first of the first names and the last name, or the first word of a double one."""
    told = name_words(text)
    first, last = name_words(first_name), name_words(last_name)
    if not first or not last or first[0] not in told:
        return False
    return "".join(last) in last_names_in(text) or last[0] in told


def _runs(words: tuple[str, ...]) -> Iterator[str]:
    for length in range(1, LONGEST_NAME + 1):
        for start in range(len(words) - length + 1):
            yield "".join(words[start : start + length])
