"""When and how often somebody likes to be texted: kept, said back, taken back."""

from actions._contact_words import masked_email
from actions._people import fetch
from actions._wishes import Joined, corrected, current, in_words, merged
from bot import identity
from bot.action import Context, Outcome, Question, Say, Wish
from bot.contact_facts import KeepEmail, KeepWish
from bot.rules.texting_wishes import NO_WISH, Calls, Channel, TextingWish, meets, was_noted
from nlu.wishes import (
    SaidWish,
    as_said,
    besides_limits,
    find_correction,
    find_hours_and_days,
    find_wish,
)

WHEN = "wish_when"
ACTION = "update_contact"
EMAIL = "contact_email"


def noted(context: Context) -> Outcome | None:
    """None where the text says nothing of it."""
    newer = _corrected(context)
    if newer is not None:
        return _kept(context, newer, corrected)
    found = find_wish(context.text, context.today, context.language)
    if found is None:
        return None
    if found.wish.asks_when:
        return Outcome(says=(Say("wish_when"),), question=Question(WHEN, ACTION))
    return _kept(context, found.wish)


def answered(context: Context) -> Outcome | None:
    said = find_hours_and_days(context.text, context.language)
    return _kept(context, said) if said else None


def told(context: Context) -> Outcome:
    """What stands, once more."""
    wish = current(context)
    what = in_words(wish)
    return Outcome(says=(Say("wish_told", {"what": what}) if what.says else Say("repeat_what"),))


def _corrected(context: Context) -> SaidWish | None:
    if not was_noted(context.memory.last_keys):
        return None
    return find_correction(context.text, context.today, context.language)


def _kept(context: Context, said: SaidWish, joined: Joined = merged) -> Outcome:
    wish = joined(current(context), said)
    keep = KeepWish(wish)
    if said.calls is not None:
        key = "wish_no_calls" if wish.calls is Calls.NONE else "wish_no_calls_work"
        return Outcome(says=(Say(key),), facts=(keep,), kept=True)
    if wish == NO_WISH:
        return Outcome(says=(Say("wish_lifted"),), facts=(keep,))
    if said.channel is not None and wish.channel is not Channel.TEXT:
        return _elsewhere(context, wish)
    if wish.channel is Channel.TEXT and not meets(wish, context.practice.texts):
        return fetch(
            context, "wish_never", "texting_wish", "contact", keep,
            note="No hour of ours fits how they want to be texted", what=in_words(wish),
        )  # fmt: skip
    key = "wish_noted_stop" if _sounded_like_stop(context) else "wish_noted"
    return Outcome(says=(Say(key, {"what": in_words(wish)}),), facts=(keep,))


def _elsewhere(context: Context, wish: TextingWish) -> Outcome:
    keep = KeepWish(wish)
    if wish.channel is Channel.CALL:
        return fetch(
            context, "wish_call", "asked_for_call", "call", keep, note="Calls instead of texts"
        )
    if wish.channel is Channel.MAIL:
        return fetch(
            context, "wish_mail", "update_contact", "contact", keep, note="Letters instead of texts"
        )
    return _by_email(context, keep)


def _by_email(context: Context, keep: KeepWish) -> Outcome:
    """Texts cease at once; the address is spoken of once it is known who writes."""
    if context.person is None:
        asked = identity.ask(context, (Wish(ACTION, context.text),))
        return Outcome(facts=(keep,)).then(asked)
    given = context.understanding.entities.email
    if not given and not context.person.email:
        question = Question(EMAIL, ACTION)
        return Outcome(says=(Say("wish_email_which"),), facts=(keep,), question=question)
    facts = (keep, KeepEmail(given)) if given else (keep,)
    return fetch(
        context, "wish_email", "update_contact", "contact", *facts,
        note="E-mail instead of texts", email=masked_email(given or context.person.email or ""),
    )  # fmt: skip


def _sounded_like_stop(context: Context) -> bool:
    """ "No texts on weekends": how all of them end is said as well."""
    said = as_said(context.text, context.language)
    return besides_limits(context.text, context.language) != said
