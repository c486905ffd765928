"""What a file changes in an account's statements: ledger entries, each with its reason.

Three rules keep the money right. A changed or vanished amount is a new entry, never an edit. A
payment that Tender took and the practice's books show later is not counted twice. And a
statement that vanishes because we were paid for it does not become a credit.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from hashlib import sha256

from bot.imports.pairing import Pairing, paired
from bot.models import EntryKind
from bot.rules.money import money
from bot.store.billed import KeptLine, KeptStatement, Line, LineKey, NewEntry, ToldStatement

PARTS = ("charge", "insurance", "adjustment")
KINDS = {
    "charge": (EntryKind.CHARGE, 1),
    "insurance": (EntryKind.INSURANCE, -1),
    "adjustment": (EntryKind.ADJUSTMENT, -1),
}


@dataclass
class Change:
    """What one statement becomes. `kept` None: it is new. `told` None: it has vanished."""

    external_id: str
    kept: KeptStatement | None
    told: ToldStatement | None
    pairing: Pairing
    lines: list[KeptLine] = field(default_factory=list)
    entries: list[NewEntry] = field(default_factory=list)

    @property
    def is_same(self) -> bool:
        return not (self.lines or self.entries or self.moves_days)

    @property
    def moves_days(self) -> bool:
        if self.kept is None or self.told is None:
            return False
        due_on = self.told.due_on or self.kept.due_on
        return (self.told.statement_on, due_on) != (self.kept.statement_on, self.kept.due_on)

    @property
    def revision(self) -> int:
        return self.kept.entries if self.kept else 0


class Unposted:
    """Cents we were paid that the practice's books do not show; below zero: shown but refunded."""

    def __init__(self, kept: Iterable[KeptStatement]) -> None:
        self._cents = sum(
            s.paid_here + s.paid_there - sum(k.line.amounts.patient_paid for k in s.lines)
            for s in kept
        )

    @property
    def left(self) -> int:
        return max(0, self._cents)

    def take(self, cents: int) -> int:
        """The part of `cents` that is explained by payments of ours."""
        part = min(cents, self.left) if cents > 0 else max(cents, min(0, self._cents))
        self._cents -= part
        return part


def changes_of(
    kept: Sequence[KeptStatement],
    told: Sequence[ToldStatement],
    vanished: Sequence[KeptStatement],
    on: date,
) -> list[Change]:
    """Of one account. `kept`: all that is on record; `on`: the day of the file."""
    known = {statement.external_id: statement for statement in kept}
    changes = [_change(known.get(t.external_id), t) for t in told]
    changes += [_change(statement, None) for statement in vanished]
    unposted = Unposted(kept)
    movable = unposted.left
    gone = {k.line.key: k for c in changes for k in c.pairing.absent if k.line.service_on}
    heirs = {k.line.key: c for c in changes for k in c.pairing.new if k.line.key in gone}
    for change in changes:
        _restate(change, unposted, on)
        _begin(change, unposted, gone)
    for change in changes:
        movable = _end(change, unposted, heirs, movable, on)
    return changes


def _change(kept: KeptStatement | None, told: ToldStatement | None) -> Change:
    known = kept or told
    assert known is not None
    pairing = paired(kept.lines if kept else (), told.lines if told else ())
    return Change(known.external_id, kept, told, pairing)


def _restate(change: Change, unposted: Unposted, on: date) -> None:
    """Lines that are still there with other amounts."""
    pairs = [(old, new) for old, new in change.pairing.both if old.line != new]
    if not pairs:
        return
    change.lines += [KeptLine(old.position, new) for old, new in pairs]
    billed = sum(new.amounts.billed - old.line.amounts.billed for old, new in pairs)
    paid = sum(new.amounts.patient_paid - old.line.amounts.patient_paid for old, new in pairs)
    source = f"import:{change.external_id}:change:{change.revision}:{_digest(pairs)}"
    reasons = "; ".join(reason for old, new in pairs for reason in _reasons(old, new))
    _enter(change, EntryKind.ADJUSTMENT, billed, source, f"{reasons} ({_file(on)})")
    known = unposted.take(paid)
    _enter_paid(change, paid - known, f"{source}:patient_paid", f"told by the {_file(on)}")


def _begin(change: Change, unposted: Unposted, gone: Mapping[LineKey, KeptLine]) -> None:
    """Lines that are new, each part an entry of its own.

    A line that just left another statement is the same bill under a new number: what has been
    paid on it since is looked for among our own payments.
    """
    for kept in change.pairing.new:
        amounts, source = kept.line.amounts, f"import:{change.external_id}:{kept.position}"
        change.lines.append(kept)
        for part in PARTS:
            kind, sign = KINDS[part]
            _enter(change, kind, sign * getattr(amounts, part), f"{source}:{part}", "")
        before = gone.get(kept.line.key)
        since = amounts.patient_paid - before.line.amounts.patient_paid if before else 0
        known = unposted.take(max(0, since))
        _enter_paid(change, amounts.patient_paid - known, f"{source}:patient_paid", "")


def _end(
    change: Change, unposted: Unposted, heirs: Mapping[LineKey, Change], movable: int, on: date
) -> int:
    """Lines that are gone. Returns what is left of `movable`, our payments that follow a bill."""
    gone, entered = change.pairing.gone, 0
    for kept in gone:
        net = kept.line.amounts.net
        heir = heirs.get(kept.line.key)
        paid = unposted.take(net) if heir is None and net > 0 else 0
        moved = min(movable, max(0, net)) if heir else 0
        movable -= moved
        entered += net - paid - moved
        change.lines.append(_closed(kept, net - paid, paid))
        if heir:
            source = f"import:{heir.external_id}:moved:{change.external_id}:{kept.position}"
            note = f"paid on statement {change.external_id} already ({_file(on)})"
            _enter(heir, EntryKind.ADJUSTMENT, -moved, source, note)
    what = "lines" if change.told else "statement"
    source = f"import:{change.external_id}:gone:{change.revision}:{_digest(gone)}"
    _enter(change, EntryKind.ADJUSTMENT, -entered, source, f"{what} no longer in the {_file(on)}")
    return movable


def _closed(kept: KeptLine, adjusted: int, paid: int) -> KeptLine:
    """The line stays to be read, with nothing owed on it."""
    old = kept.line.amounts
    amounts = replace(
        old, adjustment=old.adjustment + adjusted, patient_paid=old.patient_paid + paid
    )
    return KeptLine(kept.position, replace(kept.line, amounts=amounts))


def _enter(change: Change, kind: EntryKind, cents: int, source: str, note: str) -> None:
    if cents:
        change.entries.append(NewEntry(kind, cents, source, note))


def _enter_paid(change: Change, paid: int, source: str, note: str) -> None:
    kind = EntryKind.PAYMENT if paid > 0 else EntryKind.REFUND
    _enter(change, kind, -paid, source, note)


def _reasons(old: KeptLine, new: Line) -> Iterator[str]:
    for part in PARTS:
        before, after = getattr(old.line.amounts, part), getattr(new.amounts, part)
        if before != after:
            yield f"line {old.position}: {part} {money(before)} -> {money(after)}"


def _file(on: date) -> str:
    return f"balances file of {on.isoformat()}"


def _digest(facts: object) -> str:
    """Two different changes never share a source, not even of the same revision."""
    return sha256(repr(facts).encode()).hexdigest()[:12]
