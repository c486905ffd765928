"""Days and hours in a wish, and whether these alone are meant or never these."""

import re
from dataclasses import dataclass, replace
from datetime import date, time
from enum import Enum

from nlu import wish_words as w
from nlu.hours import Span, find_spans

_WEEK_DAYS = 7
_MOST_LIMITS = 8  # nobody means more; beyond it, a text made to keep us busy


class Side(Enum):
    """What is said of some days or hours: these alone, never these, these again, or no more."""

    ONLY = "only"
    NEVER = "never"
    AGAIN = "again"
    NAMED = "named"


@dataclass(frozen=True)
class SaidWish:
    """`days`: these alone; `adds`: these are fine again; hours from `opens` until `closes`.

    Nothing from `pause_from` (None: from now) until `not_before`.
    `calls`: what of calls is refused (nlu.call_wish), which leaves texts as they are.
    `is_lifted`: any day and hour will do. `asks_when`: hours that only they know ("at work").
    """

    days: frozenset[int] | None = None
    adds: frozenset[int] = frozenset()
    opens: time | None = None
    closes: time | None = None
    not_before: date | None = None
    gap_days: int | None = None
    channel: str | None = None
    is_lifted: bool = False
    asks_when: bool = False
    pause_from: date | None = None
    calls: str | None = None

    @property
    def is_empty(self) -> bool:
        return self == SaidWish()


@dataclass(frozen=True)
class Limit:
    """Days or hours at a place of the text."""

    start: int
    end: int
    days: frozenset[int] | None = None
    span: Span | None = None


def limits_in(said: str) -> list[Limit]:
    found: list[Limit] = []
    for match in w.RANGE.finditer(said):
        found.append(Limit(match.start(), match.end(), _range(match)))
    for pattern, days in ((w.WEEKDAYS_SAID, w.WORKDAYS), (w.WEEKENDS, w.WEEKEND)):
        found += (Limit(m.start(), m.end(), days) for m in pattern.finditer(said))
    for match in w.DAYS.finditer(said):
        if not any(_meet(match.start(), match.end(), other) for other in found):
            found.append(Limit(match.start(), match.end(), _named(match.group())))
    found += (Limit(m.start, m.end, span=m.value) for m in find_spans(said))
    return sorted(found, key=lambda limit: limit.start)[:_MOST_LIMITS]


def _meet(start: int, end: int, other: Limit) -> bool:
    return start < other.end and other.start < end


def _named(words: str) -> frozenset[int]:
    return frozenset(w.NUMBER_OF[name] for name in re.findall(w.DAY, words))


def _range(match: re.Match[str]) -> frozenset[int]:
    if match[1] is None:
        return w.WORKDAYS
    first, last = w.NUMBER_OF[match[1]], w.NUMBER_OF[match[2]]
    return frozenset((first + ahead) % _WEEK_DAYS for ahead in range((last - first) % 7 + 1))


def of_limits(said: str, limits: list[Limit]) -> SaidWish:
    wish, before = SaidWish(), Side.NAMED
    is_alone = _is_alone(said, limits)
    for limit in limits:
        side = side_of(said, limit, before, is_alone)
        if side is Side.NAMED and (
            _is_habit(said, limit) or (is_alone and _may_stand(said, limit))
        ):
            side = Side.ONLY
        if side is not Side.NAMED:
            wish = limited(wish, limit, side)
        before = side
    return wish


def _is_habit(said: str, limit: Limit) -> bool:
    """ "text me on fridays", but not "i work nights, text me"."""
    if not w.HABITUAL.search(said, max(0, limit.start - 8), limit.end):
        return False
    return w.TEXTING_THEN.search(_clause_before(said, limit)) is not None


def _may_stand(said: str, limit: Limit) -> bool:
    """ "after 6" may be a wish, "friday" alone is a day, "at 4" a moment, "morning" a greeting."""
    if limit.days is not None or w.PART_OF_DAY.search(said, limit.start, limit.end):
        return w.HABITUAL.search(said) is not None
    assert limit.span is not None
    return not limit.span.is_point and not w.CODE.match(said)


def _is_alone(said: str, limits: list[Limit]) -> bool:
    """Besides days, hours and small words nothing is said."""
    rest = list(said)
    for limit in limits:
        rest[limit.start : limit.end] = " " * (limit.end - limit.start)
    return bool(limits) and is_short("".join(rest))


def side_of(said: str, limit: Limit, before: Side, is_alone: bool) -> Side:
    """Weak words count where little else is said; else they must stand beside a word of texting."""
    after, clause = said[limit.end :], _clause_before(said, limit)
    if w.AGAIN.search(after):
        return Side.AGAIN if is_alone or w.TEXTING.search(said) else Side.NAMED
    if before is not Side.NAMED and w.AND_THEN.search(clause):
        return before
    if w.THEN_NEVER.match(said, limit.end) and not w.TEXTING.search(clause):
        return Side.NEVER
    told = list(w.POLARITY.finditer(clause))
    if is_alone and (told or w.AFTER_IT_NO.search(after)):
        return Side.NEVER if not told or told[-1]["no"] else Side.ONLY
    if is_alone and w.AFTER_IT_ONLY.search(after):
        return Side.ONLY
    if w.NEVER_THEN.search(clause):
        return Side.NEVER
    is_only = w.ONLY_THEN.search(clause) or w.JUST_AFTER_ONLY.search(after)
    if is_only and w.TEXTING_THEN.search(clause) and not w.ONCE.search(said):
        return Side.ONLY
    return Side.NAMED


def _clause_before(said: str, limit: Limit) -> str:
    before = said[: limit.start]
    return before[max((m.end() for m in w.CLAUSE_ENDS.finditer(before)), default=0) :]


def limited(wish: SaidWish, limit: Limit, side: Side) -> SaidWish:
    if limit.days is not None:
        return _on_days(wish, limit.days, side)
    assert limit.span is not None
    if side is Side.AGAIN:
        return replace(wish, is_lifted=True)
    span = _besides(limit.span) if side is Side.NEVER else _around(limit.span)
    return replace(wish, opens=span.opens or wish.opens, closes=span.closes or wish.closes)


def _on_days(wish: SaidWish, days: frozenset[int], side: Side) -> SaidWish:
    if side is Side.AGAIN:
        return replace(wish, adds=wish.adds | days)
    if side is Side.NEVER:
        return replace(wish, days=(wish.days or w.EVERY_DAY) - days)
    return replace(wish, days=(wish.days or frozenset()) | days)


def _around(span: Span) -> Span:
    """ "only at 6" leaves two hours for it."""
    if not span.is_point or span.opens is None:
        return span
    return Span(span.opens, span.opens.replace(hour=min(span.opens.hour + 2, 23)))


def _besides(span: Span) -> Span:
    """The hours that are left: after a morning, before an afternoon or an evening."""
    if span.opens is None:
        return Span(span.closes, None)
    return Span(None, span.opens)


def is_short(said: str) -> bool:
    left = w.FILLERS.sub(" ", w.POLARITY.sub(" ", said))
    return not re.search(r"[a-z0-9$]", left)
