"""All that they can pay is less than our least offer: nobody is pressed, a person has it."""

from datetime import timedelta

from actions._plan_person import hand_over, said_so_far
from actions._plans import proposed, terms_of
from actions._words import agrees
from bot.action import Context, OpenHold, Outcome, Question
from bot.rules.holds import HARDSHIP_PAUSE_DAYS, HoldKind
from bot.rules.plans import Refusal
from nlu.too_much import asks_for_less, says_at_limit


def is_at_limit(context: Context) -> bool:
    says_so = says_at_limit(context.text) or asks_for_less(context.text)
    return says_so and not agrees(context.text)


def of_less_than_ours(context: Context, question: Question) -> Outcome | None:
    """ "That's all i have", of a sum below the plan that we offered instead of it."""
    terms = terms_of(question.about)
    if not isinstance(proposed(context, terms), Refusal):
        return None
    until = context.today + timedelta(days=HARDSHIP_PAUSE_DAYS)
    pause = OpenHold(HoldKind.HARDSHIP_PAUSE, until=until, note=context.text)
    said = said_so_far(context, question.about)
    return hand_over(context, terms, said, "hardship_small", "hardship", "hardship", pause)
