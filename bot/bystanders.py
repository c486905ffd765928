"""Who says before the check that the text is not for them, or that they would pay for another."""

from dataclasses import replace

from bot import identity
from bot.action import Context, Outcome, Registry, Say
from bot.general import SAYS_LITTLE, is_sure
from nlu import bystander

_OF_PAYING = SAYS_LITTLE | {"payment_methods", "promise_to_pay", "set_up_plan"}


def bystander_said(registry: Registry, context: Context) -> Outcome | None:
    """Nothing is told of what there is to pay, only how one may come to it."""
    if context.person is not None or not context.people or context.stopped:
        return None
    if bystander.says_not_me(context.text):
        return registry["wrong_person"].respond(context)
    says_little = not is_sure(context) or context.understanding.main in SAYS_LITTLE
    if says_little and bystander.is_parent(context.text):
        return _only_theirs(context, "identity_parent")
    is_of_paying = not is_sure(context) or context.understanding.main in _OF_PAYING
    if is_of_paying and bystander.would_pay_for(context.text):
        return _only_theirs(context, "identity_other_pays")
    return None


def _only_theirs(context: Context, key: str) -> Outcome:
    question = identity.only_themselves(context)
    waiting = context.memory.wishes if identity.is_asked(context) else ()
    return replace(Outcome(says=(Say(key),), question=question), wishes=waiting)
