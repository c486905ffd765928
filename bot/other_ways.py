"""The other ways, after a balance or an offer: another plan, a part, a later day. None is taken.

What is taken up of them is asked about as it was told: how much now, or on which day.
"""

import re

from bot import identity, parked
from bot.action import Context, Outcome, Question, Registry, Say, Wish
from nlu.illness import plain_words
from nlu.other_ways import asks_other_ways

_OFFER = "agree_plan"
_WISH = "payment_methods"
_TOLD = (
    "balance", "due_", "plan_", "promise_", "pay_", "remind_", "choose_next",
    "methods_", "payment_methods", "other_ways",
)  # fmt: skip
_ELSEWHERE = ("insurance", "explain", "item", "dispute", "receipt")
_RUNNING = Question("hardship_choice", "financial_hardship")
_FREE = Question("next_step", "ask_balance")
_TOLD_WAYS, _MORE = "other_ways", "other_ways_person"
_LEAD = (
    r"(?:(?:ok|okay|yes|si|then|well|entonces|bueno|pues|mejor|i|ill|we|can|could|want|wanna|to|"
    r"let me|puedo|quiero|quisiera|prefiero|voy a|id like to|id rather|rather)\s)*"
)
_TAIL = r"(?: (?:please|pls|then|por favor|now|today|hoy|ahora|entonces|instead|mejor))*"
_A_PART = (
    r"(?:just |only |solo |nomas )?(?:a |some |una |alguna )?(?:part|parte|some|algo)"
    r"(?: of (?:it|that)| de (?:eso|esto))?"
)
_PART_NOW = re.compile(
    rf"{_LEAD}(?:(?:pay|pagar|pago|dar|abonar)(?: (?:it|{_A_PART}))?|pagarlo|(?:a |una )parte?)"
    rf"{_TAIL}"
)
_ANOTHER_DAY = re.compile(
    rf"{_LEAD}(?:(?:pay|pagar|pago|pagarlo)(?: it)? )?(?:(?:on |at )?"
    r"(?:later(?: on)?|(?:another|some other|a later) (?:day|date|time))|"
    rf"(?:en |el )?(?:luego|despues|mas tarde|mas adelante|otr[oa] (?:fecha|dia))){_TAIL}"
)
_A_DAY = re.compile(r"\b(?:day|date|time|fecha|dia)\b")
_HOW_MUCH = Outcome(
    says=(Say("pay_how_much"),),
    question=Question("pay_amount", "pay_now"),
)
_WHICH_DAY = Outcome(
    says=(Say("promise_which_day"),), question=Question("promise_date", "promise_to_pay")
)


def way_taken(_: Registry, context: Context) -> Outcome | None:
    """ "PAY" of a part, "LATER" on a day of theirs: right after they were told."""
    is_told = any(key.startswith(_TOLD_WAYS) for key in context.memory.last_keys)
    is_open = context.person is not None and context.bill.plan is None
    if not is_told or not is_open or context.bill.payable_cents <= 0:
        return None
    said = plain_words(context.text)
    if _PART_NOW.fullmatch(said):
        return _HOW_MUCH
    question = context.memory.question
    is_offered = question is not None and question.name == _OFFER
    if is_offered and _A_DAY.search(said):
        return None  # the plan may begin on another one
    return _WHICH_DAY if _ANOTHER_DAY.fullmatch(said) else None


def other_ways_asked(_: Registry, context: Context) -> Outcome | None:
    if not asks_other_ways(context.text):
        return None
    offered = parked.question_of(context.memory)
    if context.person is None and offered is not None and offered.name == _OFFER:
        return identity.ask(context, (Wish(_WISH, context.text),))
    return other_ways(context) if _was_told(context) else None


def other_ways(context: Context) -> Outcome | None:
    """None: nothing is to be paid, or nobody is known to tell it to. Asked again: a person may."""
    if context.person is None or context.bill.payable_cents <= 0:
        return None
    if any(key.startswith(_TOLD_WAYS) for key in context.memory.last_keys):
        return Outcome(says=(Say(_MORE),), kept=True)
    if context.bill.plan is not None:
        return Outcome(says=(Say("other_ways_running"),), question=_RUNNING)
    question = context.memory.question
    if question is not None and question.name == _OFFER:
        return Outcome(says=(Say("other_ways_plan"),), kept=True)
    return Outcome(says=(Say("other_ways"),), question=_FREE)


def _was_told(context: Context) -> bool:
    keys = context.memory.last_keys
    return any(key.startswith(_TOLD) for key in keys) and not any(
        key.startswith(_ELSEWHERE) for key in keys
    )
