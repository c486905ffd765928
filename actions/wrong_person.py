"""Not the patient's number: forgotten at once, one apology, no name and no amount (I17)."""

from bot.action import Context, FetchPerson, ForgetNumber, Outcome, Say
from bot.rules.names import Likeness, likeness, words_of


def respond(context: Context) -> Outcome:
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
