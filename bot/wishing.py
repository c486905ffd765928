"""A text that says how and when to be texted is heard as that, whatever else it resembles.

"Don't text me on weekends" asks for fewer texts, not for none; "mornings only" is no small talk.
"""

from dataclasses import replace
from datetime import date

from bot.guards import Certainty, Guarded, Keyword, guard
from bot.parts import ALONE
from nlu.call_wish import names_call
from nlu.decide import OPT_OUT
from nlu.people import names_wrong_birth, names_wrong_name
from nlu.understanding import Decision, Intent, Understanding
from nlu.wishes import SaidWish, Wished, besides_limits, find_wish

WISH = "update_contact"
TAKEN_FOR_IT = frozenset(
    {
        WISH, "remind_later", "out_of_scope", "complaint", "deny", "affirm", "thank", "greet",
        "help",
    }
)  # fmt: skip
BESIDE_IT = frozenset({"promise_to_pay", "pay_now", "set_up_plan", "ask_balance", "ask_due_date"})
GRAVE = ALONE - {OPT_OUT}
FREE = (None, "next_step", "plan_told")
MOST_INTENTS = 3
SHORT = 8  # words: there a channel ("email me instead") is all that is said
FOR_GOOD = ("ever", "never", "nunca", "jamas", "at all", "siempre", "forever", "period")


def with_wish(
    heard: Understanding, text: str, today: date, open_question: str | None
) -> Understanding:
    """Beside an open question only what speaks of texts is taken for a wish."""
    if heard.main in GRAVE:
        is_name = heard.main == "wrong_person" and names_wrong_name(text)
        return _meaning(heard, ()) if is_name else heard
    if names_wrong_birth(text):
        return _meaning(heard, ())
    found = find_wish(text, today, heard.language)
    if found is None or (open_question not in FREE and not found.names_texting):
        return heard
    is_sure = heard.decision is Decision.ACT
    if found.wish.calls is not None:
        return _without_calls(heard, text, today)
    if heard.main == OPT_OUT or (not is_sure and _suspects_stop(heard)):
        return _meaning(heard, ()) if is_limited(text, today) else heard
    if found.wish.channel is not None and heard.main != WISH and len(text.split()) > SHORT:
        return heard
    if _only_pauses(heard, found) or _is_no_call(heard, found, text, today):
        return _meaning(heard, ())
    if not is_sure or heard.main in TAKEN_FOR_IT:
        gone = TAKEN_FOR_IT if names_call(text) else TAKEN_FOR_IT | {"request_call"}
        kept = tuple(i for i in heard.intents if is_sure and i.name not in gone)
        return _meaning(heard, kept)
    return _beside(heard, found)


def without_limited_stop(guarded: Guarded, bodies: list[str], today: date) -> Guarded:
    """A stop that names its days or hours is none; anything beside it still counts.

    A month beside a death is when somebody died, and no wish.
    """
    is_grave = guarded.answered_by_carrier or bool(guarded.alarms)
    if guarded.keyword is not Keyword.OPT_OUT or is_grave:
        return guarded
    stops = [body for body in bodies if guard(body).keyword is Keyword.OPT_OUT]
    if not stops or not all(is_limited(body, today) for body in stops):
        return guarded
    return replace(guarded, keyword=None, certainty=None)


def is_limited(body: str, today: date) -> bool:
    """Fewer texts are asked for, and with that cut out nothing asks for none."""
    found = find_wish(body, today)
    if found is None or not _limits(found.wish):
        return False
    rest = besides_limits(body)
    if any(f" {word} " in f" {rest} " for word in FOR_GOOD):
        return False
    left = guard(rest)
    is_less = found.wish.gap_days is not None or found.wish.channel is not None
    return left.keyword is not Keyword.OPT_OUT or (is_less and left.certainty is Certainty.ASK)


def _limits(wish: SaidWish) -> bool:
    return not wish.is_lifted and not wish.adds


def _without_calls(heard: Understanding, text: str, today: date) -> Understanding:
    """No call is promised to who wants none; what else was surely said is done."""
    if not is_limited(text, today):
        return heard
    is_sure = heard.decision is Decision.ACT
    dropped = TAKEN_FOR_IT | {"request_call", OPT_OUT}
    return _meaning(heard, tuple(i for i in heard.intents if is_sure and i.name not in dropped))


def _only_pauses(heard: Understanding, found: Wished) -> bool:
    """ "Not until after the holidays" names no day to pay on."""
    return heard.main == "promise_to_pay" and found.is_pause


def _is_no_call(heard: Understanding, found: Wished, text: str, today: date) -> bool:
    """ "Dont text me before 4pm, im in surgery all day": hours of texts, and no word of a call."""
    is_of_call = heard.main == "request_call" and found.names_texting and not names_call(text)
    return is_of_call and is_limited(text, today)


def _suspects_stop(heard: Understanding) -> bool:
    return OPT_OUT in {guess.name for guess in (*heard.intents, *heard.ranking[:1])}


def _beside(heard: Understanding, found: Wished) -> Understanding:
    """ "I'll pay friday but no texts on weekends"."""
    is_limit = found.wish.channel is None and _limits(found.wish) and found.names_texting
    if heard.main not in BESIDE_IT or not is_limit:
        return heard
    intents = (*(i for i in heard.intents if i.name not in TAKEN_FOR_IT), Intent(WISH, 1.0))
    return replace(heard, intents=intents[:MOST_INTENTS])


def _meaning(heard: Understanding, others: tuple[Intent, ...]) -> Understanding:
    intents = (Intent(WISH, 1.0), *others)[:MOST_INTENTS]
    return replace(heard, intents=intents, decision=Decision.ACT)
