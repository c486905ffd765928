"""A day named for a payment: written down, moved, or taken back, and never held against anybody."""

import re
from datetime import date, timedelta

from actions._amounts import cents_of
from actions._words import plain
from bot.action import Context, Fact, Money, OpenHold, Outcome, Question, Say
from bot.contact_facts import AskedKind, AskText, Promised, WithdrawPromise
from bot.rules.asked_times import after_promise
from bot.rules.holds import HoldKind
from bot.rules.promises import hold_until
from nlu.understanding import Relative

ACTION = "promise_to_pay"
WHICH_DAY = "promise_date"
STOOD = "stood"  # the day taken back, as bot/promised_days.py reads it
PAUSE_DAYS = 7
_CANNOT = re.compile(
    r"\b(?:can'?t|cannot|can not|won'?t|will not|not going to|not gonna|unable|couldn'?t|"
    r"isn'?t going to|not be able|no (?:voy a )?(?:podre|puedo|poder|pude|alcanz\w+|me alcanza)|"
    r"siempre no|ya no (?:puedo|podre|voy)|not happening|fell through)\b"
)
_FORGET = re.compile(
    r"\b(?:forget|scratch|cancel|drop|never ?mind|take back|olvid\w+|mejor no|dejelo)\b"
)
_ALL = re.compile(
    r"\W*(?:(?:yes|yeah|yep|ok|si|i'?ll|i will|it'?s|its|es|de|no|mejor|"
    r"(?<=will )pay|(?<=ll )pay|pagare|voy a pagar|doing|for)\W+)*"
    r"(?:all(?: of it| of that)?|everything|the (?:whole|full) (?:thing|amount|bill|balance)|"
    r"in full|it all|todo|toda|todo completo|complet[oa]|el total|todo lo que debo)"
    r"(?: (?:then|that day|on that day|ese dia|entonces|please|por favor))*\W*"
)


def all_of_it(context: Context) -> Outcome | None:
    """ "All of it", just after a day was noted: on that day. None where none was."""
    is_noted = any(
        key.startswith(("promise_noted", "promise_moved")) for key in context.memory.last_keys
    )
    if context.promised is None or not is_noted or not _ALL.fullmatch(plain(context.text)):
        return None
    day = context.promised.on
    return Outcome(says=(Say("promise_all", {"day": day}),), facts=facts_of(context, day))


_OTHER = re.compile(
    r"\b(?:another|other|different|later|longer|more time|instead|move|change|push|next|otr[oa]|"
    r"despues|luego|mas|cambi\w+|mov\w+|proxim[oa])\b"
)


def withdrawn(context: Context) -> Outcome | None:
    """None where no day is open, or the text does not say that it cannot be kept."""
    return _taken_off(context) if _CANNOT.search(plain(context.text)) else None


def dropped(context: Context) -> Outcome | None:
    """ "Forget friday": the same, where something is called off."""
    return _taken_off(context) if _FORGET.search(plain(context.text)) else None


def _taken_off(context: Context) -> Outcome | None:
    if context.promised is None or _names_new_day(context):
        return None
    pause = OpenHold(HoldKind.PROMISE, until=context.today + timedelta(days=PAUSE_DAYS))
    stood = {STOOD: context.promised.on.isoformat()}  # "the friday after" is told by it
    return Outcome(
        says=(Say("promise_withdrawn"),),
        facts=(WithdrawPromise(), pause),
        question=Question(WHICH_DAY, ACTION, stood),
    )


def standing(context: Context) -> Outcome | None:
    """ "Yes, that day I pay it all": the day that stands is meant where no other is asked for."""
    if context.promised is None or _OTHER.search(plain(context.text)):
        return None
    return told(context)


def told(context: Context) -> Outcome:
    """The day they named, once more."""
    if context.promised is None:
        return Outcome(says=(Say("repeat_what"),))
    return Outcome(says=(Say("promise_told", {"day": context.promised.on}),))


def written(context: Context, day: date, cents: int | None) -> Outcome:
    """The day, and the sum where one was named, said back."""
    return Outcome(says=(_noted(context, day, cents),), facts=facts_of(context, day, cents))


def facts_of(
    context: Context, day: date, cents: int | None = None, first: Promised | None = None
) -> tuple[Fact, ...]:
    """Silence until two days after it, and then one kind text if nothing came.

    `first`: a day before it that was named too; `cents` holds its sum as well.
    """
    at = after_promise(day, context.practice.timezone)
    return (
        OpenHold(HoldKind.PROMISE, until=hold_until(day)),
        AskText(
            AskedKind.PROMISE,
            at,
            promised_on=day,
            cents=cents or None,
            first_on=first.on if first else None,
            first_cents=first.cents if first else None,
        ),
    )


def promised_cents(context: Context) -> int | None:
    """The last sum named; "the rest", or the other half, is what the first ones leave.

    No sum to the unknown, and none where it is all that is owed.
    """
    sums = [a for a in context.understanding.entities.amounts if a.per is None]
    if context.person is None or not sums:
        return None
    owed, last = context.bill.payable_cents, sums[-1]
    if len(sums) > 1 and last.relative in (Relative.REST, Relative.HALF):
        return owed - sum(cents_of(amount, owed, 0) or 0 for amount in sums[:-1])
    cents = last.cents if last.relative is None else cents_of(last, owed, 0)
    return cents if cents and 0 < cents < owed else None


def _noted(context: Context, day: date, cents: int | None) -> Say:
    moved = context.promised is not None and context.promised.on != day
    name = "promise_moved" if moved else "promise_noted"
    if cents is not None and cents > 0:
        return Say(f"{name}_amount", {"day": day, "amount": Money(cents)})
    return Say(name, {"day": day})


def _names_new_day(context: Context) -> bool:
    assert context.promised is not None
    days = [d.on for d in context.understanding.entities.dates]
    return any(day not in (None, context.promised.on) for day in days)
