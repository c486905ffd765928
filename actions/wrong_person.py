"""Not the patient's number: forgotten at once, one apology, no name and no amount (I17)."""

import re

from actions import who_is_this
from actions._words import plain, wants
from bot.action import Context, FetchPerson, ForgetNumber, Outcome, Say
from bot.rules.names import Likeness, likeness, words_of

_CLAIMS = re.compile(
    r"\b(?:wrong|not (?:me|my|mine|him|her|his|hers|their|the)|isn'?t|ain'?t|don'?t know|never|"
    r"no one|nobody|nothing to do|no such|(?:someone|somebody) else|"
    r"(?:new|got this|had this) number|changed|equivocad\w|no soy|no es|no conozco|nadie|"
    r"ningun\w*|no tengo nada|otra persona|numero nuevo|(?:cel|numero|telefono) es mio)\b"
)


def respond(context: Context) -> Outcome:
    """Who only asks who writes is told so; a number is forgotten where it is said to be wrong."""
    is_question = wants(context, "who_is_this") and not _CLAIMS.search(plain(context.text))
    return who_is_this.respond(context) if is_question else _forgotten(context)


def _forgotten(context: Context) -> Outcome:
    return Outcome(
        says=(Say("forgotten"),),
        facts=(ForgetNumber(_who(context)), FetchPerson("wrong_number", "contact")),
    )


def _who(context: Context) -> tuple[int, ...]:
    """Nobody is left but whoever is known here, or was not named; empty: nobody at all."""
    if len(context.people) < 2:
        return ()
    if context.person is not None:
        return tuple(p.id for p in context.people if p.id != context.person.id)
    words = words_of(context.text)
    named = (p for p in context.people if likeness(p.first_name, words) is Likeness.SAME)
    return tuple(person.id for person in named)
