"""A person they had asked for themselves is not needed any more: nobody is kept waiting for."""

from bot.action import Context, Outcome, Registry, Say
from bot.contact_facts import CallOffPerson
from nlu.calling_off import calls_off

_THEIR_OWN = frozenset({"asked_for_person", "asked_for_call", "not_understood"})
"""Reasons that end with the wish; a doubt, danger or a request stays for whoever decides it."""
_PROMISED = ("person_promised", "call_", "not_understood_person", "added_for_person")


def called_off(_: Registry, context: Context) -> Outcome | None:
    if context.handoff_reason not in _THEIR_OWN or context.stopped or context.bill.holds:
        return None
    is_just = any(key.startswith(_PROMISED) for key in context.memory.last_keys)
    if not calls_off(context.text, is_just_promised=is_just):
        return None
    return Outcome(says=(Say("person_called_off"),), facts=(CallOffPerson(),))
