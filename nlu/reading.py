"""A text made ready for the grammars: folded, spelled out, numbers as digits."""

import re

from nlu.normal import Normal, fold
from nlu.numbers import in_digits
from nlu.ordinals import ordinals_in_digits
from nlu.spelling import spelled

_WORD = re.compile(r"[a-z0-9][a-z0-9']*(?:-(?:check|day)\b)?")
_BRIEF = "ene|feb|mar|abr|may|jun|jul|ago|sep|sept|set|oct|nov|dic"
_JOINED_DATE = re.compile(rf"(?<![a-z\d])(\d{{1,2}})({_BRIEF})(\d{{2}}(?:\d\d)?)(?![a-z\d])")
_JOINED = re.compile(r"(?<![a-z\d])\d{1,2}(?=(?:wks?|weeks?|days?|months?|mos|yrs?|years?)\b)")
_CARD_MARK = re.compile(r"\[[a-z ]+ removed\]")  # what the guards leave where a number was
_BRIEF_MONTHS = {
    "mar": "march",
    "ene": "january",
    "abr": "april",
    "ago": "august",
    "set": "september",
}
_IN_YEAR = r"(?:del? )?(?:19\d\d|20[012]\d|'?\d\d)\b(?! ?(?:dollars|dolares|pesos|bucks))"
_BRIEF_MONTH = re.compile(
    r"\b(mar|ene|abr)\b\.?(?=[ -]\d)|(?<=\d[ /-])(mar|ene|abr)\b|(?<=\bde )(mar|ene|abr|ago)\b|"
    r"(?<=\d[/-])(ago|set)\b|"
    rf"(?<=\d )(ago|set)\b\.?(?= {_IN_YEAR})|\b(ago|set)\b\.?(?=[ -]\d{{1,2}},?[ -]{_IN_YEAR})|"
    r"(?<=\d de )(set)\b|(?<=\bel \d )(ago)\b|(?<=\bel \d\d )(ago)\b"
)
_SHORT = r"(?:0?[1-9]|1[0-2])"
_DAY_FIRST = re.compile(  # "1/2" is half; "08/12,2026" has the comma of US dates
    rf"(?<![\d/.$-])(?P<day>{_SHORT})(?P<sep>[/.-])(?P<month>{_SHORT})(?=(?P=sep)\d{{2,4}}(?![\d/-]))"
    rf"|(?<![\d/.$-])(?!1/[2348]\b)(?P<day2>{_SHORT})/(?P<month2>{_SHORT})(?![\d/,.-])"
    rf"|(?<=\bel )(?P<day3>{_SHORT})-(?P<month3>{_SHORT})(?![\d/,.-])"
)
_BRIEF_DAYS = {"sat": "saturday", "sun": "sunday", "wed": "wednesday", "dom": "sunday"}
_BRIEF_DAY = re.compile(
    r"(?P<lead>\b(?:on|this|next|by|til|till|until|before|after|coming|every|other|or|for|el) )"
    r"(?P<day>sat|sun|wed|dom)\b"
    r"|(?<!\bthe )(?<!\bi )(?<!\bhe )(?<!\bwe )(?<!\bshe )(?<!\bin )(?<!\bthey )(?<!\band )"
    r"\b(?P<late>sat|sun|wed)(?=\s*(?:$|[.,!?]|morning|night|afternoon|the \d))"
)


def read(text: str, language: str | None = None) -> Normal:
    """`language` None: words of both languages are understood."""
    said = fold(text)
    if language == "es":
        said = said.rewritten(_DAY_FIRST, _month_first)
    said = said.rewritten(_JOINED_DATE, lambda date: " ".join(date.groups()))
    said = said.rewritten(_JOINED, lambda match: f"{match.group()} ").rewritten(
        _WORD, lambda word: spelled(word.group())
    )
    said = said.rewritten(_BRIEF_MONTH, _whole_month)
    said = said.rewritten(_CARD_MARK, lambda mark: "·" * len(mark.group()))
    said = said.rewritten(_BRIEF_DAY, _whole_day)
    return in_digits(ordinals_in_digits(said), language)


def _month_first(match: re.Match[str]) -> str:
    day, month = (part for name, part in match.groupdict().items() if part and name != "sep")
    return f"{month}{match['sep'] or '/'}{day}"


def _whole_month(match: re.Match[str]) -> str:
    return _BRIEF_MONTHS[match.group().rstrip(".")]


def _whole_day(match: re.Match[str]) -> str:
    return (match["lead"] or "") + _BRIEF_DAYS[match["day"] or match["late"]]
