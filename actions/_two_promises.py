"""Two sums on two days in one promise: "half friday, half on the 30th"."""

import re
from dataclasses import dataclass, replace
from datetime import date

from actions._amounts import cents_of
from actions._days import later_days
from actions._promises import ACTION, facts_of, told
from actions._words import plain
from bot import identity
from bot.action import Context, Money, Outcome, Question, Say, Value, Wish
from bot.contact_facts import Promised
from nlu.day_moves import asks_own_days, asks_rest, moved_of_two
from nlu.days import add_months
from nlu.understanding import Relative

TOLD_TWO = "promise_two_told"
_BOTH = 2
_JUST_NOTED = frozenset({"promise_noted_amount", "promise_moved_amount"})
_AND = re.compile(
    r"\W*(?:(?:ok|okay|bueno)\W+)?(?:and|then|plus|also|another|y|luego|otros|mas)\b"
    r"(?:\W+(?:then |the other |otros )?\$?(?P<bare>\d{2,4})(?! ?(?:st|nd|rd|th)\b|[\d/.:-]))?"
)


@dataclass(frozen=True)
class Two:
    """Cents None: to somebody unknown, or no part of what is owed, no sum is told."""

    first_on: date
    last_on: date
    cents: int | None
    rest_cents: int | None


def two_promises(context: Context) -> Outcome | None:
    """Both said back; one quiet time until the last of them, and one text after it."""
    two = _added(context) or _two(context)
    return None if two is None else _noted(context, two)


def days_told(context: Context) -> Outcome:
    """The day that stands, or both, once more, whatever was asked since."""
    stands = context.promised
    if stands is None or stands.first_on is None or stands.first_on < context.today:
        return told(context)
    two = Two(stands.first_on, stands.on, None, None)
    if context.person is not None and stands.cents and stands.first_cents:
        rest = stands.cents - stands.first_cents
        two = replace(two, cents=stands.first_cents, rest_cents=rest)
    return Outcome(says=(_say(two),), question=Question(TOLD_TWO, ACTION, _about(two)))


def of_two(context: Context, question: Question) -> Outcome | None:
    """Both days once more, one of them moved, or what they leave of the bill."""
    two, text = _kept(question), context.text
    if context.person is None:  # the check may have lapsed since: then the days alone
        two = replace(two, cents=None, rest_cents=None)
    days = (two.first_on, two.last_on)
    if asks_own_days(text, context.language):
        return Outcome(says=(_say(two),), kept=True)
    if asks_rest(text, context.language):
        return _rest(context, two)
    moved = moved_of_two(text, days, context.today, context.language)
    is_sized = any(amount.cents for amount in context.understanding.entities.amounts)
    if moved is None or is_sized:
        return None
    return _noted(context, replace(two, first_on=moved[0], last_on=moved[1]))


def _rest(context: Context, two: Two) -> Outcome:
    if context.person is None:
        return identity.ask(context, (Wish("ask_balance", context.text),))
    named = (two.cents or 0) + (two.rest_cents or 0)
    left = context.bill.payable_cents - named
    if not named or left <= 0:
        return Outcome(says=(_say(two),), kept=True)
    values: dict[str, Value] = {"amount": Money(left)}
    return Outcome(says=(Say("promise_two_left", values),), kept=True)


def _noted(context: Context, two: Two) -> Outcome:
    sums = (two.cents or 0) + (two.rest_cents or 0)
    return Outcome(
        says=(_say(two),),
        facts=facts_of(context, two.last_on, sums or None, Promised(two.first_on, two.cents)),
        question=Question(TOLD_TWO, ACTION, _about(two)),
    )


def _about(two: Two) -> dict[str, object]:
    days = {"first": two.first_on.isoformat(), "last": two.last_on.isoformat()}
    return {**days, "cents": two.cents, "rest": two.rest_cents}


def _kept(question: Question) -> Two:
    about = question.about
    first, last = (date.fromisoformat(str(about[name])) for name in ("first", "last"))
    cents, rest = about.get("cents"), about.get("rest")
    if isinstance(cents, int) and isinstance(rest, int):
        return Two(first, last, cents, rest)
    return Two(first, last, None, None)


def _say(two: Two) -> Say:
    days: dict[str, Value] = {"day": two.first_on, "last": two.last_on}
    if two.cents is None or two.rest_cents is None:
        return Say("promise_two", days)
    sums: dict[str, Value] = {"amount": Money(two.cents), "rest": Money(two.rest_cents)}
    return Say("promise_two_amounts", {**days, **sums})


def _added(context: Context) -> Two | None:
    """ "And 120 the friday after", beside the sum that was just noted."""
    stands, days = context.promised, later_days(context)
    is_noted = bool(_JUST_NOTED.intersection(context.memory.last_keys))
    said = _AND.match(plain(context.text))
    if stands is None or not is_noted or said is None:
        return None
    named = [a.cents for a in context.understanding.entities.amounts if a.per is None]
    sums = named or ([int(said["bare"]) * 100] if said["bare"] else [])
    if len(days) != 1 or len(sums) != 1 or days[0] <= stands.on:
        return None
    first, left = stands.cents, context.bill.payable_cents
    is_rest = bool(named) and named[0] is None and first is not None
    cents = left - (first or 0) if is_rest else sums[0]
    is_part = first is not None and cents is not None and 0 < cents <= left - first
    return Two(stands.on, days[0], first, cents) if is_part else None


def _two(context: Context) -> Two | None:
    sums = [a for a in context.understanding.entities.amounts if a.per is None]
    days = later_days(context)
    if len(sums) != _BOTH or len(days) != _BOTH or days[0] == days[1]:
        return None
    first, last = days
    last = last if last > first else add_months(last, 1)  # "on the 1st and on the 15th"
    owed = context.bill.payable_cents
    cents = cents_of(sums[0], owed, 0) if context.person else None
    is_share = sums[1].relative in (Relative.REST, Relative.HALF)
    if cents is None or last <= first:
        return Two(first, last, None, None) if last > first else None
    rest = owed - cents if is_share else cents_of(sums[1], owed, 0)
    is_part = rest is not None and 0 < cents < owed and 0 < rest <= owed - cents
    return Two(first, last, cents, rest) if is_part else Two(first, last, None, None)
