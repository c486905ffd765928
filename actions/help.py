"""HELP and its like: who we are, what can be asked, how to stop (I18)."""

from actions._next import NEXT_STEP
from bot.action import Context, Outcome, Say

MOST_WORDS = 2  # of the word HELP and its like


def respond(context: Context) -> Outcome:
    """ "What can I do then", asked of a bill that was told, is not the word HELP."""
    is_asked_of_bill = context.person is not None and context.bill.payable_cents > 0
    if is_asked_of_bill and len(context.text.split()) > MOST_WORDS:
        return Outcome(says=(Say("options"),), question=NEXT_STEP)
    return Outcome(says=(Say("help"),))
