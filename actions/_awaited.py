"""While a person is awaited: what the ledger can answer is answered, the rest is added for them."""

from dataclasses import replace

from actions import (
    ask_balance,
    ask_due_date,
    explain_charge,
    insurance_question,
    payment_methods,
    request_statement,
    set_up_plan,
    who_is_this,
)
from actions._people import added
from bot import identity
from bot.action import Context, FetchPerson, OpenHold, Outcome, Respond, Wish

FROM_LEDGER: dict[str, Respond] = {
    "ask_balance": ask_balance.respond,
    "ask_due_date": ask_due_date.respond,
    "explain_charge": explain_charge.respond,
    "request_statement": request_statement.respond,
}
LEAST_CHANCE = 0.35  # of a guess that is answered, as nothing is changed by an answer
FROM_US: dict[str, Respond] = {
    "insurance_question": insurance_question.respond,
    "payment_methods": payment_methods.respond,
    "set_up_plan": set_up_plan.respond,
    "who_is_this": who_is_this.respond,
}
EVEN_CHANCE = 0.5
_NEEDS_NOBODY = frozenset({"payment_methods", "who_is_this"})


def told(context: Context) -> Outcome:
    """The likeliest question, where it can be answered; else when the person comes.

    An answer to a mere guess is added for the person as well.
    """
    guess = next(iter(context.understanding.ranking), None)
    added_too = FetchPerson("added", "unclear")
    if guess is not None and guess.name in FROM_LEDGER and guess.confidence >= LEAST_CHANCE:
        return _answered(context, guess.name, FROM_LEDGER[guess.name])
    if guess is not None and guess.name in FROM_US and guess.confidence >= EVEN_CHANCE:
        answered = _answered(context, guess.name, FROM_US[guess.name])
        if not any(isinstance(fact, OpenHold | FetchPerson) for fact in answered.facts):
            return replace(answered, facts=(*answered.facts, added_too))
    return Outcome(says=(added(context),), facts=(added_too,), kept=True)


def _answered(context: Context, name: str, respond: Respond) -> Outcome:
    if context.person is None and name not in _NEEDS_NOBODY:
        return identity.ask(context, (Wish(name, context.text),))
    return respond(context)
