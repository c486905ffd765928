"""How and when somebody wants to be texted, in their own plain words."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date, time, timedelta

from nlu import wish_words as w
from nlu.dates import find_dates
from nlu.days import add_months, month_start
from nlu.reading import read
from nlu.wish_limits import SaidWish as SaidWish
from nlu.wish_limits import Side, is_short, limited, limits_in, of_limits, side_of

_EVENING = time(17)
_UNTIL = re.compile(r"\b(?:until|till|til|hasta)\b(?P<after> (?:after|despues))?")
_THIS = re.compile(r"\b(?:this|este|esta|the rest of the) (month|week)\b")
_APOSTROPHES = re.compile(r"(?<=[a-z])'(?=[a-z])")
_DONT = re.compile(r"\bdo not\b")
_WEEK_DAYS, _MOST_WORDS = 7, 7
_LONGEST = 600  # letters: whoever writes more tells a story, and a wish stands at its beginning


@dataclass(frozen=True)
class Wished:
    """`names_texting`: it speaks of texts; else it is so short that nothing else may be meant."""

    wish: SaidWish
    names_texting: bool


def find_wish(text: str, today: date, language: str | None = None) -> Wished | None:
    said = as_said(text, language)
    names_texting = w.TEXTING.search(said) is not None
    limits = limits_in(said)
    wish = of_limits(said, limits)
    wish = _of_pauses(said, today, wish)
    wish = _of_habits(said, wish, names_texting)
    if wish.is_empty:
        return None
    return Wished(wish, names_texting or wish.channel is not None)


def find_hours_and_days(text: str, language: str | None = None) -> SaidWish | None:
    """The answer to "when is a good time?": whatever days and hours it names."""
    said = as_said(text, language)
    wish, side = SaidWish(), Side.NAMED
    for limit in limits_in(said):
        side = side_of(said, limit, side, is_alone=True)
        wish = limited(wish, limit, Side.ONLY if side is Side.NAMED else side)
    return None if wish.is_empty else wish


def besides_limits(text: str, language: str | None = None) -> str:
    """What is left once "no texts on weekends" and the like are cut out: a stop beside it stays."""
    said = as_said(text, language)
    for start, end in sorted(_spans_of_limits(said), reverse=True):
        never = w.NEVER_THEN.search(said[:start])
        if never:
            said = f"{said[: never.start()]} . {said[end:]}"
    return said


def _spans_of_limits(said: str) -> Iterator[tuple[int, int]]:
    for limit in limits_in(said):
        yield limit.start, limit.end
    for pattern in (_THIS, w.OFFICE_HOURS, w.AT_WORK):
        yield from (match.span() for match in pattern.finditer(said))
    for match in _UNTIL.finditer(said):
        clause = w.CLAUSE_ENDS.search(said, match.end())
        yield match.start(), clause.start() if clause else len(said)


def as_said(text: str, language: str | None = None) -> str:
    text = text[:_LONGEST]
    said = _APOSTROPHES.sub("", read(text, language).text)
    if w.DAYS.search(said):  # "mon, wed and fri"
        said = w.BRIEF_DAY.sub(lambda brief: w.BRIEF_DAYS[brief.group()], said)
    return _DONT.sub("dont", said)


# --- pauses, habits, channels --------------------------------------------------------------------


def _of_pauses(said: str, today: date, wish: SaidWish) -> SaidWish:
    """ "not this month", "no texts until the 15th"."""
    until = _UNTIL.search(said)
    if until and w.NEVER_THEN.search(said[: until.start()]):
        dates, _ = find_dates(read(said[until.end() :]), today)
        named = next((m.value.on for m in dates if m.value.on and m.value.on > today), None)
        if named is not None:
            on = named + timedelta(days=1) if until["after"] else named
            return SaidWish(not_before=on)
    this = _THIS.search(said)
    if this and _is_refused(said, this):
        return replace(wish, not_before=_next_start(today, this[1]))
    return wish


def _is_refused(said: str, limit: re.Match[str]) -> bool:
    before, after = said[: limit.start()], said[limit.end() :]
    if w.NEVER_THEN.search(before):
        return True
    is_no = re.search(w.NOT, before) or w.AFTER_IT_NO.search(after)
    return is_no is not None and is_short(said)


def _next_start(today: date, unit: str) -> date:
    if unit == "month":
        return add_months(month_start(today), 1)
    return today + timedelta(days=_WEEK_DAYS - today.weekday())


def _of_habits(said: str, wish: SaidWish, names_texting: bool) -> SaidWish:
    for pattern, gap_days in w.GAPS:
        found = pattern.search(said)
        is_said = found and (names_texting or is_short(said[: found.start()] + said[found.end() :]))
        if is_said and "$" not in said:
            return replace(wish, gap_days=gap_days)
    at_work = w.OFFICE_HOURS.search(said) or w.AT_WORK.search(said)
    if at_work and w.NEVER_THEN.search(said[: at_work.start()]) and wish.is_empty:
        told = w.OFFICE_HOURS.search(said)
        return replace(wish, opens=_EVENING) if told else replace(wish, asks_when=True)
    channel = next((name for name, pattern in w.CHANNELS if pattern.search(said)), None)
    if channel is not None:
        return replace(wish, channel=channel)
    return replace(wish, is_lifted=True) if _is_lifted(said, wish, names_texting) else wish


def _is_lifted(said: str, wish: SaidWish, names_texting: bool) -> bool:
    if not wish.is_empty:
        return False
    is_short = len(said.split()) <= _MOST_WORDS
    if w.LIFTS_ALL.search(said) and (names_texting or is_short):
        return True
    found = w.LIFT.search(said)
    if found is None:
        return False
    if names_texting:
        return w.FINE.search(said) is not None
    return is_short and not w.ELSEWHERE.search(said)
