"""Somebody is angry: an apology, no argument, a person offered; the second time one is fetched."""

from actions._much import struck
from actions._people import fetch_or_add
from bot.action import Context, Outcome, Say

_NO_WISHES = frozenset({"complaint", "greet", "thank", "affirm", "deny", "out_of_scope", "help"})


def respond(context: Context) -> Outcome:
    if heard := struck(context):
        return heard
    if any(said.name not in _NO_WISHES for said in context.understanding.intents):
        return Outcome(says=(Say("complaint_beside"),))  # what they want is done: no person for it
    if context.memory.complaints == 0 and not context.handed_off:
        return Outcome(says=(Say("complaint_heard"),))
    return fetch_or_add(context, "complaint", "complaint", "complaint")
