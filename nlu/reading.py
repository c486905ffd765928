"""A text made ready for the grammars: folded, spelled out, numbers as digits."""

import re

from nlu.normal import Normal, fold
from nlu.numbers import in_digits
from nlu.spelling import spelled

_WORD = re.compile(r"[a-z0-9][a-z0-9']*(?:-(?:check|day)\b)?")
_CARD_MARK = re.compile(r"\[[a-z ]+ removed\]")  # what the guards leave where a number was
_ORDINALS = {
    "first": "1st", "second": "2nd", "third": "3rd", "fourth": "4th", "fifth": "5th",
    "sixth": "6th", "seventh": "7th", "eighth": "8th", "ninth": "9th", "tenth": "10th",
    "eleventh": "11th", "twelfth": "12th", "thirteenth": "13th", "fourteenth": "14th",
    "fifteenth": "15th", "sixteenth": "16th", "seventeenth": "17th", "eighteenth": "18th",
    "nineteenth": "19th", "twentieth": "20th", "thirtieth": "30th", "primero": "1st",
    "1ro": "1st", "1o": "1st", "primer dia": "1st",
}  # fmt: skip
_NTH = re.compile(
    r"(?P<lead>\b(?:the|on|by|until|el|del|december|january|february|march|april|may|june|july|"
    r"august|september|october|november)(?: the)? )(?P<tens>twenty|thirty)?[ -]?"
    rf"(?P<nth>{'|'.join(_ORDINALS)})\b(?! (?:payment|installment|time|visit|party|one|bill)\b)"
    r"|^(?P<first>primero|first)(?= (?:of|de|del) )"
)
_BRIEF_MONTHS = {"mar": "march", "ene": "january", "abr": "april"}
_BRIEF_MONTH = re.compile(r"\b(mar|ene|abr)\b\.?(?= \d)|(?<=\d )(mar|ene|abr)\b")
_BRIEF_DAYS = {"sat": "saturday", "sun": "sunday", "wed": "wednesday", "dom": "sunday"}
_BRIEF_DAY = re.compile(
    r"(?P<lead>\b(?:on|this|next|by|til|till|until|before|after|coming|every|other|or|for|el) )"
    r"(?P<day>sat|sun|wed|dom)\b"
    r"|(?<!\bthe )(?<!\bi )(?<!\bhe )(?<!\bwe )(?<!\bshe )(?<!\bin )(?<!\bthey )(?<!\band )"
    r"\b(?P<late>sat|sun|wed)(?=\s*(?:$|[.,!?]|morning|night|afternoon|the \d))"
)


def read(text: str, language: str | None = None) -> Normal:
    """`language` None: words of both languages are understood."""
    said = fold(text).rewritten(_WORD, lambda word: spelled(word.group()))
    said = said.rewritten(_BRIEF_MONTH, lambda match: _BRIEF_MONTHS[match[1] or match[2]])
    said = said.rewritten(_CARD_MARK, lambda mark: "·" * len(mark.group()))
    said = said.rewritten(_BRIEF_DAY, _whole_day).rewritten(_NTH, _nth)
    return in_digits(said, language)


def _whole_day(match: re.Match[str]) -> str:
    return (match["lead"] or "") + _BRIEF_DAYS[match["day"] or match["late"]]


def _nth(match: re.Match[str]) -> str:
    if match["first"]:
        return "1st"
    nth = _ORDINALS[match["nth"]]
    tens = {"twenty": "2", "thirty": "3"}.get(match["tens"] or "", "")
    return f"{match['lead']}{tens}{nth}"
