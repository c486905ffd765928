"""Several on one number: whose sum is told, and who is still to be checked for it."""

import re
from dataclasses import replace
from datetime import date

from bot import identity
from bot.action import Bills, Context, Money, Outcome, Person, Say, Value, Wish
from nlu.kin import asks_each, is_child, kin_whose

_WORDS = frozenset(
    {"bill", "price", "april", "may", "june", "grant", "mark", "page", "will", "art"}
)
MOST_LISTED = 4
APART = 14  # years, at the least, between a parent and a child


def told_whose(context: Context, outcome: Outcome, wishes: tuple[Wish, ...]) -> Outcome:
    """Named is only who was just checked; what was wanted of another waits for that check."""
    if context.person is None or len(context.people) < 2:
        return outcome
    if _has_sum(outcome):
        named = Say("whose_sum", {"name": context.person.first_name})
        outcome = replace(outcome, says=(named, *outcome.says))
    anothers = tuple(wish for wish in wishes if _is_anothers(context, context.person, wish.text))
    return outcome.then(identity.ask_for_another(context, anothers)) if anothers else outcome


def speaks_of(text: str, names: tuple[str, ...], between: str = "") -> bool:
    """By name, as an owner: "and Leo's?", "la de Leo"; a bare word may be anything."""
    said = text.replace("\u2019", "'")
    return any(
        re.search(
            rf"\b(?:about|for|de|para|and|y|pay) {between}{re.escape(n)}s?\b|\b{re.escape(n)}'?s\b"
            if n.casefold() not in _WORDS
            else rf"\b(?:about|for|de|para) {re.escape(n)}\b|\b{re.escape(n)}'s\b",
            said,
            re.I,
        )
        for n in names
    )


def kin_part(context: Context) -> Outcome | None:
    """ "And for my son max": what is owed for the one named, who is not named by us."""
    owed = [s for s in context.bill.statements if s.balance_cents > 0]
    part = [s for s in owed if s.child and speaks_of(context.text, (s.child,), r"(?:\w+ ){0,2}")]
    if not part or len(part) == len(owed):
        return None
    rows = tuple((s.statement_on, s.balance_cents) for s in part[:MOST_LISTED])
    values: dict[str, Value] = {
        "bills": Bills(rows),
        "amount": Money(sum(s.balance_cents for s in part)),
        "total": Money(context.bill.balance_cents),
    }
    return Outcome(says=(Say("kin_part", values),), kept=True)


def _is_anothers(context: Context, known: Person, text: str) -> bool:
    """A name tells; "my son" is somebody so much younger, where who is known has none included."""
    others = [person for person in context.people if person.id != known.id]
    if speaks_of(text, tuple(person.first_name for person in others)):
        return True
    if asks_each(text):
        return context.memory.owner_id is None
    whose = kin_whose(text)
    if whose is None or not is_child(whose) or known.dependents:
        return False
    return any(_may_be_child(person.birth_date, known.birth_date) for person in others)


def _may_be_child(born: date | None, parent: date | None) -> bool:
    return born is None or parent is None or born.year - parent.year >= APART


def _has_sum(outcome: Outcome) -> bool:
    values = (value for say in outcome.says for value in say.values.values())
    return any(isinstance(value, Money | Bills) for value in values)
