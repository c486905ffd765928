"""Who are you? Asked before any amount or detail; nobody is named, no failed factor is told.

45 CFR 164.514(h): identity is verified before disclosure. R16: three tries, then a person.
"""

from dataclasses import replace
from datetime import date

from bot import parked
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
from nlu.birth import parse_birth_date, parse_zip

QUESTION = "identity"
POLICY = IdentityPolicy()
ASKED = Question(QUESTION, QUESTION)
ADULT_YEARS = 15
MOST_UNREAD = 2
FEW_WORDS = 6


def ask(context: Context, wishes: tuple[Wish, ...]) -> Outcome:
    """Asks for a birth date; with several people on the number, for the first name as well.

    A birth date that came unasked with the wish is an answer already.
    """
    waiting = parked.together(context.memory.wishes, wishes)
    if not any(person.birth_date for person in context.people):
        return _person_instead(context, "number_unknown", "number_unknown")
    if tries_left(context.memory.identity_failures, context.now, POLICY) == 0:
        return _person_instead(context, "identity_closed", "identity_failed")
    if _tells_birth_date(context):
        return _checked(context, waiting)
    key = "identity_ask_family" if len(context.people) > 1 else "identity_ask"
    return Outcome(says=(Say(key),), question=_asked(context), wishes=waiting)


def answer(context: Context) -> Outcome | None:
    """None when the text gives no birth date: it was about something else."""
    if _born(context) is None:
        return None
    return _checked(context, context.memory.wishes)


def is_bare_answer(context: Context) -> bool:
    """A birth date and hardly a word besides."""
    return _born(context) is not None and len(context.text.split()) <= FEW_WORDS


def unread(context: Context) -> Outcome:
    """No birth date could be read; asked in other words, then a person."""
    if context.memory.clarifications >= MOST_UNREAD:
        return _person_instead(context, "identity_closed", "identity_failed")
    return Outcome(says=(Say("identity_unread"),), kept=True, clarifies=True)


def _checked(context: Context, wishes: tuple[Wish, ...]) -> Outcome:
    birth_date, zip_code = _born(context), parse_zip(context.text)
    matching = [p for p in context.people if matches(birth_date, zip_code, p, POLICY)]
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


def _born(context: Context) -> date | None:
    return parse_birth_date(context.text, context.today)


def _tells_birth_date(context: Context) -> bool:
    """ "I paid on 1/5/26" is no birth date of somebody who answers for a bill."""
    born = _born(context)
    return born is not None and context.today.year - born.year >= ADULT_YEARS


def _asked(context: Context) -> Question:
    """With the question about a bill that is answered once the person is known."""
    aside = parked.question_of(context.memory)
    return replace(ASKED, about=parked.as_json(aside))


def _is_named(person: Person, text: str) -> bool:
    return person.first_name.casefold() in text.casefold()


def _person_instead(context: Context, key: str, reason: str) -> Outcome:
    says = Say(key, {"time": ClockTime(context.person_answers_at)})
    return Outcome(says=(says,), facts=(FetchPerson(reason, "identity"),))
