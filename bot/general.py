"""What anybody may ask at any time, in plain words: the hours, a fee, the card, whose bill."""

from datetime import date, timedelta

from bot import identity
from bot.action import Context, Outcome, Phrase, Registry, Say, Value, Wish
from bot.all_done import all_done
from bot.noting import noted
from bot.other_ways import other_ways_asked, way_taken
from bot.parts import SMALL_TALK, each
from bot.reassuring import reassured
from bot.rules.quiet_hours import Window
from nlu import payers, speaker
from nlu.haggling import haggles, tells_hardship
from nlu.keeping import claims_plan
from nlu.next_payment import asks_next, names_payments
from nlu.open_ask import open_day_asked
from nlu.paid_ask import asks_if_charged, asks_if_now, asks_if_paid
from nlu.plan_ask import asks_schedule, asks_state, wants_again
from nlu.privacy import asks_of_privacy
from nlu.understanding import Decision
from nlu.which_card import asks_which_card

PLAN_OFFERS = ("agree_plan", "agree_change")
_FARTHEST_OPEN = 14  # days
MOST_WORDS = 9  # of a question by itself
SAYS_LITTLE = SMALL_TALK | {
    "wrong_person", "remind_later", "who_is_this", "request_human", "ask_balance", "pay_now",
    "explain_charge", "update_contact",
}  # fmt: skip
_BESIDES_CARD = ("ask_balance", "ask_due_date")
_OF_PAYING = SMALL_TALK | {
    "pay_now", "promise_to_pay", "payment_methods", "explain_charge", "deny", "out_of_scope",
    "who_is_this", "ask_balance",
}  # fmt: skip
_OF_THE_NEXT = SMALL_TALK | {
    "promise_to_pay", "change_plan", "ask_due_date", "ask_balance", "set_up_plan", "remind_later",
}  # fmt: skip
_MORE_THAN_LESS = frozenset(
    {"dispute_charge", "already_paid", "insurance_question", "change_plan", "request_refund"}
)
_GENERAL = SMALL_TALK | {
    "medical_question", "who_is_this", "payment_methods", "request_call", "request_human",
}  # fmt: skip


def _whose(registry: Registry, context: Context) -> Outcome | None:
    """ "Is this about me or my grandson": told to whoever answers for it, once they are known."""
    if not context.people or identity.tells_it(context):
        return None
    is_open = not is_sure(context) or context.understanding.main in SAYS_LITTLE
    if not is_open or not speaker.asks_whose(context.text):
        return None
    if context.person is not None:
        return each(registry, context, ("explain_charge",))
    return identity.ask(context, (Wish("explain_charge", context.text),))


def _hours(_: Registry, context: Context) -> Outcome | None:
    is_general = not is_sure(context) or context.understanding.main in _GENERAL
    desk = context.practice.desk
    if desk is None or not is_general:
        return None
    heard = context.understanding.entities
    if day := open_day_asked(context.text, heard, context.today):
        return _open_on(context, desk, day)
    if not (speaker.asks_their_phone(context.text) or speaker.asks_hours(context.text)):
        return None
    days = sorted(desk.days)
    values: dict[str, Value] = {"opens": desk.opens, "closes": desk.closes}
    if days != list(range(days[0], days[-1] + 1)):
        return Outcome(says=(Say("hours_some_days", values),), kept=True)
    week = {"first": Phrase(f"weekday_{days[0]}"), "last": Phrase(f"weekday_{days[-1]}")}
    return Outcome(says=(Say("hours", {**values, **week}),), kept=True)


def _open_on(context: Context, desk: Window, day: date) -> Outcome:
    """Its holidays are closed days too, by which promised times go as well."""
    days = (day + timedelta(days=n) for n in range(_FARTHEST_OPEN))
    closed = context.practice.closed
    is_open = (each for each in days if each.weekday() in desk.days and each not in closed)
    first = next(is_open, None)
    values: dict[str, Value] = {"day": day, "opens": desk.opens, "closes": desk.closes}
    if first == day:
        return Outcome(says=(Say("hours_open_on", values),), kept=True)
    again: dict[str, Value] = {"first": first} if first else {}
    key = "hours_closed_on" if first else "hours_some_days"
    return Outcome(says=(Say(key, {**values, **again}),), kept=True)


def _cost(_: Registry, context: Context) -> Outcome | None:
    """Whether interest or a fee comes on top; of a plan on offer the plan itself tells."""
    asked = context.memory.question
    of_plan = is_sure(context) and context.understanding.main == "set_up_plan"
    if of_plan or (asked is not None and asked.name in PLAN_OFFERS):
        return None
    is_short = len(context.text.split()) <= MOST_WORDS
    if not (is_short or not is_sure(context)) or not speaker.asks_cost(context.text):
        return None
    return Outcome(says=(Say("methods_no_fee"),), kept=True)


