"""No more texts: obeyed at once; only an unsure one is asked, and nothing is sent till answered.

A bare yes ends the texts only of who had spoken of texts: "cancel that" may be of a plan.
"""

import re
from datetime import timedelta

from actions._words import is_our_yes, is_yes, plain
from bot.action import Context, OpenHold, OptOutNumber, Outcome, Question, Say
from bot.rules.holds import HoldKind
from bot.suspecting import LIKELY, stands_open
from nlu.taking_back import speaks_of_texts
from nlu.understanding import Decision

ACTION = "opt_out"
OF_TEXTS = "of_texts"
SURE = Question("opt_out_sure", ACTION)
UNANSWERED_DAYS = 30
MOST_WORDS = 4
SPOKE = "spoke"
_PLAIN_YES = frozenset(
    {"yes", "yes please", "y", "yep", "yeah", "yup", "si", "si por favor", "claro"}
)
_NO = frozenset({"no", "nope", "nah", "not", "never", "don't", "dont", "nunca"})


def respond(context: Context) -> Outcome:
    if context.opted_out:
        return Outcome()
    if context.understanding.decision is Decision.CLARIFY:
        return _asked(context)
    return _stopped("text")


def answer(context: Context, question: Question) -> Outcome | None:
    """A short yes or no; whatever is longer is a text of its own."""
    if context.memory.let_go == question:
        return _asked_again(context, question)
    words = re.findall(r"[\w']+", plain(context.text))
    if not words or len(words) > MOST_WORDS:
        return None
    if is_our_yes(context.text):  # our word for a plan, not for this
        return _asked(context)
    if is_yes(context.text):
        is_of_texts = question.about.get(OF_TEXTS, True) or _is_plain_yes(context, question)
        is_meant = is_of_texts and _is_just_asked(context)
        return _stopped("answer") if is_meant else _say_stop()
    if words[0] in _NO:
        return Outcome(says=(Say("opt_out_not_meant"),))
    return None


def _asked_again(context: Context, question: Question) -> Outcome:
    """An "ok" days later may be a yes to it, and is none to anything else."""
    return Outcome(says=(Say("opt_out_sure"),), facts=(_quiet(context),), question=question)


def _quiet(context: Context) -> OpenHold:
    until = context.today + timedelta(days=UNANSWERED_DAYS)
    return OpenHold(HoldKind.OPT_OUT_ASKED, until=until, note=context.text)


def _asked(context: Context) -> Outcome:
    quiet = _quiet(context)
    spoke = speaks_of_texts(context.text, context.language)
    about = {OF_TEXTS: False, SPOKE: spoke}
    question = SURE if _is_of_texts(context) else Question(SURE.name, ACTION, about)
    return Outcome(says=(Say("opt_out_sure"),), facts=(quiet,), question=question)


def _is_plain_yes(context: Context, question: Question) -> bool:
    """They had spoken of our texts, and a bare yes answers what was asked of them."""
    said = plain(context.text).strip(" .!")
    return question.about.get(SPOKE) is True and said in _PLAIN_YES


def _is_just_asked(context: Context) -> bool:
    """A yes some texts later may be meant for what was said since."""
    return any(key.startswith("opt_out_s") for key in context.memory.last_keys)


def _is_of_texts(context: Context) -> bool:
    """In their words, or by what the model takes them to mean first of all.

    Where an offer stood open before, a yes may be meant for that.
    """
    if stands_open(context):
        return False
    heard = context.understanding
    likeliest = {
        guess.name
        for guess in (*heard.intents[:1], *heard.ranking[:1])
        if guess.confidence >= LIKELY
    }
    return ACTION in likeliest or speaks_of_texts(context.text, context.language)


def _say_stop() -> Outcome:
    """Only the word itself will do; the quiet goes on till then."""
    return Outcome(says=(Say("opt_out_say_stop"),), kept=True)


def _stopped(source: str) -> Outcome:
    return Outcome(says=(Say("opted_out"),), facts=(OptOutNumber(source),))
