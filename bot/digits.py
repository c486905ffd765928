"""Digits of one number as people write or say them: "42", "forty two", "double four", "②"."""

import re
import unicodedata
from dataclasses import dataclass

_SAID = {
    "zero": 0, "oh": 0, "one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6,
    "seven": 7, "eight": 8, "nine": 9, "cero": 0, "uno": 1, "dos": 2, "tres": 3, "cuatro": 4,
    "cinco": 5, "seis": 6, "siete": 7, "ocho": 8, "nueve": 9,
    "ten": 10, "eleven": 11, "twelve": 12, "thirteen": 13, "fourteen": 14, "fifteen": 15,
    "sixteen": 16, "seventeen": 17, "eighteen": 18, "nineteen": 19, "diez": 10, "once": 11,
    "doce": 12, "trece": 13, "catorce": 14, "quince": 15, "dieciseis": 16, "diecisiete": 17,
    "dieciocho": 18, "diecinueve": 19, "veintiuno": 21, "veintidos": 22, "veintid\u00f3s": 22,
    "veintitres": 23, "veintitr\u00e9s": 23, "veinticuatro": 24, "veinticinco": 25,
    "veintiseis": 26, "veintis\u00e9is": 26, "veintisiete": 27, "veintiocho": 28,
    "veintinueve": 29,
    "twenty": 20, "thirty": 30, "forty": 40, "fourty": 40, "fifty": 50, "sixty": 60,
    "seventy": 70, "eighty": 80, "ninety": 90, "veinte": 20, "treinta": 30, "cuarenta": 40,
    "cincuenta": 50, "sesenta": 60, "setenta": 70, "ochenta": 80, "noventa": 90,
}  # fmt: skip
_PIECE = (
    r"(?:first|second|third|next|last|other|primer[oa]s?|segund[oa]s?|siguientes|ultim[oa]s?)"
    r" (?:four|4|cuatro|half|part|mitad|parte|digits|ones)"
)
PIECE = re.compile(rf"\b{_PIECE}\b", re.IGNORECASE)
_TOKEN = re.compile(rf"\b{_PIECE}\b|\d|[^\W\d_]+|[$+%@]", re.IGNORECASE)
_GAP = 8  # letters at most between two digits of one number, as in "4242 - 4242"
_JOINS = frozenset({"and", "then", "dash", "space", "y", "guion", "next"})
_TIMES = {"double": 2, "doble": 2, "triple": 3}


@dataclass(frozen=True)
class Digit:
    """One digit at `start` to `end` of the text, written or said as a word."""

    value: int
    start: int
    end: int


def written(text: str) -> str:
    """Circled digits as plain ones, each in its place."""
    return "".join(str(unicodedata.digit(letter, letter)) for letter in text)


def runs(text: str) -> list[list[Digit]]:
    """Digits that may belong to one number: only short gaps without letters part them."""
    found: list[list[Digit]] = [[]]
    reached, times, start = 0, 1, 0  # "double four": twice, from where "double" begins
    tens = False  # "forty" was said last, and "two" may follow
    for token in _TOKEN.finditer(text):
        said, value = token.group().lower(), _value(token.group())
        if said in _TIMES:
            times, start = _TIMES[said], token.start()
            continue
        if said in _JOINS or " " in said:
            reached = token.end()
            continue
        start = start if times > 1 else token.start()
        if value is None or (found[-1] and start - max(reached, found[-1][-1].end) > _GAP):
            found.append([])
            tens = False
        if tens and said.isalpha() and value is not None and 0 < value < 10:
            value, start = 10 * found[-1][-2].value + value, found[-1][-2].start
            del found[-1][-2:]
        if value is not None:
            found[-1] += [Digit(int(d), start, token.end()) for d in str(value)] * times
        tens = value is not None and value in range(20, 100, 10) and said.isalpha()
        times = 1
    return [run for run in found if run]


def _value(token: str) -> int | None:
    if len(token) == 1:
        return unicodedata.digit(token, None)
    return _SAID.get(token.lower())


def starts(run: list[Digit]) -> list[int]:
    """Where a group of digits begins; digits in words each stand alone."""
    return [at for at in range(len(run)) if at == 0 or run[at - 1].end != run[at].start]


def ends(run: list[Digit]) -> list[int]:
    last = len(run) - 1
    return [at for at in range(len(run)) if at == last or run[at].end != run[at + 1].start]
