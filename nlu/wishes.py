"""How and when somebody wants to be texted, in their own plain words."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date, time

from nlu import wish_words as w
from nlu.call_wish import besides_calls, refuses_calls
from nlu.reading import read
from nlu.this_month import is_of_paying
from nlu.wish_limits import SaidWish as SaidWish
from nlu.wish_limits import Side, is_short, limited, limits_in, of_limits, side_of
from nlu.wish_pauses import UNTIL_THEN, find_pause, pauses_in, refused_after

_EVENING = time(17)
_APOSTROPHES = re.compile(r"(?<=[a-z])'(?=[a-z])")
_DONT = re.compile(r"\bdo not\b")
_MOST_WORDS = 7
_ANY_DAY = date(2026, 1, 1)  # where a pause stands in a text is the same on any day
_LONGEST = 600  # letters: whoever writes more tells a story, and a wish stands at its beginning


@dataclass(frozen=True)
class Wished:
    """`names_texting`: it speaks of texts; else it is so short that nothing else may be meant.

    `is_pause`: all that is said is from when on.
    """

    wish: SaidWish
    names_texting: bool
    is_pause: bool = False


def find_wish(text: str, today: date, language: str | None = None) -> Wished | None:
    if refused := refuses_calls(text, language):
        return Wished(SaidWish(calls=refused), names_texting=True)
    if is_of_paying(text):
        return None
    said = without_opener(as_said(text, language))
    names_texting = w.TEXTING.search(said) is not None
    limits = limits_in(said)
    wish = of_limits(said, limits)
    wish = _of_pauses(said, today, wish, names_texting)
    wish = _of_habits(said, wish, names_texting)
    if wish.is_empty:
        return None
    is_pause = wish == SaidWish(not_before=wish.not_before, pause_from=wish.pause_from)
    return Wished(wish, names_texting or wish.channel is not None, is_pause and not names_texting)


def find_hours_and_days(text: str, language: str | None = None) -> SaidWish | None:
    """The answer to "when is a good time?": whatever days and hours it names."""
    said = as_said(text, language)
    wish, side = SaidWish(), Side.NAMED
    for limit in limits_in(said):
        side = side_of(said, limit, side, is_alone=True)
        wish = limited(wish, limit, Side.ONLY if side is Side.NAMED else side)
    return None if wish.is_empty else wish


def find_correction(text: str, today: date, language: str | None = None) -> SaidWish | None:
    """Read just after a wish was noted: "no wait, after 7", "i meant mondays"."""
    whole = as_said(text, language)
    kept = _contrasted(without_opener(whole))
    is_opened = kept != whole
    said = w.ASKS_TO.sub(" ", kept)
    limits = limits_in(said)
    rest = _without(said, [(limit.start, limit.end) for limit in limits])
    if limits and is_short(rest):
        is_meant = is_opened or w.HABITUAL.search(said) or re.search(f"{w.ONLY}|instead", said)
        return find_hours_and_days(kept, language) if is_meant else None
    pause = next(pauses_in(said, today), None) if is_opened else None
    if pause is None or not is_short(_without(said, [(pause.start, pause.end)])):
        return None
    return SaidWish(not_before=pause.ends, pause_from=pause.begins)


def without_opener(said: str) -> str:
    """ "No wait, after 6" is "after 6"."""
    opener = w.CORRECTS.match(said)
    return said[opener.end() :] if opener else said


def _contrasted(said: str) -> str:
    """ "Not fridays, saturdays" names the days that are meant last."""
    for pattern in w.CONTRASTS:
        match = pattern.match(said)
        if match and limits_in(match["kept"]) and not re.match(w.NOT, match["kept"]):
            return match["kept"]
    return said


def _without(said: str, spans: list[tuple[int, int]]) -> str:
    for start, end in spans:
        said = said[:start] + " " * (end - start) + said[end:]
    return said


def besides_limits(text: str, language: str | None = None) -> str:
    """What is left once "no texts on weekends" and the like are cut out: a stop beside it stays."""
    said = as_said(text, language)
    if refuses_calls(text, language):
        said = besides_calls(said)
    for start, end in sorted(_spans_of_limits(said), reverse=True):
        never, after = w.NEVER_THEN.search(said[:start]), refused_after(said, end)
        if never or after:
            begins = never.start() if never else start
            said = f"{said[:begins]} . {said[after.end() if after else end :]}"
    return said


def _spans_of_limits(said: str) -> Iterator[tuple[int, int]]:
    for limit in limits_in(said):
        yield limit.start, limit.end
    for pattern in (w.OFFICE_HOURS, w.AT_WORK):
        yield from (match.span() for match in pattern.finditer(said))
    if day := _in_the_day(said):
        yield day.span()
    yield from ((pause.start, pause.end) for pause in pauses_in(said, _ANY_DAY))
    yield from (match.span() for match in UNTIL_THEN.finditer(said))


def _in_the_day(said: str) -> re.Match[str] | None:
    """ "Dont text me in the day", where that follows at once: "3 times in the day" is a stop."""
    found = w.IN_THE_DAY.search(said)
    return found if found and w.JUST_TEXTING.search(said[: found.start()]) else None


def as_said(text: str, language: str | None = None) -> str:
    text = text[:_LONGEST]
    said = _APOSTROPHES.sub("", read(text, language).text)
    if w.DAYS.search(said):  # "mon, wed and fri"
        said = w.BRIEF_DAY.sub(lambda brief: w.BRIEF_DAYS[brief.group()], said)
    return _DONT.sub("dont", said)


# --- pauses, habits, channels --------------------------------------------------------------------


def _of_pauses(said: str, today: date, wish: SaidWish, names_texting: bool) -> SaidWish:
    """ "not this month", "no texts until the 15th"."""
    pause = find_pause(said, today, names_texting)
    if pause is None:
        return wish
    kept = SaidWish() if pause.is_bound else wish  # "until friday" names no day to text on
    return replace(kept, not_before=pause.ends, pause_from=pause.begins)


def _of_habits(said: str, wish: SaidWish, names_texting: bool) -> SaidWish:
    for pattern, gap_days in w.GAPS:
        found = pattern.search(said)
        is_said = found and (names_texting or is_short(said[: found.start()] + said[found.end() :]))
        if is_said and "$" not in said:
            return replace(wish, gap_days=gap_days)
    told = w.OFFICE_HOURS.search(said) or _in_the_day(said)
    at_work = told or w.AT_WORK.search(said)
    if at_work and w.NEVER_THEN.search(said[: at_work.start()]) and wish.is_empty:
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
