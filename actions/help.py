"""HELP and its like: who we are, what can be asked, how to stop (I18)."""

from actions._next import NEXT_STEP
from actions._owed import all_held
from bot.action import ClockTime, Context, Outcome, Say

MOST_WORDS = 2  # of the word HELP and its like


def respond(context: Context) -> Outcome:
    """ "What can I do then", asked of a bill that was told, is not the word HELP."""
    is_asked = len(context.text.split()) > MOST_WORDS
    if is_asked and (awaited := _awaited(context)):
        return Outcome(says=(awaited,), kept=True)
    is_asked_of_bill = context.person is not None and context.bill.payable_cents > 0
    if is_asked_of_bill and is_asked:
        return Outcome(says=(Say("options"),), question=NEXT_STEP)
    return Outcome(says=(Say("help"),))


def _awaited(context: Context) -> Say | None:
    """ "So what happens now", while a person looks at it: that, and no ways to pay."""
    held = all_held(context.bill) if context.bill.balance_cents > 0 else None
    if not context.handed_off:
        return held
    time = {"time": ClockTime(context.person_answers_at)}
    return Say("person_looks", time) if held else Say("person_when", time)
