"""Said to be so once more: the sum, that nothing is owed, that the texts came through."""

from bot.action import Context, Money, Outcome, Registry, Say
from bot.parts import each
from nlu import sure_asks
from nlu.understanding import Decision

_OF_SUMS = ("balance", "due_", "nothing_owed", "credit", "explain_left", "whose_sum", "sum_sure")
_OF_PAYMENTS = ("paid_", "try_", "check_", "already_")


def reassured(registry: Registry, context: Context) -> Outcome | None:
    if sure_asks.asks_card_fails(context.text):
        return Outcome(says=(Say("card_may_fail"),), kept=True)
    is_of_payment = _was_told(context, _OF_PAYMENTS)
    if sure_asks.asks_all_received(context.text) and not is_of_payment:
        return Outcome(says=(Say("texts_came"),), kept=True)
    return _of_the_sum(registry, context) if context.person is not None else None


def _of_the_sum(registry: Registry, context: Context) -> Outcome | None:
    heard = context.understanding
    is_sure = heard.decision is Decision.ACT
    if is_sure and heard.main in ("dispute_charge", "already_paid"):
        return None
    owed, doubted = context.bill.balance_cents, sure_asks.sum_doubted(context.text)
    if owed <= 0 and sure_asks.asks_why_texted(context.text):
        return Outcome(says=(Say("sorry_nothing_owed"),), kept=True)
    if doubted is not None and doubted != owed:
        return each(registry, context, ("ask_balance",))
    is_asked = sure_asks.asks_if_sure(context.text) and _was_told(context, _OF_SUMS)
    if doubted is None and not is_asked:
        return None
    if owed <= 0:
        return Outcome(says=(Say("nothing_sure"),), kept=True)
    return Outcome(says=(Say("sum_sure", {"amount": Money(owed)}),), kept=True)


def _was_told(context: Context, starts: tuple[str, ...]) -> bool:
    return any(key.startswith(starts) for key in context.memory.last_keys)
