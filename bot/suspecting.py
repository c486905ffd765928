"""A mere suspicion that texts are to end, while an offer of ours is open: the offer is not lost."""

from dataclasses import replace

from bot.action import Context
from bot.parked import OF_A_BILL, question_of
from nlu.decide import OPT_OUT, SUSPECTED, costs
from nlu.small_words import finds_odd, muses
from nlu.taking_back import speaks_of_texts
from nlu.understanding import Intent, Understanding

LIKELY = 0.3  # the chance of an opt-out from which it is what the text is about
_OFFERED = ("pay_link", "plan_", "promise_", "choice_plan")


def stands_open(context: Context) -> bool:
    """What a bare yes may be meant for as well: a plan, a link, a day that was named."""
    question = question_of(context.memory)
    is_of_bill = question is not None and question.name in OF_A_BILL
    return is_of_bill or any(key.startswith(_OFFERED) for key in context.memory.last_keys)


def may_opt_out(heard: Understanding) -> bool:
    """Meant, or the likeliest guess."""
    likeliest = [guess.name for guess in heard.ranking[:1] if guess.confidence >= SUSPECTED]
    return OPT_OUT in (*likeliest, *(intent.name for intent in heard.intents))


def barely_opts_out(heard: Understanding) -> bool:
    """ "So do i owe more": likelier something else, and not sure enough to go before it."""
    besides = (each for each in heard.intents[1:] if each.name == OPT_OUT)
    return any(each.confidence < costs().sure for each in besides)


def is_mere(context: Context) -> bool:
    """Hardly likely, not a word of texts, and an offer is open that it may speak of."""
    if muses(context.text) or finds_odd(context.text):
        return True
    heard = context.understanding
    guesses = (*heard.ranking, *heard.intents)
    chance = max((guess.confidence for guess in guesses if guess.name == OPT_OUT), default=0.0)
    says_it = speaks_of_texts(context.text, context.language)
    return chance < LIKELY and not says_it and stands_open(context)


def without_it(context: Context) -> Context:
    heard = context.understanding
    intents = _others(heard.intents) or (Intent("out_of_scope", 0.0),)
    heard = replace(heard, intents=intents, ranking=_others(heard.ranking))
    return replace(context, understanding=heard)


def _others(guesses: tuple[Intent, ...]) -> tuple[Intent, ...]:
    return tuple(guess for guess in guesses if guess.name != OPT_OUT)
