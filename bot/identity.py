"""Who are you? Asked before any amount or detail; nobody is named, no failed factor is told.

45 CFR 164.514(h): identity is verified before disclosure. R16: three tries, then a person.
"""

import re
from dataclasses import replace
from datetime import date
from enum import StrEnum

from bot import parked, web_identity
from bot.action import (
    ClockTime,
    Context,
    FetchPerson,
    IdentityFailed,
    Outcome,
    Person,
    Question,
    Say,
    Verified,
    Wish,
)
from bot.rules.identity import IdentityPolicy, matches, tries_left
from nlu.birth import names_birth, parse_birth_date, parse_zip, without_birth_date
from nlu.reading import read

QUESTION = "identity"
POLICY = IdentityPolicy()
ONE_IS_ENOUGH = IdentityPolicy(required=frozenset())
"""Where one person alone uses the number: the phone itself is the other factor."""
ASKED = Question(QUESTION, QUESTION)
ADULT_YEARS = 15
MOST_UNREAD = 2
MONTHS_IN_A_YEAR = 12
FEW_WORDS = 6
MOST_BESIDES = 2  # "3/14/1980 how much"
FEWEST_WORDS = 2  # "bill 10234 is wrong" names no ZIP
_NAMES_ZIP = re.compile(r"\b(?:zip|postal)\b", re.IGNORECASE)


class Asks(StrEnum):
    """What can be checked, by the end of the keys that ask for it."""

    EITHER = ""
    BIRTH_DATE = "_birth"
    ZIP = "_zip"
    FAMILY = "_family"
    NOTHING = "_nothing"


def ask(context: Context, wishes: tuple[Wish, ...]) -> Outcome:
    """Asks for a birth date or a ZIP; with several people on the number, for the name as well.

    A birth date or a ZIP that came unasked with the wish is an answer already.
    """
    if web_identity.is_stranger(context):
        return web_identity.ask(context, wishes)
    waiting = parked.together(context.memory.wishes, wishes)
    asks = _asks(context)
    if asks is Asks.NOTHING:
        return _person_instead(context, "number_unknown", "number_unknown")
    if tries_left(context.memory.identity_failures, context.now, POLICY) == 0:
        return _person_instead(context, "identity_closed", "identity_failed")
    if _tells_unasked(context):
        return _checked(context, waiting)
    return Outcome(says=(Say(f"identity_ask{asks}"),), question=_asked(context), wishes=waiting)


def answer(context: Context) -> Outcome | None:
    """None when the text gives nothing that can be checked: it was about something else."""
    if web_identity.is_stranger(context):
        return web_identity.answer(context)
    if not _tells(context):
        return None
    return _checked(context, context.memory.wishes)


def is_bare_answer(context: Context) -> bool:
    """A birth date or a ZIP and hardly a word besides."""
    if web_identity.is_stranger(context):
        return web_identity.is_bare_answer(context)
    return _tells(context) and _is_short(context)


def is_told_unasked(context: Context) -> bool:
    """A grown-up's birth date before anybody asked: called so, or with hardly a word besides."""
    if web_identity.is_stranger(context):
        return web_identity.is_told_unasked(context)
    is_called_so = names_birth(read(context.text).text)
    is_bare = len(besides(context).split()) <= MOST_BESIDES
    return _tells_unasked(context) and (is_called_so or is_bare)


def besides(context: Context) -> str:
    """What the text says apart from who writes it."""
    if web_identity.is_stranger(context):
        return web_identity.besides(context)
    return without_birth_date(context.text, context.today)


def unread(context: Context) -> Outcome:
    """Nothing to check could be read; asked in other words, then a person."""
    if web_identity.is_stranger(context):
        return web_identity.unread(context)
    if context.memory.clarifications >= MOST_UNREAD or _asks(context) is Asks.NOTHING:
        return _person_instead(context, "identity_closed", "identity_failed")
    return Outcome(says=(Say(f"identity_unread{_asks(context)}"),), kept=True, clarifies=True)


def _checked(context: Context, wishes: tuple[Wish, ...]) -> Outcome:
    zip_code = _zip(context)
    policy = ONE_IS_ENOUGH if len(context.people) == 1 else POLICY
    matching = [
        person
        for person in context.people
        if any(matches(born, zip_code, person, policy) for born in _readings(context))
    ]
    named = [p for p in matching if _is_named(p, context.text)]
    chosen = named or matching
    if len(chosen) == 1:
        return Outcome(facts=(Verified(chosen[0].id),), wishes=wishes)
    if chosen:
        return Outcome(says=(Say("identity_which"),), question=_asked(context), wishes=wishes)
    return _failed(context, wishes)


def _failed(context: Context, wishes: tuple[Wish, ...]) -> Outcome:
    if tries_left(context.memory.identity_failures, context.now, POLICY) <= 1:
        closed = _person_instead(context, "identity_closed", "identity_failed")
        return Outcome(facts=(IdentityFailed(),)).then(closed)
    return Outcome(
        says=(Say("identity_retry"),),
        facts=(IdentityFailed(),),
        question=_asked(context),
        wishes=wishes,
    )


def _asks(context: Context) -> Asks:
    """By what is on file: nobody is asked for what could not be checked."""
    has_birth_date = any(person.birth_date for person in context.people)
    if len(context.people) != 1:
        return Asks.FAMILY if has_birth_date else Asks.NOTHING
    has_zip = bool(context.people[0].zip)
    if has_birth_date:
        return Asks.EITHER if has_zip else Asks.BIRTH_DATE
    return Asks.ZIP if has_zip else Asks.NOTHING


def _born(context: Context) -> date | None:
    if _asks(context) is Asks.ZIP:
        return None
    return parse_birth_date(context.text, context.today)


def _readings(context: Context) -> tuple[date | None, ...]:
    """In Spanish "2/11/1972" is the 2nd of November for many: either reading may be the right."""
    born = _born(context)
    if born is None or context.language != "es" or born.day > MONTHS_IN_A_YEAR:
        return (born,)
    return (born, born.replace(month=born.day, day=born.month))


def _zip(context: Context) -> str | None:
    return None if _asks(context) is Asks.BIRTH_DATE else parse_zip(context.text)


def _tells(context: Context) -> bool:
    return _born(context) is not None or _tells_zip(context)


def _tells_zip(context: Context) -> bool:
    """Proof by itself for one person alone; five digits in a long text may be anything."""
    is_asked = _asks(context) in (Asks.EITHER, Asks.ZIP)
    is_alone = len(context.text.split()) <= FEWEST_WORDS
    is_meant = is_alone or _NAMES_ZIP.search(context.text) is not None
    return is_asked and is_meant and parse_zip(context.text) is not None


def _tells_unasked(context: Context) -> bool:
    """ "I paid on 1/5/26" is no birth date of somebody who answers for a bill."""
    born = _born(context)
    if born is not None:
        return context.today.year - born.year >= ADULT_YEARS
    return _tells_zip(context) and _NAMES_ZIP.search(context.text) is not None


def _is_short(context: Context) -> bool:
    return len(context.text.split()) <= FEW_WORDS


def _asked(context: Context) -> Question:
    """With the question about a bill that is answered once the person is known."""
    aside = parked.question_of(context.memory)
    return replace(ASKED, about=parked.as_json(aside))


def _is_named(person: Person, text: str) -> bool:
    return person.first_name.casefold() in text.casefold()


def _person_instead(context: Context, key: str, reason: str) -> Outcome:
    says = Say(key, {"time": ClockTime(context.person_answers_at)})
    return Outcome(says=(says,), facts=(FetchPerson(reason, "identity"),))
