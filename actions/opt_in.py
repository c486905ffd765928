"""Texts are welcome again on this number."""

from bot.action import Context, OptInNumber, Outcome, Say


def respond(context: Context) -> Outcome:
    if not context.people:  # forgotten as a wrong number, or never known: no texts would come
        facts = (OptInNumber("text"),) if context.opted_out else ()
        return Outcome(says=(Say("opted_in_unknown"),), facts=facts)
    if not context.opted_out:
        return Outcome(says=(Say("opted_in_already"),))
    return Outcome(says=(Say("opted_in"),), facts=(OptInNumber("text"),))
