"""Numbers in words, English and Spanish, as digits: "a hundred fifty" is 150, "two fifty" 250."""

import re
from collections.abc import Iterator

from nlu.normal import Normal

UNITS = {
    "zero": 0, "one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7,
    "eight": 8, "nine": 9, "uno": 1, "un": 1, "una": 1, "dos": 2, "tres": 3, "cuatro": 4,
    "cinco": 5, "seis": 6, "siete": 7, "ocho": 8, "nueve": 9, "fve": 5, "foru": 4,
}  # fmt: skip
TEENS = {
    "ten": 10, "eleven": 11, "twelve": 12, "thirteen": 13, "fourteen": 14, "forteen": 14,
    "fifteen": 15, "sixteen": 16, "seventeen": 17, "eighteen": 18, "nineteen": 19, "diez": 10,
    "doce": 12, "trece": 13, "catorce": 14, "quince": 15, "dieciseis": 16, "diecisiete": 17,
    "dieciocho": 18, "diecinueve": 19, "veintiuno": 21, "veintiun": 21, "veintidos": 22,
    "veintitres": 23, "veinticuatro": 24, "veinticinco": 25, "veintiseis": 26,
    "veintisiete": 27, "veintiocho": 28, "veintinueve": 29, "vienticinco": 25,
}  # fmt: skip
TENS = {
    "twenty": 20, "twnty": 20, "tweny": 20, "thirty": 30, "thrity": 30, "forty": 40, "fourty": 40,
    "fifty": 50, "fity": 50, "fiddy": 50, "sixty": 60, "seventy": 70, "eighty": 80, "ninety": 90,
    "ninty": 90, "veinte": 20, "treinta": 30, "trenta": 30, "cuarenta": 40, "cincuenta": 50,
    "sincuenta": 50, "sinquenta": 50, "sesenta": 60, "setenta": 70, "ochenta": 80, "noventa": 90,
}  # fmt: skip
HUNDREDS = {
    "cien": 100, "ciento": 100, "sien": 100, "doscientos": 200, "docientos": 200,
    "trescientos": 300, "trecientos": 300, "cuatrocientos": 400, "quinientos": 500,
    "seiscientos": 600, "setecientos": 700, "ochocientos": 800, "novecientos": 900,
}  # fmt: skip
SCALES = {"hundred": 100, "thousand": 1000, "grand": 1000, "mil": 1000, "k": 1000}
VALUES = UNITS | TEENS | TENS | HUNDREDS
LONE = frozenset(["one", "uno", "un", "una", "k", "mil", "grand"])  # alone rarely a number
ONCE = re.compile(r"\bonce(?= (?:dollars|payments|days|weeks|de )\b)|(?<=\bel )once\b")

_THOUSANDS = re.compile(r"\b(\d{1,3}\.\d)k\b")
_WORD = "|".join(sorted((*VALUES, *SCALES), key=len, reverse=True))
_DIGITS = r"(?<![\d.,:/-])\d{1,3}(?=[ -]?(?:hundred|thousand|grand|mil|k)\b)"
_PART = rf"(?:\b(?:{_WORD})\b|{_DIGITS}|(?<=\d)k\b)"
_RUN = re.compile(rf"(?:\b(?:a (?:couple )?(?:of )?(?=hundred|thousand|grand))?{_PART})"
                  rf"(?:[ -]*(?:(?:and|y) )?{_PART})*")  # fmt: skip
_STEP = re.compile(rf"(?P<join>and |y )?(?P<word>a couple (?:of )?|a |{_WORD}|\d+)")


def in_digits(said: Normal, language: str | None) -> Normal:
    """Every number in words as digits; "once" is eleven only where Spanish is spoken."""
    if language == "es":
        said = said.rewritten(re.compile(r"\bonce\b"), lambda _: "11")
    said = said.rewritten(_THOUSANDS, lambda match: str(int(float(match[1]) * 1000)))
    return said.rewritten(ONCE, lambda _: "11").rewritten(_RUN, lambda run: _digits(run.group()))


def _digits(run: str) -> str:
    if run in LONE or run.strip().isdigit():
        return run
    return " ".join(_sums(run))


def _sums(run: str) -> Iterator[str]:
    total = held = 0
    for step in _STEP.finditer(run):
        word, join = step["word"].strip(), (step["join"] or "").strip()
        if word.startswith("a"):
            held = 2 if "couple" in word else 1
            continue
        if word in SCALES:
            total, held = _scaled(total, held, SCALES[word])
            continue
        value = int(word) if word.isdigit() else VALUES[word]
        joined = _joined(held, value, join)
        if joined is None:
            yield from (str(total + held), join) if join else (str(total + held),)
            total, joined = 0, value
        held = joined
    yield str(total + held)


def _scaled(total: int, held: int, scale: int) -> tuple[int, int]:
    if scale == 100:
        return total, max(held, 1) * 100
    return total + max(held, 1) * 1000, 0


def _joined(held: int, value: int, join: str) -> int | None:
    """`held` with `value` said after it as one number; None where a new number begins."""
    if held == 0 or (held % 100 == 0 and value < 100):
        return held + value
    if held % 10 == 0 and held % 100 >= 20 and value < 10 and join != "and":
        return held + value
    if held < 10 and 10 <= value < 100 and not join:  # "two fifty", as amounts are said
        return held * 100 + value
    return None