def _which_card(registry: Registry, context: Context) -> Outcome | None:
    """Of the plan that runs; told to nobody but who it is. Beside insurance it is another card."""
    question = context.memory.question
    is_insurers = question is not None and question.action == "insurance_question"
    if is_insurers or not asks_which_card(context.text, context.language):
        return None
    besides = [name for name in sure_names(context) if name in _BESIDES_CARD]
    if context.person is None:
        wishes = tuple(Wish(name, context.text) for name in ("change_plan", *besides))
        return identity.ask(context, wishes)
    return each(registry, context, ("change_plan", *besides))


def _privacy(_: Registry, context: Context) -> Outcome | None:
    """Who reads this and how it is kept; whatever has to be done about it, the office does."""
    if not asks_of_privacy(context.text) or "medical_question" in sure_names(context):
        return None
    return Outcome(says=(Say("privacy"),), kept=True)


def _if_paid(registry: Registry, context: Context) -> Outcome | None:
    """ "I paid it right?", which the model is at a loss about."""
    is_asked = asks_if_charged(context.text) or (
        not is_sure(context) and asks_if_paid(context.text)
    )
    if context.person is None or not is_asked:
        return None
    return each(registry, context, ("already_paid",))


def _if_now(registry: Registry, context: Context) -> Outcome | None:
    """ "Entonces pago?": the link, or why nothing need be paid now."""
    asked = context.memory.question
    is_offer = asked is not None and asked.name in PLAN_OFFERS
    if is_sure(context) or is_offer or not asks_if_now(context.text):
        return None
    if context.person is None:
        return identity.ask(context, (Wish("pay_now", context.text),))
    return each(registry, context, ("pay_now",))


def _plan_days(registry: Registry, context: Context) -> Outcome | None:
    """All that is still open of a running plan: "what are the dates", "is it still on"."""
    asked = context.memory.question
    is_on_offer = asked is not None and asked.name in PLAN_OFFERS
    is_of_plan = context.bill.plan is not None or context.understanding.main == "change_plan"
    names_plan = "plan" in context.text.casefold() and asks_state(context.text)
    names_plan = names_plan or claims_plan(context.text)
    is_asked = asks_schedule(context.text) if is_of_plan else names_plan
    if is_on_offer or not is_asked:
        return None
    if context.person is None:
        return identity.ask(context, (Wish("change_plan", context.text),))
    return each(registry, context, ("change_plan",))


def _next_payment(registry: Registry, context: Context) -> Outcome | None:
    """ "Cuando me toca el otro pago", which a model hears as a promise."""
    asked, heard = context.memory.question, context.understanding
    is_on_offer = asked is not None and asked.name in PLAN_OFFERS
    is_elsewhere = is_sure(context) and heard.main not in _OF_THE_NEXT
    has_plan = context.bill.plan is not None
    if is_on_offer or is_elsewhere or not asks_next(context.text):
        return None
    if context.person is None and names_payments(context.text):
        return identity.ask(context, (Wish("ask_due_date", context.text),))
    return each(registry, context, ("ask_due_date",)) if has_plan else None


def _payer(_: Registry, context: Context) -> Outcome | None:
    """Somebody else may pay by the link; we write to nobody who has not agreed to it."""
    heard = context.understanding.entities
    is_of_it = sure_names(context) <= _OF_PAYING
    if is_of_it and payers.asks_what_seen(context.text):
        return Outcome(says=(Say("payer_sees"),), kept=True)
    if payers.wants_sent(context.text) and sure_names(context) <= _OF_PAYING | {"update_contact"}:
        return Outcome(says=(Say("payer_not_texted"),), kept=True)
    is_timed = bool(heard.dates) or any(amount.cents for amount in heard.amounts)
    if is_timed or not is_of_it or not payers.another_pays(context.text):
        return None
    has_link = any(key.startswith(("pay_link", "fresh_link")) for key in context.memory.last_keys)
    is_open = has_link or context.person is None
    return Outcome(says=(Say("methods_someone_else" if is_open else "payer_may"),), kept=True)


def _haggler(registry: Registry, context: Context) -> Outcome | None:
    """Nothing is haggled by text: whoever decides about less reads what was asked."""
    is_elsewhere = sure_names(context) & _MORE_THAN_LESS
    is_deal = haggles(context.text) and not tells_hardship(context.text)
    if is_elsewhere or identity.tells_it(context) or not is_deal:
        return None
    if context.person is None:
        return identity.ask(context, (Wish("financial_hardship", context.text),))
    return each(registry, context, ("financial_hardship",))


def _plan_again(registry: Registry, context: Context) -> Outcome | None:
    """ "I want it back", right after a plan was ended: a new one is offered."""
    was_ended = "plan_ended" in context.memory.last_keys and context.bill.plan is None
    return (
        each(registry, context, ("set_up_plan",))
        if was_ended and wants_again(context.text)
        else None
    )


def is_sure(context: Context) -> bool:
    return context.understanding.decision is Decision.ACT


def sure_names(context: Context) -> set[str]:
    return {i.name for i in context.understanding.intents} if is_sure(context) else set()


GENERAL = (
    _privacy,
    reassured,
    all_done,
    _payer,
    _haggler,
    _whose,
    _hours,
    _cost,
    _which_card,
    _if_paid,
    _if_now,
    _plan_days,
    _next_payment,
    _plan_again,
    noted,
    other_ways_asked,
    way_taken,
)
