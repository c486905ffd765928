"""Times of day: when to call, never an amount."""

import re

from nlu.normal import Mention, Normal

_CLOCK = r"\d{1,2}(?::\d\d)? ?(?:am|pm|a\.m\.|p\.m\.|o'?clock)\b|\d{1,2}:\d\d(?! ?[/\d])"
_HOUR = rf"(?:{_CLOCK}|\d{{1,2}}(?![\d/.,:%$-])(?:ish)?|noon|lunch|work|school)"
_LEAD = r"(?:after|before|around|at|past|by|till?|until|from)"
_PART = r"(?:morning|afternoon|evening|night)s?"
_NOT_MONEY = r"(?! ?(?:dollars|payments?|days?|weeks?|months?|years?|%|percent|a (?:month|week)))"
_CALL = r"\b(?:call|phone|ring|reach|calls?|free|available|off|home|work|llam\w+|marc\w+)\b"
_TIMES = [
    re.compile(pattern)
    for pattern in (
        rf"\b(?:between |from |entre (?:las )?)?(?:{_CLOCK}|\d{{1,2}}) ?(?:-|to|and|a|y)(?: las)? ?"
        rf"(?:{_CLOCK})",
        rf"\b(?:{_LEAD} )?(?:about )?(?:{_CLOCK})",
        r"\b(?:a|despues de|antes de|desde|hasta|como a) las? \d{1,2}(?::\d\d)?"
        r"(?: (?:de|por|en) la (?:manana|tarde|noche))?",
        rf"\b{_LEAD} (?:noon|lunch|work|school|dinner|midnight)\b(?! ?(?:on|is))",
        rf"\b(?:in|during|early|late|any|late in) (?:the )?{_PART}\b|\b(?:mornings|afternoons|"
        rf"evenings)\b",
        r"(?:(?<=tomorrow )|(?<=day ))(?:morning|afternoon|evening|night)\b",
        r"\b(?:por|en|de) la (?:manana|tarde|noche)s?\b|\ben las tardes|\bal mediodia\b",
        r"\b(?:at )?noon\b|\blunch ?time\b|\bany ?time\b|\ba cualquier hora\b",
    )
]
_BARE_HOUR = re.compile(
    rf"{_CALL}.{{0,25}}?(?P<time>\b(?:between \d{{1,2}} (?:and|to) \d{{1,2}}|{_LEAD} \d{{1,2}}))"
    rf"(?![\d/.,:%]|st|nd|rd|th){_NOT_MONEY}"
    rf"|(?P<time3>\b(?:between|from) \d{{1,2}} (?:and|to) \d{{1,2}})(?= .{{0,12}}\bcall\b)"
    rf"|(?P<time2>\b(?:after|before|at) (?:1[0-2]|[1-9]))(?![\d/:%]|[.,-]\d|st|nd|rd|"
    rf"th){_NOT_MONEY}"
)


def find_times(said: Normal) -> list[Mention[str]]:
    found: list[Mention[str]] = []
    for pattern in _TIMES:
        for match in pattern.finditer(said.text):
            found.append(Mention(match.start(), match.end(), match.group()))
        said = said.masked(found, "·")
    for match in _BARE_HOUR.finditer(said.text):
        group = match.lastgroup or "time"
        found.append(Mention(match.start(group), match.end(group), match[group]))
    return sorted(found, key=lambda mention: mention.start)
