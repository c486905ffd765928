"""A patient's text without anything personal: what of it may be kept for learning."""

import re
from collections.abc import Iterable
from itertools import pairwise

from bot.cleaning import folded, visible
from bot.guards import unmarked
from nlu.date_words import MONTHS
from nlu.numbers import LONE, SCALES, UNITS, VALUES

SOMEBODY = "Alex"
_SPANISH_MONTHS = (
    "enero|febrero|marzo|abril|mayo|junio|julio|agosto|sep?tiembre|octubre|noviembre|diciembre"
)
_BRIEF_MONTHS = r"(?:jan|feb|mar|apr|jun|jul|aug|sept?|oct|nov|dec)\b\.?"
_MONTH = rf"\b(?:{'|'.join(MONTHS)}|{_SPANISH_MONTHS}|{_BRIEF_MONTHS})"
_NTH = r"\d{1,2}(?:st|nd|rd|th)?(?!\d)"
_YEAR = r"(?:(?:,\s*|\s+)(?:del?\s+|of\s+)?(?:\d{4}|'?\d{2})(?!\d))?"
_WORD = rf"\b(?:{'|'.join(sorted((*VALUES, *SCALES), key=len, reverse=True))})\b"
_KINDS = {
    "mail": r"\S+@\S+\.\w+",
    "link": r"(?:https?://|www\.)\S+|\bexample\.com\b",
    "phone": r"(?<!\d)\+?(?:1[\s.-]?)?(?:\(?\d{3}\)?[\s.-]?)?\d{3}[\s.-]?\d{4}(?!\d)",
    "day": r"(?<!\d)\d{1,4}[/.-]\d{1,2}[/.-]\d{1,4}(?!\d)",
    "short_day": r"(?<!\d)\d{1,2}/\d{1,2}(?!\d)",
    "named_day": rf"{_MONTH}\s+(?:the\s+)?{_NTH}{_YEAR}",
    "spanish_day": rf"(?<!\d){_NTH}\s+de\s+{_MONTH}{_YEAR}",
    "day_first": rf"(?<!\d){_NTH}\s+(?:of\s+)?{_MONTH}{_YEAR}",
    "nth": r"(?<!\d)\d{1,2}(?:st|nd|rd|th)\b",
    "figures": r"\d(?:[\d,]*\d)?(?:\.\d+)?",
    "words": rf"{_WORD}(?:[\s-]+(?:(?:and|y)\s+)?{_WORD})*",
}
_NEUTRAL = {
    "mail": "me@example.com",
    "link": "example.com",
    "phone": "555-0100",
    "day": "1/1/2000",
    "short_day": "1/1",
    "named_day": "January 1",
    "spanish_day": "1 de enero",
    "day_first": "1 January",
    "nth": "1st",
}
_PERSONAL = re.compile(
    "|".join(f"(?P<{kind}>{pattern})" for kind, pattern in _KINDS.items()), re.IGNORECASE
)
_BY_LENGTH = {1: "3", 2: "50", 3: "100", 4: "1000"}
_MANY = "10000"
_FEW = 2  # "two" or "one or two" tell nothing of anybody; three in a row spell a number

# Names that are also words, or parts of names that are: by a capital letter inside a text only.
_ORDINARY = {
    "angel", "april", "art", "august", "best", "bill", "bills", "black", "brown", "cash",
    "chance", "chase", "dawn", "day", "del", "dolores", "drew", "eve", "faith", "good", "grace",
    "grant", "green", "hope", "jesus", "joy", "june", "las", "long", "los", "love", "luz", "mark",
    "may", "max", "mercedes", "page", "pat", "paz", "price", "ray", "rest", "rich", "rob", "rosa",
    "sol", "sue", "summer", "van", "von", "white", "will", "young",
}  # fmt: skip
_SHORTEST_NAME = 3
_INTRODUCED = re.compile(
    r"\b((?i:my name is|my name's|me llamo|mi nombre es)\s+)[^\W\d_]+(?:\s+[A-Z][^\W\d_]+)*"
    r"|\b((?i:this is|i am|i'm|it's|soy|habla)\s+)[A-Z][^\W\d_]+(?:\s+[A-Z][^\W\d_]+)*"
)
_LETTERS = re.compile(r"[^\W\d_]+")


def learnable(text: str, names: Iterable[str]) -> str:
    """`names` are of everybody the text may speak of. Done twice it takes out nothing more."""
    kept = _PERSONAL.sub(_neutral, unmarked(visible(text)))
    kept = _INTRODUCED.sub(lambda match: f"{match[1] or match[2]}{SOMEBODY}", kept)
    return " ".join(_without(kept, _parts(names)).split())


def _neutral(match: re.Match[str]) -> str:
    kind = str(match.lastgroup)
    if kind == "figures":
        digits = sum(letter.isdigit() for letter in match.group().partition(".")[0])
        return _BY_LENGTH.get(digits, _MANY)
    return _words(match.group()) if kind == "words" else _NEUTRAL[kind]


def _words(run: str) -> str:
    """A sum or a spelled number as figures; "two" stays, and "mil" of "mil gracias"."""
    said = _LETTERS.findall(run.lower())
    is_small = len(said) <= _FEW and all(word in UNITS for word in said)
    return run if is_small or run.lower() in LONE else _BY_LENGTH[2]


def _parts(names: Iterable[str]) -> frozenset[str]:
    return frozenset(part for name in names for part in _LETTERS.findall(folded(name)))


def _without(text: str, names: frozenset[str]) -> str:
    """Several names in a row are one person."""
    found = [word for word in _LETTERS.finditer(text) if _is_name(word, text, names)]
    for before, word in reversed([*pairwise([None, *found])]):
        assert word is not None
        is_first = before is None or text[before.end() : word.start()].strip() != ""
        start = word.start() if is_first or before is None else before.end()
        text = text[:start] + (SOMEBODY if is_first else "") + text[word.end() :]
    return text


def _is_name(word: re.Match[str], text: str, names: frozenset[str]) -> bool:
    plain = folded(word.group())
    if plain not in names:
        return False
    if plain not in _ORDINARY and len(plain) >= _SHORTEST_NAME:
        return True
    return word.start() > 0 and word.group().istitle() and not text.istitle()
