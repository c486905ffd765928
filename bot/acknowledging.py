"""Thanks and small words after an answer: they answer nothing, and what was asked stays open."""

from dataclasses import replace

from bot.action import Context, Outcome, Registry, Say
from bot.general import PLAN_OFFERS, is_sure, sure_names
from bot.parts import SMALL_TALK
from nlu.agreement import insists
from nlu.small_words import is_ok, small_words, takes_note

TOLD = ("bill_told", "insurance_told")  # what was told is clear, and so what comes next is said
STOPS = "opt_out_sure"  # a mere "ah ok" may be a yes to it
_FREE = ("", "next_step", "pay_other_amount")


def acknowledged(registry: Registry, context: Context) -> Outcome | None:
    """ "Ohh ok my bad" answers nothing: a kind word, and what was asked stays open."""
    small, question = small_words(context.text), context.memory.question
    asked = question.name if question is not None else ""
    is_mere = context.understanding.main in SMALL_TALK and is_ok(context.text)
    if asked in _FREE and not is_sure(context) and is_mere:
        return Outcome(says=(Say("all_right"),), kept=True)
    if small is None or asked in TOLD or (asked == STOPS and not takes_note(context.text)):
        return None
    is_yes = small == "affirm" and (insists(context.text) or "work" in context.text.casefold())
    is_thanks = sure_names(context) == {"thank"}
    if asked in PLAN_OFFERS and (is_yes or is_thanks):
        return None  # the offer's own words: nothing is agreed by thanks
    return replace(registry[small].respond(context), kept=True)
