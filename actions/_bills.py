"""Which of several bills is meant."""

import re
from dataclasses import replace
from datetime import date

from actions._sums import names_sum
from actions._told_bills import leaves_out, told_apart
from actions._words import plain
from bot.action import Bills, Context
from bot.bill import Bill, StatementView
from bot.owners import bills_meant
from nlu.items import find_item
from nlu.reading import read

_ORDINALS = (
    r"\b(?:first|1st|1|oldest|primer[oa]?|mas viej[oa])\b",
    r"\b(?:second|2nd|2|segund[oa])\b",
    r"\b(?:third|3rd|3|tercer[oa]?)\b",
    r"\b(?:fourth|4th|4|cuart[oa])\b",
)
_LAST = re.compile(r"\b(?:last one|latest|newest|most recent|ultim[oa]|mas reciente)\b")
_SMALLEST = re.compile(
    r"\b(?:small(?:er|est)?|littl(?:er|est)|low(?:er|est)|cheap(?:er|est)|lesser|least one|"
    r"(?:mas|la|el) (?:peque(?:n|\u00f1)[oa]|chic[oa]|chiquit[oa]|barat[oa]|baj[oa])|menor)\b"
)
_BIGGEST = re.compile(
    r"\b(?:bigg(?:er|est)|larg(?:er|est)|high(?:er|est)|(?:mas|la|el) (?:grande|alt[oa]|car[oa])|"
    r"mayor)\b"
)
_SIZED = re.compile(
    r"\b(?:small|littl|low|cheap|bigg|larg|high)(?:er|est) (?:one|1|bill|visit|invoice)\b|"
    r"\b(?:la|factura|cuenta|visita) mas (?:chic|chiquit|peque\w|barat|baj|grande|alt|car)a?\b"
)
_A_BILL = re.compile(
    r"\b(?:bill|one|statement|charge|visit|invoice|factura|cuenta|cargo|recibo|visita|"
    r"(?:la|el) (?:primer[oa]?|segund[oa]|tercer[oa]?|ultim[oa]|otr[oa]))\b"
)
MOST_LISTED = 4


def owed(bill: Bill) -> tuple[StatementView, ...]:
    return tuple(s for s in bill.statements if s.balance_cents > 0)


def payable(bill: Bill) -> tuple[StatementView, ...]:
    """What may be asked for, at least in part."""
    return tuple(s for s in bill.statements if s.open_cents > 0)


def listed(statements: tuple[StatementView, ...]) -> Bills:
    rows = ((s.statement_on, s.balance_cents) for s in statements[:MOST_LISTED])
    return Bills(tuple(rows))


def visits(statements: tuple[StatementView, ...]) -> Bills:
    """As `listed`, by the first day of the visit instead of the statement's."""
    return Bills(tuple((_visited_on(s), s.balance_cents) for s in statements[:MOST_LISTED]))


def listed_due(statements: tuple[StatementView, ...]) -> Bills:
    """By the day each is due, the nearest first; only what may be asked for."""
    rows = sorted((s.due_on, s.open_cents) for s in statements if s.due_on)
    return Bills(tuple(rows[:MOST_LISTED]))


def listed_parts(statements: tuple[StatementView, ...]) -> Bills:
    """As `listed`, with what insurance and discounts left to the patient."""
    rows = (
        (
            s.statement_on,
            sum(e.charge_cents - e.insurance_cents - e.adjustment_cents for e in s.lines),
        )
        for s in statements[:MOST_LISTED]
    )
    return Bills(tuple(rows))


def meant(statements: tuple[StatementView, ...], context: Context) -> StatementView | None:
    """The only one, or the one that is named."""
    return statements[0] if len(statements) == 1 else named(statements, context)


def named(statements: tuple[StatementView, ...], context: Context) -> StatementView | None:
    """The one whose number, sum, day or part of the visit is named."""
    told = [s for s in statements if _is_named(s, context)]
    return told[0] if len(told) == 1 else None


def picked(statements: tuple[StatementView, ...], context: Context) -> StatementView | None:
    """As `meant`, and also by its place in the list that was just said."""
    apart = told_apart(statements, context)
    if leaves_out(context.text):
        return apart[0] if len(apart) == 1 else None
    by_place = _by_place(statements, plain(context.text))
    return meant(statements, context) or by_place or (apart[0] if len(apart) == 1 else None)


def by_size(statements: tuple[StatementView, ...], said: str) -> StatementView | None:
    """ "Just the smaller one". None where two are of one size, or no size is named."""
    in_order = sorted(statements, key=lambda s: s.open_cents)
    if len({s.open_cents for s in statements}) < len(statements) or len(statements) < 2:
        return None
    if _SMALLEST.search(said):
        return in_order[0]
    return in_order[-1] if _BIGGEST.search(said) else None


def sized(statements: tuple[StatementView, ...], context: Context) -> StatementView | None:
    """ "What is the smaller one for"; a bill that is "higher than before" is none of two."""
    said = plain(context.text)
    return by_size(statements, said) if _SIZED.search(said) else None


def to_pay(context: Context) -> StatementView | None:
    """The one of several payable bills that is to be paid: by its sum, or by what it is."""
    statements, said = payable(context.bill), plain(context.text)
    if len(statements) < 2:
        return None
    owners = bills_meant(context)
    apart = told_apart(owners or statements, context)
    if owners and len(owners) == 1:
        return owners[0]
    if len(apart) == 1 or leaves_out(context.text):
        return apart[0] if len(apart) == 1 else None
    entities = context.understanding.entities
    of_sum = [s for s in statements if any(a.cents == s.open_cents for a in entities.amounts)]
    chosen = by_size(statements, said) or meant(statements, _without_sums(context))
    if chosen is not None or len(of_sum) == 1:
        return chosen or of_sum[0]
    may_be_placed = _A_BILL.search(said) and not entities.dates
    return _by_place(statements, said) if may_be_placed else None


def is_a_bills_day(context: Context, day: date) -> bool:
    """ "The one of march 2", which may be read as the coming one."""
    days = {s.statement_on for s in payable(context.bill)}
    days |= {line.service_on for s in payable(context.bill) for line in s.lines if line.service_on}
    return any((on.month, on.day) == (day.month, day.day) for on in days)


def _without_sums(context: Context) -> Context:
    heard = context.understanding
    entities = replace(heard.entities, amounts=())
    return replace(context, understanding=replace(heard, entities=entities))


def _visited_on(statement: StatementView) -> date:
    return min(
        (line.service_on for line in statement.lines if line.service_on),
        default=statement.statement_on,
    )


def _by_place(statements: tuple[StatementView, ...], said: str) -> StatementView | None:
    if statements and _LAST.search(said):
        return statements[-1]
    places = zip(statements, _ORDINALS, strict=False)
    return next((s for s, words in places if re.search(words, said)), None)


def _is_named(statement: StatementView, context: Context) -> bool:
    entities = context.understanding.entities
    sums = (statement.balance_cents, *(line.charge_cents for line in statement.lines))
    days = {statement.statement_on, *(line.service_on for line in statement.lines)}
    named_days = {(d.on.month, d.on.day) for d in entities.dates if d.on}
    return (
        (len(statement.number) > 2 and statement.number.casefold() in context.text.casefold())
        or any(names_sum(context, cents) for cents in sums)
        or any(on and (on.month, on.day) in named_days for on in days)
        or (entities.line_item is not None and _has_item(statement, entities.line_item))
    )


def _has_item(statement: StatementView, item: str) -> bool:
    words = (read(line.description, "en") for line in statement.lines)
    return any(find_item(said) == item or item in said.text for said in words)
