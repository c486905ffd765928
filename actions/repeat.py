"""Once more: the open question, or the last answer told afresh."""

from actions import ask_balance, ask_due_date, explain_charge, help, pay_now, request_human
from actions._open import ask_again
from bot import identity
from bot.action import Context, Outcome, Respond, Say

_TOLD: tuple[tuple[str, Respond], ...] = (
    ("balance", ask_balance.respond),
    ("due_", ask_due_date.respond),
    ("explain_", explain_charge.respond),
    ("pay_link", pay_now.respond),
    ("person_promised", request_human.respond),
)
_NEEDS_IDENTITY = (ask_balance.respond, ask_due_date.respond, explain_charge.respond)


def respond(context: Context) -> Outcome:
    asked = context.memory.question
    if asked is not None and asked.name != "next_step" and (again := ask_again(context)):
        return again
    for start, told in _TOLD:
        if any(key.startswith(start) for key in context.memory.last_keys):
            return _again(context, told)
    return (
        help.respond(context) if not context.memory.introduced else Outcome((Say("repeat_what"),))
    )


def _again(context: Context, told: Respond) -> Outcome:
    needs_identity = told in _NEEDS_IDENTITY or told is pay_now.respond
    if needs_identity and context.person is None:
        return identity.ask(context, ())
    return told(context)
