"""Who writes, that it is automated, and how to check that it is real."""

from actions import explain_charge
from actions._aspects import Aspect, aspect_of
from bot.action import Context, Outcome, Say


def respond(context: Context) -> Outcome:
    """ "Who was the doctor" asks about a bill, to somebody who was told of one."""
    if context.person is not None and aspect_of(context.text) is Aspect.WHO:
        return explain_charge.respond(context)
    return Outcome(says=(Say("who_is_this"),))
