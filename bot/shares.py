"""Two people's bills in one text: "Milo's now and Ava's on Friday", each as it was said."""

import re

from bot import identity
from bot.action import Context, Outcome, Person, Registry, Wish
from bot.parts import each, wishes_again
from bot.whose import speaks_of

_PAYS = frozenset({"pay_now", "promise_to_pay"})
_APART = re.compile(r"\b(?:and|y|then|but|pero|luego)\b|[,;.](?!\d)")
_NOW = re.compile(r"\b(?:now|today|right away|ahora|ahorita|hoy|ya)\b", re.IGNORECASE)


def shared(registry: Registry, context: Context) -> Outcome | None:
    """The part of who is known is done; the other's waits for that one's check."""
    known, heard = context.person, {i.name for i in context.understanding.intents}
    others = [p for p in context.people if known is None or p.id != known.id]
    if known is None or not others or not heard & _PAYS:
        return None
    own = _of(context.text, [known])
    theirs = _of(context.text, others)
    if not own or not theirs or own == theirs:
        return None
    outcome = Outcome()
    for again, names in wishes_again(context, (Wish(_wish(own), own),)):
        outcome = outcome.then(each(registry, again, names))
    return outcome.then(identity.ask_for_another(context, (Wish(_wish(theirs), theirs),)))


def _of(text: str, people: list[Person]) -> str:
    """The clause that speaks of one of them; empty: none does."""
    names = tuple(person.first_name for person in people)
    found = (clause.strip() for clause in _APART.split(text))
    return next((clause for clause in found if speaks_of(clause, names)), "")


def _wish(clause: str) -> str:
    return "pay_now" if _NOW.search(clause) else "promise_to_pay"
