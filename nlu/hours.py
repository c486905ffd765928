"""Hours of the day as people say them: "after 6", "mornings", "between 2 and 4", "in an hour"."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import time, timedelta

from nlu.normal import Mention

NOON, AFTERNOON, EVENING, NIGHT = time(12), time(12), time(17), time(21)
_LATEST_PM = 7  # "after 6" is in the evening, "after 8" in the morning
_HOURS_A_DAY, _NOON = 24, 12


@dataclass(frozen=True)
class Span:
    """From `opens` until `closes`; None leaves that side open. `is_point`: "at 4"."""

    opens: time | None = None
    closes: time | None = None
    is_point: bool = False


_OCLOCK = r"(?: ?(?:o'?clock|oclock|en punto|hrs?\b))?"
_HALF = r"(?: ?(?P<half{0}>a\.?m\b\.?|p\.?m\b\.?|de la (?:manana|tarde|noche)))?"
_CLOCK = rf"(?P<h{{0}}>\d{{{{1,2}}}})(?::?(?P<m{{0}}>[0-5]\d))?{_HALF}{_OCLOCK}"
_CLOCK_ALONE = (
    r"(?P<h1>\d{1,2})(?::(?P<m1>[0-5]\d)(?P<half1> ?[ap]\.?m\b)?(?![\d/:])"
    r"|(?P<half2> ?(?:[ap]\.?m\b|de la (?:manana|tarde|noche)))|(?: ?o'?clock))"
)
_NAMED = {
    "noon": time(12), "midday": time(12), "mediodia": time(12), "medio day": time(12),
    "lunchtime": time(12), "lunch": time(13), "almuerzo": time(13), "comida": time(14),
    "comer": time(14), "school": time(16), "escuela": time(16), "work": time(17),
    "trabajo": time(17), "trabajar": time(17), "dinner": time(19), "supper": time(19),
    "cena": time(19), "cenar": time(19),
}  # fmt: skip
_NAME = rf"(?:the |my |el |la |mi |de |del )*(?P<name>{'|'.join(_NAMED)})\b"
_NO_NUMBER = (
    r"(?![\d/%$.,]\d|[\d/%$])(?! ?(?:days?|weeks?|months?|years?|dollars|payments?|st|nd|rd|th)\b)"
)
_NOT_BEFORE = (
    r"(?:not|no|never|nunca|(?:don'?t|do not|no) (?:call|ring|phone|llam\w+)(?: me)?) "
    r"(?:before|antes de(?:l| las?| la)?)"
)
_BUSY_UNTIL = (
    r"(?:work(?:ing)?|busy|class|shift|asleep|sleep(?:ing)?|tied up|trabaj[oa]\w*|ocupad[oa]|turno|"
    r"clases?|duermo|dormid[oa])(?: (?!for\b|from\b|de\b|no\b|not\b)\w+)?? "
    r"(?:until|till?|hasta (?:las?|el))"
)
_AFTER = (
    rf"\b(?:{_NOT_BEFORE}|{_BUSY_UNTIL}|"
    r"(?:any ?time )?(?:after|past|later than|from|since|despues de(?:l| las?| la)?|"
    r"a partir de(?:l| las?)?|pasad[ao]s? (?:de )?(?:las?|el)|desde (?:las?|el)))"
)
_BEFORE = r"\b(?:any ?time )?(?:before|by|until|till|antes de(?:l| las?| la)?|hasta (?:las?|el))"
_AT = r"\b(?:at|around|about|near|como a las?|a eso de las?|tipo|a las?|alas|como alas)"
_MORNING = (
    r"\b(?:(?:early |in the |the |every |cada |early in the )*mornings?|"
    r"(?:(?:por|en|de|todas) las? |temprano (?:por|en) las? )mananas?)\b"
)
_MIDDLE = (
    r"\b(?:(?:in the |the |early |late )*afternoons?|(?:(?:por|en|de|todas) las? |esta )tardes?)\b"
)
_EVENING = (
    r"\b(?:(?:in the |the |at |every |this |late )*(?:evenings?|nights?|night ?time)|tonight|"
    r"(?:(?:por|en|de|todas) las? |esta |a la )noches?)\b"
)
_SPANS = tuple(
    (re.compile(pattern), kind)
    for pattern, kind in (
        (
            r"\b(?:between |from |entre (?:las )?|de (?:las )?|(?<![\d$./]))"
            + _CLOCK.format(1)
            + r" ?(?:-|to|and|till?|until|y|a|hasta)(?: las?)? ?"
            + _CLOCK.format(2) + _NO_NUMBER,
            "between",
        ),
        (rf"{_AFTER} (?:about |como )?(?:{_CLOCK.format(1)}{_NO_NUMBER}|{_NAME})", "after"),
        (rf"{_BEFORE} (?:about |como )?(?:{_CLOCK.format(1)}{_NO_NUMBER}|{_NAME})", "before"),
        (
            rf"{_AT} (?:about |like |como )?(?:{_CLOCK.format(1)}{_NO_NUMBER}|"
            r"(?P<name>noon|midday|lunch(?:time)?|mediodia)\b)",
            "at",
        ),
        (rf"(?<![\d$./:]){_CLOCK_ALONE}", "at"),
        (r"\b(?P<name>noon|midday)\b", "at"),
        (_MORNING, "morning"),
        (_MIDDLE, "middle"),
        (_EVENING, "evening"),
    )
)  # fmt: skip
_PARTS = {
    "morning": Span(None, NOON),
    "middle": Span(AFTERNOON, EVENING),
    "evening": Span(EVENING, None),
}
_WAITED = "".join(  # "i sat on hold for an hour" says nothing of when
    rf"(?<!{word} )"
    for word in ("hold", "waited", "waiting", "sat", "been", "phone", "line", "there")
)
_WAIT = re.compile(
    rf"{_WAITED}\b(?:in|within|after|for|give me|gimme|en|dentro de|deme|dame|de aqui a) "
    r"(?:about |like |another |maybe |como |unos |unas |otr[oa] )*"
    r"(?P<count>\d{1,2}|an?|una?|(?:a )?couple(?: of)?|un par de|(?:a )?few|half (?:an?|a)|"
    r"(?:a )?half|media) (?P<unit>hours?|minutes?|min)\b(?P<half> (?:and a half|y media))?"
)
_COUNTS = {"couple": 2.0, "par": 2.0, "few": 3.0, "half": 0.5, "media": 0.5}
_A_WHILE = re.compile(
    r"\b(?:in a (?:bit|while|minute|sec|moment|little)|a little later|later today|later on today|"
    r"al rato|mas al rato|al ratito|en un rat(?:o|ito)|dentro de un rato|mas tard(?:e|ecito))\b"
)
A_WHILE = timedelta(hours=2)


def find_spans(text: str) -> list[Mention[Span]]:
    """In the order of the text, which has been read (nlu.reading) before."""
    found: list[Mention[Span]] = []
    for pattern, kind in _SPANS:
        for match in pattern.finditer(text):
            span = _span(match, kind)
            if span and not any(_meets(match, other) for other in found):
                found.append(Mention(match.start(), match.end(), span))
    return sorted(found, key=lambda mention: mention.start)


_DAYS_IN = {"day": 1, "dia": 1, "week": 7, "semana": 7, "month": 30, "mes": 30}
_WAIT_OF_DAYS = re.compile(
    r"\b(?:(?P<count>\d{1,2})|(?P<two>couple(?: of)?|par de)|an?|una?) (?:more |mas )?"
    r"(?P<unit>day|dia|week|semana|month|mes)(?:e?s)?\b(?! ago)"
)


def find_span(text: str) -> Span | None:
    """The one that is meant: "tonight at 7" is at 7."""
    spans = [mention.value for mention in find_spans(text)]
    return next((span for span in spans if span not in _PARTS.values()), next(iter(spans), None))


def find_wait(text: str) -> timedelta | None:
    """How long from now: "in an hour", "en media hora"; "al rato" is a while."""
    match = _WAIT.search(text)
    if match is None:
        return A_WHILE if _A_WHILE.search(text) else None
    count = _count(match["count"]) + (0.5 if match["half"] else 0)
    return timedelta(hours=count) if match["unit"].startswith("h") else timedelta(minutes=count)


def find_wait_of_days(text: str) -> timedelta | None:
    """ "Like 3 weeks", in answer to when: how long from now."""
    match = _WAIT_OF_DAYS.search(text)
    if match is None:
        return None
    count = 2 if match["two"] else int(match["count"] or 1)
    return timedelta(days=count * _DAYS_IN[match["unit"]])


def _count(words: str) -> float:
    if words.isdecimal():
        return float(words)
    return next((number for word, number in _COUNTS.items() if word in words), 1.0)


def _meets(match: re.Match[str], other: Mention[Span]) -> bool:
    return match.start() < other.end and other.start < match.end()


def _span(match: re.Match[str], kind: str) -> Span | None:
    if kind in _PARTS:
        return _PARTS[kind]
    times = list(_times(match))
    if not times:
        return None
    if kind == "between":
        return _between(*times) if len(times) == 2 else None
    if kind == "at":
        return Span(times[0], None, is_point=True)
    return Span(times[0], None) if kind == "after" else Span(None, times[0])


def _between(opens: time, closes: time) -> Span | None:
    """ "9 to 5" ends in the afternoon."""
    if closes <= opens and closes.hour + _NOON < _HOURS_A_DAY:
        closes = closes.replace(hour=closes.hour + _NOON)
    return Span(opens, closes) if opens < closes else None


def _times(match: re.Match[str]) -> Iterator[time]:
    groups = match.groupdict()
    if groups.get("name"):
        yield _NAMED[groups["name"]]
        return
    last_half = groups.get("half2")
    for place in "12":
        hour = groups.get(f"h{place}")
        if hour is not None:
            told = _time(int(hour), int(groups.get(f"m{place}") or 0),
                         groups.get(f"half{place}") or last_half)  # fmt: skip
            if told is not None:
                yield told


def _time(hour: int, minute: int, half: str | None) -> time | None:
    if hour >= _HOURS_A_DAY:
        return None
    half = half.strip() if half else None
    if half is None:
        is_pm = 1 <= hour <= _LATEST_PM
    else:
        is_pm = half.startswith("p") or half.endswith(("tarde", "noche"))
        hour = 0 if hour == _NOON and not is_pm else hour
    return time(hour + _NOON if is_pm and hour < _NOON else hour, minute)
