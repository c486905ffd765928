"""Whether anything is left to do for them, by the ledger of this moment."""

from bot.action import ClockTime, Context, Outcome, Question, Registry, Say
from bot.parts import each
from nlu.all_done import asks_if_all_done, asks_if_fine

_NOTED = ("promise_noted", "promise_moved", "remind_noted", "remind_at")
_OFFERED = {
    ("agree_plan", False): "plan_say_agree",
    ("agree_change", False): "plan_say_agree_change",
    ("agree_change", True): "plan_say_agree_end",
}


def all_done(registry: Registry, context: Context) -> Outcome | None:
    """ "So im good?": a payment on its way, a day that was named, or what is due next."""
    question, keys = context.memory.question, context.memory.last_keys
    is_named = any(key.startswith(_NOTED) for key in keys)
    if is_named and asks_if_fine(context.text):
        return Outcome(says=(Say("all_right"),), kept=True)
    if not asks_if_all_done(context.text):
        return None
    offered = _offered(question) if question is not None else None
    if offered is not None:
        return Outcome(says=(Say(offered),), kept=True)
    if context.handed_off:
        time = ClockTime(context.person_answers_at)
        return Outcome(says=(Say("person_when", {"time": time}),), kept=True)
    return _by_the_ledger(registry, context) if context.person is not None else None


def _offered(question: Question) -> str | None:
    """Nothing is agreed yet."""
    return _OFFERED.get((question.name, question.about.get("kind") == "end"))


def _by_the_ledger(registry: Registry, context: Context) -> Outcome:
    bill = context.bill
    if bill.balance_cents == 0:
        return Outcome(says=(Say("nothing_sure"),), kept=True)
    if bill.payable_cents <= 0:
        return each(registry, context, ("pay_now",))
    if context.promised is not None and bill.plan is None:
        return Outcome(says=(Say("promise_told", {"day": context.promised.on}),), kept=True)
    return each(registry, context, ("ask_due_date",))
