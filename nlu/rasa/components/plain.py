"""A patient's text as the model reads it: one spelling for what looks or means the same."""

import re
import unicodedata

from components.shorthand import SHORTHAND

_QUOTES = str.maketrans("‘’‛`´“”„–—", "'''''\"\"\"--")
_INVISIBLE = frozenset({"Cf", "Cc", "Co", "Mn"})
_REPEATED = re.compile(r"(\w)\1{2,}")
_SPACES = re.compile(r"\s+")
_WORD = re.compile(r"[^\W\d_]+(?:'[^\W\d_]+)?")

# In this order: a phone number must not be read as an amount, nor an amount as a number.
_MASKS = (
    (re.compile(r"https?://\S+|www\.\S+"), " weblink "),
    (re.compile(r"\S+@\S+\.\w+"), " mailaddress "),
    (re.compile(r"(?<!\d)\+?1?[\s.-]?\(?\d{3}\)?[\s.-]?\d{3}[\s.-]?\d{4}(?!\d)"), " phonenumber "),
    (re.compile(r"\b\d{1,2}[/-]\d{1,2}(?:[/-]\d{2,4})?\b"), " somedate "),
    (re.compile(r"\b\d{1,2}:\d{2}\b|\b\d{1,2}\s?[ap]\.?m\b"), " sometime "),
    (re.compile(r"\b\d{1,2}(?:st|nd|rd|th)\b"), " someday "),
    (re.compile(r"\$\s?\d[\d.,]*|\b\d[\d.,]*\s?(?:\$|dollars?\b|bucks\b|usd\b)"), " someamount "),
    (re.compile(r"\b\d[\d.,]*"), " somenumber "),
)


def legible(text: str) -> str:
    """Lower case without invisible marks, curly quotes or drawn-out letters; accents stay."""
    seen = unicodedata.normalize("NFKC", text).translate(_QUOTES)
    seen = _SPACES.sub(" ", seen)
    seen = "".join(c for c in seen if unicodedata.category(c) not in _INVISIBLE)
    return _REPEATED.sub(r"\1\1", seen.lower()).strip()


def spelled_out(text: str) -> str:
    """Phone shorthand as whole words. Expects a legible text."""
    return _WORD.sub(lambda word: SHORTHAND.get(word[0], word[0]), text)


def without_accents(text: str) -> str:
    """Half of Spanish texts are typed without accents, so both ways must look the same."""
    apart = unicodedata.normalize("NFD", text)
    return "".join(c for c in apart if not unicodedata.combining(c))


def masked(text: str) -> str:
    """Numbers by their kind: the intent never depends on which amount or day it is."""
    for pattern, word in _MASKS:
        text = pattern.sub(word, text)
    return _SPACES.sub(" ", text).strip()


def for_meaning(text: str) -> str:
    """What the sentence encoder reads."""
    return spelled_out(legible(text))


def for_spelling(text: str) -> str:
    """What words and letters are counted in."""
    return masked(without_accents(for_meaning(text)))
