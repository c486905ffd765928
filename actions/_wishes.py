"""How somebody likes to be texted: what was there before and what is said now, and its words."""

from collections.abc import Callable
from dataclasses import replace

from bot.action import Context, Listed, Say, Value
from bot.rules.quiet_hours import EVERY_DAY
from bot.rules.texting_wishes import (
    MONTH_DAYS,
    NO_WISH,
    WEEKEND,
    WORKDAYS,
    Calls,
    Channel,
    TextingWish,
    standing,
)
from nlu.wishes import SaidWish

_FEW = 2
Joined = Callable[[TextingWish, SaidWish], TextingWish]


def current(context: Context) -> TextingWish:
    """Of who is known, or of anybody on the number: nobody is told more than they said."""
    people = (context.person,) if context.person else context.people
    wishes = (standing(person.wish, context.today) for person in people)
    return next((wish for wish in wishes if wish != NO_WISH), NO_WISH)


def merged(before: TextingWish, said: SaidWish) -> TextingWish:
    """The newer word on each thing counts; hours that do not fit together are the newer ones."""
    if said.is_lifted:
        return NO_WISH
    days = said.days if said.days is not None else before.days | said.adds
    wish = replace(before, days=days or EVERY_DAY)
    if said.opens or said.closes:
        wish = _with_hours(wish, said)
    if said.channel is not None:
        wish = replace(wish, channel=Channel(said.channel))
    if said.calls is not None:
        wish = replace(wish, calls=Calls(said.calls))
        if wish.channel is Channel.CALL:  # "call me instead" is taken back by it
            wish = replace(wish, channel=Channel.TEXT)
    return replace(
        wish,
        not_before=said.not_before or wish.not_before,
        pause_from=said.pause_from if said.not_before else wish.pause_from,
        gap_days=said.gap_days or wish.gap_days,
    )


def corrected(before: TextingWish, said: SaidWish) -> TextingWish:
    """In place of what was said just before: hours whole, and "not on" other days."""
    if said.opens or said.closes:
        before = replace(before, opens=None, closes=None)
    is_never = 0 < len(EVERY_DAY - before.days) <= _FEW and before.days != WORKDAYS
    if is_never and said.days and len(said.days) <= _FEW:
        said = replace(said, days=EVERY_DAY - said.days)
    return merged(before, said)


def _with_hours(wish: TextingWish, said: SaidWish) -> TextingWish:
    opens, closes = said.opens or wish.opens, said.closes or wish.closes
    if opens and closes and opens >= closes:
        opens, closes = said.opens, said.closes
    if opens and closes and opens >= closes:
        closes = None
    return replace(wish, opens=opens, closes=closes)


def in_words(wish: TextingWish) -> Listed:
    """ "only on Fridays, after 6:00 pm"."""
    return Listed(tuple(_days(wish) + hours(wish) + _rest(wish)))


def hours(wish: TextingWish | SaidWish) -> list[Say]:
    if wish.opens and wish.closes:
        return [Say("phrase_between", {"opens": wish.opens, "closes": wish.closes})]
    if wish.opens:
        return [Say("phrase_after", {"time": wish.opens})]
    return [Say("phrase_before", {"time": wish.closes})] if wish.closes else []


def named_days(days: frozenset[int]) -> Listed:
    return Listed(tuple(Say(f"phrase_weekday_{day}") for day in sorted(days)), last="phrase_and")


def _days(wish: TextingWish) -> list[Say]:
    if wish.days == EVERY_DAY:
        return []
    if wish.days == WORKDAYS:
        return [Say("phrase_workdays")]
    if wish.days == WEEKEND:
        return [Say("phrase_weekend")]
    missing = EVERY_DAY - wish.days
    if len(missing) <= _FEW:
        return [Say("phrase_not_days", {"days": named_days(missing)})]
    return [Say("phrase_days", {"days": named_days(wish.days)})]


def _rest(wish: TextingWish) -> list[Say]:
    says = []
    if wish.gap_days:
        key = "phrase_monthly" if wish.gap_days >= MONTH_DAYS else "phrase_biweekly"
        says.append(Say(key))
    if wish.not_before:
        values: dict[str, Value] = {"day": wish.not_before}
        key = "phrase_not_before"
        if wish.pause_from:
            key, values = "phrase_pause", {"day": wish.pause_from, "until": wish.not_before}
        says.append(Say(key, values))
    return says
