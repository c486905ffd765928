"""While a person is awaited: what the ledger can answer is answered, the rest is added for them."""

from actions import ask_balance, ask_due_date, explain_charge, request_statement
from actions._people import added
from bot import identity
from bot.action import Context, FetchPerson, Outcome, Respond, Wish

FROM_LEDGER: dict[str, Respond] = {
    "ask_balance": ask_balance.respond,
    "ask_due_date": ask_due_date.respond,
    "explain_charge": explain_charge.respond,
    "request_statement": request_statement.respond,
}
LEAST_CHANCE = 0.35  # of a guess that is answered, as nothing is changed by an answer


def told(context: Context) -> Outcome:
    """The likeliest question, where the ledger knows the answer; else when the person comes."""
    guess = next(iter(context.understanding.ranking), None)
    if guess is not None and guess.name in FROM_LEDGER and guess.confidence >= LEAST_CHANCE:
        return _answered(context, guess.name)
    return Outcome(says=(added(context),), facts=(FetchPerson("added", "unclear"),), kept=True)


def _answered(context: Context, name: str) -> Outcome:
    if context.person is None:
        return identity.ask(context, (Wish(name, context.text),))
    return FROM_LEDGER[name](context)
