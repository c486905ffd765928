"""Days of a month counted in words ("the twenty-second", "vigésimo segundo de junio")."""

import re

from nlu.normal import Normal

_NUMBERS = {
    "first": 1, "second": 2, "third": 3, "fourth": 4, "fifth": 5, "sixth": 6, "seventh": 7,
    "eighth": 8, "ninth": 9, "tenth": 10, "eleventh": 11, "twelfth": 12, "thirteenth": 13,
    "fourteenth": 14, "fifteenth": 15, "sixteenth": 16, "seventeenth": 17, "eighteenth": 18,
    "nineteenth": 19, "twentieth": 20, "thirtieth": 30, "primero": 1, "1ro": 1, "1ero": 1, "1o": 1,
    "primer dia": 1, "primer": 1, "segundo": 2, "tercer": 3, "tercero": 3, "cuarto": 4, "quinto": 5,
    "sexto": 6, "septimo": 7, "octavo": 8, "noveno": 9, "decimo": 10, "vigesimo": 20,
    "trigesimo": 30,
}  # fmt: skip
_TENS = {"twenty": 20, "thirty": 30, "vigesimo": 20, "trigesimo": 30}
_ENDINGS = {1: "st", 2: "nd", 3: "rd", 21: "st", 22: "nd", 23: "rd", 31: "st"}
_MONTHS = (
    "january|february|march|april|may|june|july|august|september|october|november|december|mayo"
)
_WEEKDAYS = "monday|tuesday|wednesday|thursday|friday|saturday|sunday"
_SPANISH = [word for word in _NUMBERS if word.endswith(("o", "er")) and word[0] not in "1p"]
_ENGLISH = [word for word in _NUMBERS if word not in _SPANISH and word != "primer"]
_TEN = rf"(?:(?P<tens>{'|'.join(_TENS)})[ -]?)?"
_LED = (
    rf"(?P<lead>\b(?:the|on|by|until|el|del|day|{_MONTHS})(?: the)? ){_TEN}"
    rf"(?P<nth>{'|'.join(_ENGLISH)})\b(?! (?:payment|installment|time|visit|party|one|bill)\b)"
)
_FOLLOWED = (
    rf"\b{_TEN}(?P<nth>{'|'.join(_NUMBERS)})"
    rf"(?= (?:day )?(?:(?:of|de|del) (?:(?:the |next |this )*month|(?:{_MONTHS})\b)|{_MONTHS}\b|"
    rf"(?:{_WEEKDAYS})\b|weeks? (?:of|in)\b))"
)
_PATTERNS = [re.compile(_FOLLOWED), re.compile(_LED)]


def ordinals_in_digits(said: Normal) -> Normal:
    """Only where a day is counted: "the second bill" and "first of all" stay as they are."""
    for pattern in _PATTERNS:
        said = said.rewritten(pattern, _in_digits)
    return said


def _in_digits(match: re.Match[str]) -> str:
    number = _TENS.get(match["tens"] or "", 0) + _NUMBERS[match["nth"]]
    return f"{match.groupdict().get('lead') or ''}{number}{_ENDINGS.get(number, 'th')}"
