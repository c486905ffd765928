"""Which bills a text describes: by month, age, size, sum, day, or the patient's word for it.

What is put behind a "not" is left out: "the January one, not the ultrasound one".
"""

import re
from dataclasses import replace

from actions._sums import names_sum
from actions._words import plain
from bot.action import Context
from bot.bill import StatementView
from nlu.entities import find_entities
from nlu.items import find_item
from nlu.reading import read

_NOT = re.compile(
    r"(?:\bbut |\band |,|\bpero |\by )*\b(?:not|except(?: for)?|excluding|without|leave out|leave|"
    r"skip|menos|excepto|sin|salvo|dejen?|no(?= (?:la|el|lo|las|los|esa|ese)\b)(?! (?:la|el) otr)|"
    r"instead of|rather than|en (?:vez|lugar) de)\b "
    r"(?=(?:\w+ ){0,3}?(?:the|that|this|those|for|my|la|el|lo|las|los|esa|ese|other|otr[oa]|both|"
    r"from|de)\b)"
)
_AND = re.compile(r"\b(?:and|or|nor|not|y|ni|o)\b")
_TURN = re.compile(r"[,.;\n]|\b(?:just|only|but|solo|nomas|nada mas|solamente|sino|pero)\b")
_A_BILL = r"(?:ones?|bills?|statements?|visits?|charges?|appointments?|invoices?|balance)"
_UNA = r"(?:(?:la|el|lo|las|los|esa|ese|factura|cuenta|visita|cita|cargo|recibo) )"
_MONTHS = (
    "jan(?:uary)?|enero|ene", "feb(?:ruary|uary)?|febrero", "mar(?:ch|zo)?", "apr(?:il)?|abril|abr",
    "may|mayo", "june?|junio", "july?|julio", "aug(?:ust)?|agosto|ago",
    "sept?(?:ember)?|septiembre", "oct(?:ober|ubre)?", "nov(?:ember)?|noviembre",
    "dec(?:ember)?|dic(?:iembre)?",
)  # fmt: skip
_BY_MONTH = tuple(
    re.compile(
        rf"\b(?:the|my|for|just|only|solo|{_UNA}de|{_A_BILL} (?:from|of|in|for)(?: last)?) "
        rf"(?:{words})\b(?! \d)|\b(?:{words}) {_A_BILL}\b"
    )
    for words in _MONTHS
)
_OLDEST = re.compile(
    rf"\b(?:older|oldest|earliest|(?:old|earlier|previous) {_A_BILL}|{_UNA}(?:mas )?"
    r"(?:viej[oa]|antigu[oa]|anterior))\b"
)
_NEWEST = re.compile(
    rf"\b(?:newer|newest|most recent|latest|(?:new|recent) {_A_BILL}|{_UNA}(?:mas )?"
    r"(?:nuev[oa]|reciente))\b"
)
_COMMON = frozenset(
    {"visit", "office", "charge", "bill", "item", "care", "service", "services", "basic", "level",
     "with", "other", "patient", "health", "consulta", "visita", "cargo", "statement", "only",
     "take", "just", "that", "this", "from"}
)  # fmt: skip
_SHORTEST = 4


def names_month(text: str) -> bool:
    return bool(_months(plain(text)))


def leaves_out(text: str) -> bool:
    """ "Not the other one": something is not to be taken along."""
    return bool(parted(text)[1])


def told_apart(
    statements: tuple[StatementView, ...], context: Context
) -> tuple[StatementView, ...]:
    """Those that are meant; empty where the text tells none from the others."""
    wanted, unwanted = parted(context.text)
    left_out = {s.id for part in unwanted for s in _described(statements, context, part)}
    chosen = tuple(s for s in _described(statements, context, wanted) if s.id not in left_out)
    if chosen or not left_out:
        return chosen
    return tuple(s for s in statements if s.id not in left_out)


def parted(text: str) -> tuple[str, tuple[str, ...]]:
    """What is wanted, and each thing that is said not to be."""
    wanted: list[str] = []
    unwanted: list[str] = []
    said = plain(text)
    while match := _NOT.search(said):
        wanted.append(said[: match.start()])
        rest = said[match.end() :]
        turn = _TURN.search(rest)
        end = turn.start() if turn else len(rest)
        unwanted += [part for part in _AND.split(rest[:end]) if part.strip()]
        said = rest[end:]
    return " ".join([*wanted, said]), tuple(unwanted)


def _described(
    statements: tuple[StatementView, ...], context: Context, said: str
) -> tuple[StatementView, ...]:
    """By the surest sign that tells some of them from the others."""
    if not said.strip():
        return ()
    entities = find_entities(said, context.today, context.language)
    own = replace(
        context, text=said, understanding=replace(context.understanding, entities=entities)
    )
    for look in _LOOKS:
        found = tuple(s for s in statements if look(statements, s, own))
        if found and len(found) < len(statements):
            return found
    return ()


def _by_number(_: tuple[StatementView, ...], statement: StatementView, context: Context) -> bool:
    return len(statement.number) > 2 and statement.number.casefold() in context.text


def _by_sum(_: tuple[StatementView, ...], statement: StatementView, context: Context) -> bool:
    return names_sum(context, statement.balance_cents) or names_sum(context, statement.open_cents)


def _by_day(_: tuple[StatementView, ...], statement: StatementView, context: Context) -> bool:
    named = {(d.on.month, d.on.day) for d in context.understanding.entities.dates if d.on}
    days = (statement.statement_on, *(line.service_on for line in statement.lines))
    return any((day.month, day.day) in named for day in days if day)


def _by_word(_: tuple[StatementView, ...], statement: StatementView, context: Context) -> bool:
    """The patient's own word for what was done; it is never said back."""
    item = context.understanding.entities.line_item
    for line in statement.lines:
        described = read(line.description, "en")
        words = {w for w in re.findall(r"[a-z]+", described.text) if len(w) >= _SHORTEST}
        is_item = item is not None and (find_item(described) == item or item in described.text)
        if is_item or any(re.search(rf"\b{word}", context.text) for word in words - _COMMON):
            return True
    return False


def _by_month(_: tuple[StatementView, ...], statement: StatementView, context: Context) -> bool:
    return statement.statement_on.month in _months(context.text)


def _by_visit(_: tuple[StatementView, ...], statement: StatementView, context: Context) -> bool:
    months = {line.service_on.month for line in statement.lines if line.service_on}
    return bool(months & _months(context.text))


def _by_age(
    statements: tuple[StatementView, ...], statement: StatementView, context: Context
) -> bool:
    days = [s.statement_on for s in statements]
    if _OLDEST.search(context.text):
        return statement.statement_on == min(days)
    return bool(_NEWEST.search(context.text)) and statement.statement_on == max(days)


def _by_line_sum(_: tuple[StatementView, ...], statement: StatementView, context: Context) -> bool:
    return any(
        names_sum(context, cents)
        for line in statement.lines
        for cents in (line.charge_cents, line.left_cents)
    )


def _months(said: str) -> set[int]:
    """Also misspelt: "the februry one"."""
    spelt = read(said).text
    months = enumerate(_BY_MONTH, start=1)
    return {month for month, words in months if words.search(said) or words.search(spelt)}


_LOOKS = (_by_number, _by_sum, _by_day, _by_month, _by_word, _by_visit, _by_age, _by_line_sum)
