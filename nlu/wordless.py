"""Texts that wish for nothing: whatever the model guesses of them, it is not acted on.

No word of any language, or a birth date alone ("17 ago 64" is no "pague").
"""

import re
from dataclasses import replace
from datetime import date

from nlu.birth import is_only_birth_date
from nlu.understanding import Decision, Understanding

LONGEST = 1_590  # letters: carriers deliver 1,600 at most, so nobody typed what was cut there
_ANSWERS = frozenset("👍👌✅☑✔🆗🙆🤝🙏👎❌✖🙅")
_VALUE = re.compile(r"[$#]?\d[\d.,/ -]{0,11}%?")
_WORD = re.compile(r"[^\W\d_]+")
_MARKUP = re.compile(r"\W*\w*\s*(?:\{.*[\"':].*\}|\[.*[\"':].*\]|<[^<>]+>.*)\W*", re.DOTALL)
_CODED = re.compile(r"(?=\S*\d)(?=\S*[a-z])(?=\S*[A-Z])[\w+/=.-]{16,}|[0-9a-fA-F-]{16,}")
_VOICED = re.compile(r"[aeiouyáéíóúüàâêôãõ]")
_SHORTHAND = 5  # letters: shorter ones do without vowels ("thx", "pls", "tmrw")


def without_words(
    heard: Understanding, text: str, open_question: str | None, today: date
) -> Understanding:
    """A bare amount or day may still answer the question that was open; else it is asked back."""
    if is_only_birth_date(text, today):
        return replace(heard, intents=(), ranking=(), decision=Decision.CLARIFY)
    if not text.strip():
        return replace(heard, intents=(), ranking=(), decision=Decision.PERSON)
    if says_something(text) or (open_question and _VALUE.fullmatch(text.strip())):
        return heard
    return replace(heard, intents=(), ranking=(), decision=Decision.CLARIFY)


def says_something(text: str) -> bool:
    if len(text) >= LONGEST:
        return False
    if _ANSWERS & set(text):
        return True
    if _MARKUP.fullmatch(text) or _CODED.fullmatch(text.strip()):
        return False
    words = [word for word in _WORD.findall(text) if word.isalpha()]
    visible = len("".join(text.split()))
    if all(len(word) == 1 for word in words) and 3 * len(words) < visible:
        return False
    return any(_is_word(word.lower()) for word in words)


def _is_word(word: str) -> bool:
    """Not one letter held down, nor a row of keys; other scripts are words."""
    if not word.isascii():
        return True
    is_held = len(word) >= 3 and len(set(word)) == 1
    return not is_held and (len(word) < _SHORTHAND or bool(_VOICED.search(word)))
