"""A day told by the one that stands: "the friday after", "make it saturday", "el siguiente"."""

import re
from datetime import date, timedelta

from nlu.date_words import DAY, SPAN, WEEKDAYS, moved_by_span, said, weekday_said
from nlu.days import add_months, weekday_near
from nlu.entities import find_entities
from nlu.reading import read

_END = (
    r"(?=\W*(?:$|[.,!?;]|please\b|pls\b|instead\b|ok\b|if\b|is\b|will\b|then\b|por favor\b|"
    r"mejor\b|better\b|y\b))"
)
_AFTER = r"(?:right )?after(?:wards?)?(?: (?:that|this)(?: (?:one|1))?)?"
_NAMES = "|".join(WEEKDAYS)
_WEEKDAY = re.compile(
    rf"\b{DAY} {_AFTER}{_END}|\bfollowing (?P<day2>{_NAMES})\b|"
    rf"\b(?:otro|(?:el |al )siguiente) (?P<day3>{_NAMES})\b|"
    rf"\b(?P<day4>{_NAMES}) (?:siguiente|que sigue|de despues)\b"
)
_SPAN = re.compile(
    rf"\b{SPAN} (?:later|{_AFTER}|mas tarde|despues|mas){_END}|"
    r"\b(?:the |el |la )(?P<unit>day|week|month) (?:after(?: (?:that|this)(?: one)?)?|de despues)"
    rf"{_END}|\b(?:another|otr[ao]|(?:1|one) more) (?P<unit2>week|month)\b(?! (?:or|o)\b)"
)
_NEXT_ONE = re.compile(
    r"(?:\W*\b(?:no|ok|okay|mejor|bueno|entonces|pues|actually|make it|move it to|sino|seria|"
    r"para|hasta|lets do|how about|que sea|paselo|muevalo|y|and)\b)*\W*"
    r"(?:(?:the|el|al) )?(?:siguiente|de despues|otro|following (?:one|1)|"
    r"(?:one|1) after(?: that)?|next (?:one|1) after(?: that)?)"
    r"(?:\W+(?:please|pls|por favor|then|mejor|instead))*\W*"
)
_MOVING_WORDS = """actually make instead rather change move switch push meant mejor cambie cambielo
cambia mueva muevalo pase paselo perdon digo quise pongalo"""
_MOVING = frozenset(_MOVING_WORDS.split())
_AROUND_WORDS = """no nah nope oh ok okay wait sorry i mean it that this on to for lets let's do can
we you could please pls plz the el la espere bueno ay ponga al a para que sea por favor put me si y
and how about day dia un then entonces better is works promise date payment my pago fecha mi ill
i'll pay lo le decir up till til until hasta pagar pagarlo puedo"""
_AROUND = _MOVING | frozenset(_AROUND_WORDS.split())


def day_after_that(text: str, stands: date, language: str | None = None) -> date | None:
    """The day named by the one that `stands`; None where it is not named so."""
    heard = read(text, language).text
    weekday = _WEEKDAY.search(heard)
    if weekday:
        return weekday_near(stands, weekday_said(weekday), True)
    span = _SPAN.search(heard)
    if span and said(span, "span"):
        return moved_by_span(stands, said(span, "span"), 1)
    if span and said(span, "unit") == "month":
        return add_months(stands, 1)
    if span:
        return stands + timedelta(days=1 if said(span, "unit") == "day" else 7)
    return stands + timedelta(days=7) if _NEXT_ONE.fullmatch(heard) else None


def day_instead(
    text: str, today: date, language: str | None = None, *, needs_word: bool = True
) -> date | None:
    """A day and hardly a word besides; `needs_word`: one of them says that it is another."""
    if language != "es":
        text = re.sub(r"^\W*(?:no|nah|nope)\b\W*(?=\w)", "actually ", text, flags=re.IGNORECASE)
    found = find_entities(text, today, language)
    days = [day for day in found.dates if day.on and day.on > today]
    if len(days) != 1 or len(found.dates) != 1 or found.amounts or found.time_of_day:
        return None
    rest = f"{text[: days[0].start]} {text[days[0].end :]}"
    words = re.findall(r"[a-z']+|\d+", read(rest, language).text)
    is_other = not needs_word or bool(_MOVING & set(words))
    return days[0].on if is_other and set(words) <= _AROUND else None
