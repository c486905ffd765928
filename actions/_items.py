"""The lines of one bill: which one is meant, and each told by number, day and amounts.

What was done is not named in a text (no clinical word): an item is "item 2", and the page says it.
"""

import re

from actions._sums import said_sums
from actions._words import plain
from bot.action import Context, Money, Say, Value
from bot.bill import LineView, StatementView
from nlu.items import find_item
from nlu.reading import read

MOST_TOLD = 3
_THING = r"(?:one|item|charge|line|thing|part|cargo|cobro|punto|renglon|linea|cosa)"
_NUMBER = re.compile(
    r"\b(?:item|line|charge|number|no\.?|cargo|cobro|punto|linea|renglon|numero|num)\W{0,2}"
    r"(\d{1,2})\b|#\W?(\d{1,2})\b"
)
_PLACES = tuple(
    re.compile(rf"\b(?:{words}) {_THING}\b")
    for words in (
        "first|1st|primer[oa]?",
        "second|2nd|segund[oa]",
        "third|3rd|tercer[oa]?",
        "fourth|4th|cuart[oa]",
    )
)
_LAST = re.compile(rf"\b(?:last|ultim[oa]) {_THING}\b")
_DEAREST = re.compile(
    r"\b(?:most expensive|biggest|highest|largest|priciest)\b|\b(?:which|"
    r"what)\b.{0,12}\bthe most\b|\b(?:la|el|lo) mas (?:car[oa]|grande|"
    r"alt[oa])\b(?! que)|\b(?:el|la|cual) (?:de )?mayor\b"
)
_COMMON = frozenset(
    {"visit", "office", "charge", "bill", "item", "care", "service", "services", "basic", "level",
     "with", "other", "patient", "health", "consulta", "visita", "cargo"}
)  # fmt: skip
_SHORTEST = 4


def item_meant(statement: StatementView, context: Context) -> int | None:
    """Its number from 1. None where none or several are named, or there is only one line."""
    if len(statement.lines) < 2:
        return None
    said = plain(context.text)
    if _DEAREST.search(said):
        return dearest(statement)
    numbers = (_by_number(said, len(statement.lines)), *_by_what(statement, context, said))
    return next((number for number in numbers if number is not None), None)


def told(statement: StatementView, number: int) -> tuple[Say, ...]:
    """Charge, what came off, what it leaves. `n` keeps equal parts of two items apart."""
    line = statement.lines[number - 1]
    values: dict[str, Value] = {
        "n": number,
        "day": line.service_on or statement.statement_on,
        "amount": Money(line.charge_cents),
    }
    parts = [
        Say(key, {"amount": Money(cents), "n": number})
        for key, cents in (
            ("item_insurance", line.insurance_cents),
            ("item_discount", line.adjustment_cents),
            ("item_paid", line.patient_paid_cents),
        )
        if cents
    ]
    if not parts:
        return (Say("item_alone", values),)
    left = Say("item_left", {"amount": Money(line.left_cents), "n": number})
    return (Say("item", values), *parts, left)


def add_up(statement: StatementView) -> bool:
    """Nothing below zero: what does not add up is for a person to tell."""
    cents = (
        each
        for line in statement.lines
        for each in (line.insurance_cents, line.adjustment_cents, line.patient_paid_cents)
    )
    by_lines = sum(line.left_cents for line in statement.lines)
    is_whole = bool(statement.lines) and by_lines >= statement.balance_cents
    return is_whole and min(cents) >= 0


def dearest(statement: StatementView) -> int:
    """The number of the line that costs most."""
    lines = statement.lines
    return max(range(len(lines)), key=lambda place: lines[place].charge_cents) + 1


def _by_number(said: str, count: int) -> int | None:
    match = _NUMBER.search(said)
    if match:
        number = int(match[1] or match[2])
        return number if 1 <= number <= count else None
    if _LAST.search(said):
        return count
    found = (place for place, words in enumerate(_PLACES, start=1) if words.search(said))
    return next((place for place in found if place <= count), None)


def _by_what(statement: StatementView, context: Context, said: str) -> list[int | None]:
    """By amount, by day, and by the patient's own word for it, each where it fits one line."""
    entities = context.understanding.entities
    sums = said_sums(context) - {statement.balance_cents}
    days = {(d.on.month, d.on.day) for d in entities.dates if d.on}
    lines = statement.lines
    return [
        _only([line.charge_cents in sums or line.left_cents in sums for line in lines]),
        _only([_day(line) in days for line in lines]),
        _only([_is_called(line, said, entities.line_item) for line in lines]),
    ]


def _only(fits: list[bool]) -> int | None:
    return fits.index(True) + 1 if sum(fits) == 1 else None


def _day(line: LineView) -> tuple[int, int] | None:
    return (line.service_on.month, line.service_on.day) if line.service_on else None


def _is_called(line: LineView, said: str, item: str | None) -> bool:
    described = read(line.description, "en")
    if item is not None and (find_item(described) == item or item in described.text):
        return True
    words = {w for w in re.findall(r"[a-z]+", described.text) if len(w) >= _SHORTEST} - _COMMON
    return any(re.search(rf"\b{word}", said) for word in words)
