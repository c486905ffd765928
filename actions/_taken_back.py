"""A doubt is taken back: what waited for it is let go, at once where it is plain, else asked about.

Only what the patient's own word put on hold, and only for who is known.
"""

from actions._next import NEXT_STEP
from actions._words import is_no, is_yes
from bot import identity
from bot.action import Context, Fact, FetchPerson, Outcome, Question, Say, Wish
from bot.bill_facts import TakeBackHold
from bot.contact_facts import CallOffPerson
from bot.rules.holds import TAKEN_BACK, HoldKind, newest_doubt
from nlu.withdrawing import About, Surety, TakenBack, taken_back

SURE = "hold_off"
DISPUTE = "dispute"  # as who is fetched for it is told
_NAMED = {
    About.BILL: HoldKind.DISPUTE,
    About.PAYMENT: HoldKind.PAYMENT_CHECK,
    About.INSURANCE: HoldKind.INSURANCE_PENDING,
}


def let_go(context: Context) -> Outcome | None:
    """None where no doubt stands that the text takes back."""
    said, newest = taken_back(context.text), _newest(context)
    if said is None:
        return None
    if context.person is None:
        return identity.ask(context, (Wish("cancel", context.text),)) if newest else None
    kind = _kind(context, said, newest)
    if kind is None or (said.surety is Surety.MAYBE and newest is not kind):
        return None
    if said.surety is not Surety.MAYBE:
        return _off(context, kind)
    question = Question(SURE, "cancel", {"kind": kind.value})
    return Outcome(says=(Say("hold_off_sure"),), facts=_noted(context), question=question)


def answered(context: Context, question: Question) -> Outcome | None:
    """Yes or no, in any words; else it is about something else, and the hold stays."""
    if context.person is None:
        return None
    said = taken_back(context.text)
    if is_yes(context.text) or (said and said.surety is not Surety.MAYBE):
        return _off(context, HoldKind(str(question.about["kind"])))
    return Outcome(says=(Say("hold_stays"),)) if is_no(context.text) else None


def _newest(context: Context) -> HoldKind | None:
    """What was just spoken of; said before the check, it still is when that is over."""
    waited = Wish("cancel", context.text) in context.memory.wishes
    standing = (kind for kind in TAKEN_BACK if waited and kind in context.bill.holds)
    spoken = newest_doubt(context.memory.last_keys, context.handoff_reason)
    return spoken or next(standing, None)


def _kind(context: Context, said: TakenBack, newest: HoldKind | None) -> HoldKind | None:
    """What the text names, else what was just spoken of; of several others none is guessed."""
    standing = [kind for kind in TAKEN_BACK if kind in context.bill.holds]
    is_of_both = said.about is About.PAYMENT and said.surety is not Surety.MAYBE
    if is_of_both and newest in standing:  # "i found my receipt, it was another doctor"
        return newest
    if said.about is not None:
        return _NAMED[said.about] if _NAMED[said.about] in standing else None
    if newest in standing:
        return newest
    is_sure = said.surety is Surety.PLAIN and len(standing) == 1
    return standing[0] if is_sure else None


def _off(context: Context, kind: HoldKind) -> Outcome:
    is_all = kind is HoldKind.DISPUTE and _is_all_to_check(context, kind)
    told = (CallOffPerson(),) if is_all else _noted(context)
    facts = (TakeBackHold(kind), *told)
    return Outcome(says=(Say("hold_withdrawn"),), facts=facts, question=NEXT_STEP)


def _is_all_to_check(context: Context, kind: HoldKind) -> bool:
    """The person who was to check it has nothing else to do here, and has not begun."""
    others = [each for each in TAKEN_BACK if each in context.bill.holds and each is not kind]
    return not others and context.fetched_for == {DISPUTE}


def _noted(context: Context) -> tuple[Fact, ...]:
    """For the person who was to check it; nobody new is fetched."""
    return (FetchPerson("dispute", "bill", note=context.text),) if context.handed_off else ()
