"""The other ways, after a balance or an offer: another plan, a part, a later day. None is taken."""

from bot import identity, parked
from bot.action import Context, Outcome, Question, Registry, Say, Wish
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


def other_ways_asked(_: Registry, context: Context) -> Outcome | None:
    if not asks_other_ways(context.text):
        return None
    offered = parked.question_of(context.memory)
    if context.person is None and offered is not None and offered.name == _OFFER:
        return identity.ask(context, (Wish(_WISH, context.text),))
    return other_ways(context) if _was_told(context) else None


def other_ways(context: Context) -> Outcome | None:
    """None: nothing is to be paid, or nobody is known to tell it to."""
    if context.person is None or context.bill.payable_cents <= 0:
        return None
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
