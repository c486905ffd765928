"""What of a bill was not told yet: how the sum comes about, what was done; in the end a person."""

import re
from dataclasses import replace

from actions import _explaining as explaining
from actions._aspects import Aspect
from actions._bill_told import Told
from actions._sums import names_sum
from actions._words import plain
from bot.action import Context, Link, Money, Outcome, Say, ShowPage, Value
from bot.bill import StatementView

OFFERED = "offered"
_SHORT = 8
_SO = re.compile(r"\b(?:so|then|is|are|mine|left|my part|owe|entonces|son|es|debo|quedan)\b")
_ASKS = re.compile(r"\?|\b(?:how|why|what|where|como|por ?que|xq|de que|de donde|cual)\b")


def follow_up(
    context: Context, statement: StatementView, told: Told, aspect: Aspect | None
) -> Outcome:
    """What was asked for, unless just that was told: then what was not, one thing at a time."""
    if OFFERED in told.aspects:
        return explaining.for_person(context, told, "bill_question")
    wanted = (aspect.value,) if aspect in _WAYS else ()
    ways = [name for name in (*wanted, *_ORDER) if name not in told.aspects]
    for name in ways:
        if name == Aspect.ITEMS.value and len(statement.lines) < 2:
            continue
        return _WAYS[Aspect(name)](context, statement, told)
    return _offered(context, told)


def names_what_is_left(context: Context, statement: StatementView) -> bool:
    """The sum of the bill itself, or the patient's part of it."""
    part = explaining.Sums(statement).part
    return names_sum(context, statement.balance_cents) or names_sum(context, part)


def asks_of_sum(context: Context, statement: StatementView) -> bool:
    """ "How is that 155?" """
    is_asked = _ASKS.search(plain(context.text)) is not None
    return is_asked and names_what_is_left(context, statement)


def confirmed(context: Context, statement: StatementView, told: Told) -> Outcome | None:
    """ "Ok so 155 is mine"."""
    said = plain(context.text)
    is_short = len(said.split()) <= _SHORT and _SO.search(said) is not None
    if not is_short or not names_sum(context, statement.balance_cents):
        return None
    says = Say("sum_right", {"amount": Money(statement.balance_cents)})
    return Outcome(says=(says,), question=told.question())


def computed(context: Context, statement: StatementView, told: Told) -> Outcome:
    """ "$350.00 - $170.00 insurance - $25.00 you paid = $155.00"."""
    sums = explaining.Sums(statement)
    if not statement.lines or min(sums.insurance, sums.discount, sums.paid) < 0:
        return explaining.for_person(context, told, "bill_does_not_add_up")
    parts = (
        ("item_insurance", sums.insurance),
        ("item_discount", sums.discount),
        ("item_paid", sums.paid),
    )
    if not any(cents for _, cents in parts):
        nothing_off = Say("sum_nothing_off", {"amount": Money(sums.charged)})
        return Outcome(says=(nothing_off,), question=told.having(Aspect.HOW.value).question())
    says = (
        Say("sum_from", {"amount": Money(sums.charged)}),
        *(Say(key, {"amount": Money(cents), "n": 0}) for key, cents in parts if cents),
        Say("item_left", {"amount": Money(statement.balance_cents), "n": 0}),
    )
    return Outcome(says=says, question=told.having(Aspect.HOW.value).question())


def _visit(context: Context, statement: StatementView, told: Told) -> Outcome:
    """Its day; what was done stands on the page alone."""
    lines = statement.lines[told.item - 1 : told.item] if told.item else statement.lines
    days = sorted({line.service_on for line in lines if line.service_on})
    on_page: dict[str, Value] = {"link": Link()}
    if not days:
        says: tuple[Say, ...] = (Say("item_what", on_page),)
    elif len(days) == 1:
        says = (Say("visit_day", {"day": days[0], **on_page}),)
    else:
        says = (
            Say("explain_days", {"first": days[0], "last": days[-1]}),
            Say("item_what", on_page),
        )
    question = told.having(Aspect.VISIT.value).having(Aspect.WHEN.value).question()
    return Outcome(says=says, facts=(ShowPage(),), question=question)


def _items(context: Context, statement: StatementView, told: Told) -> Outcome:
    again = replace(told.having(Aspect.ITEMS.value), shown=0)
    return explaining.items(context, statement, again)


def _why(context: Context, statement: StatementView, told: Told) -> Outcome:
    return explaining.why(statement, told.having(Aspect.WHY.value))


def _when(context: Context, statement: StatementView, told: Told) -> Outcome:
    return explaining.days(context, statement, told.having(Aspect.WHEN.value))


def _offered(context: Context, told: Told) -> Outcome:
    """Nothing is left that the ledger knows: the question is kept for a person, if they like."""
    later = replace(told.having(OFFERED), note=context.text)
    return Outcome(says=(Say("explain_all_told"),), question=later.question())


_WAYS = {
    Aspect.ITEMS: _items,
    Aspect.HOW: computed,
    Aspect.VISIT: _visit,
    Aspect.WHY: _why,
    Aspect.WHEN: _when,
}
_ORDER = (Aspect.ITEMS.value, Aspect.HOW.value, Aspect.VISIT.value)
