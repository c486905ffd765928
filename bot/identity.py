"""Who are you? Asked before any amount or detail; nobody is named, no failed factor is told.

45 CFR 164.514(h): identity is verified before disclosure. R16: three tries, then a person.
"""

from bot.action import (
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
from bot.rules.identity import IdentityPolicy, tries_left
from nlu.birth import parse_birth_date, parse_zip

QUESTION = "identity"
POLICY = IdentityPolicy()


def ask(context: Context, wishes: tuple[Wish, ...]) -> Outcome:
    """Asks for a birth date or ZIP; with several people on the number, for name and birth date."""
    if not context.people:
        return _person_instead("number_unknown", "number_unknown")
    if tries_left(context.memory.identity_failures, context.now, POLICY) == 0:
        return _person_instead("identity_closed", "identity_failed")
    return Outcome(says=(Say(_wording(context)),), question=_question(), wishes=wishes)


def answer(context: Context, question: Question) -> Outcome | None:
    """None when the text gives neither a birth date nor a ZIP: it was about something else."""
    birth_date, zip_code = parse_birth_date(context.text), parse_zip(context.text)
    if birth_date is None and zip_code is None:
        return None
    matching = [p for p in context.people if _matches(p, birth_date, zip_code)]
    named = [p for p in matching if _is_named(p, context.text)]
    chosen = named or matching
    if len(chosen) == 1:
        return Outcome(facts=(Verified(chosen[0].id),), wishes=context.memory.wishes)
    if len(chosen) > 1:
        return Outcome(
            says=(Say("identity_which"),), question=_question(), wishes=context.memory.wishes
        )
    return _failed(context)


def _failed(context: Context) -> Outcome:
    if tries_left(context.memory.identity_failures, context.now, POLICY) <= 1:
        closed = _person_instead("identity_closed", "identity_failed")
        return Outcome(facts=(IdentityFailed(),)).then(closed)
    return Outcome(
        says=(Say("identity_retry"),),
        facts=(IdentityFailed(),),
        question=_question(),
        wishes=context.memory.wishes,
    )


def _wording(context: Context) -> str:
    if len(context.people) > 1:
        return "identity_ask_family"
    return "identity_ask"


def _question() -> Question:
    return Question(QUESTION, QUESTION)


def _matches(person: Person, birth_date: object, zip_code: str | None) -> bool:
    """A birth date decides when given; a ZIP alone is enough for the only person there is."""
    if birth_date is not None:
        return person.birth_date == birth_date
    return person.zip is not None and person.zip[:5] == zip_code


def _is_named(person: Person, text: str) -> bool:
    return person.first_name.casefold() in text.casefold()


def _person_instead(key: str, reason: str) -> Outcome:
    return Outcome(says=(Say(key),), facts=(FetchPerson(reason, "identity"),))
