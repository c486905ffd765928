"""Whatever files come one after the other: the ledger ends at what the last one tells."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date

from hypothesis import given
from hypothesis import strategies as st

from bot.imports.changes import Change, changes_of
from bot.models import EntryKind
from bot.store.billed import Amounts, KeptStatement, Line, NewEntry, ToldStatement

TODAY = date(2026, 3, 11)
CENTS = st.integers(-5, 20)
LINES = st.builds(
    Line,
    service_on=st.sampled_from([None, date(2026, 1, 1), date(2026, 1, 2)]),
    description=st.sampled_from(["Office visit", "Lab panel"]),
    code=st.none(),
    amounts=st.builds(
        Amounts, charge=st.integers(0, 30), insurance=CENTS, adjustment=CENTS, patient_paid=CENTS
    ),
)
FILES = st.dictionaries(
    st.sampled_from(["S1", "S2", "S3"]), st.lists(LINES, min_size=1, max_size=4), min_size=1
)
IMPORTED_PAYMENTS = (EntryKind.PAYMENT, EntryKind.REFUND)


class Books:
    """One account, kept in memory as the store keeps it."""

    def __init__(self) -> None:
        self.kept: dict[str, KeptStatement] = {}
        self.entries: list[tuple[str, NewEntry]] = []

    def bring(self, file: dict[str, list[Line]]) -> list[Change]:
        told = [ToldStatement(n, "A1", TODAY, None, tuple(lines)) for n, lines in file.items()]
        vanished = [s for name, s in self.kept.items() if name not in file]
        changes = changes_of(list(self.kept.values()), told, vanished, TODAY)
        for change in changes:
            self._keep(change)
        return changes

    def pay(self, name: str, cents: int) -> None:
        if name in self.kept:
            before = self.kept[name]
            self.kept[name] = replace(before, paid_here=before.paid_here + cents)

    def balance(self) -> int:
        ours = sum(s.paid_here for s in self.kept.values())
        return sum(entry.cents for _, entry in self.entries) - ours

    def _keep(self, change: Change) -> None:
        name = change.external_id
        before = self.kept.get(name) or KeptStatement(
            len(self.kept), name, "A1", TODAY, None, (), 0, 0, 0
        )
        lines = {k.position: k for k in (*before.lines, *change.lines)}
        paid = -sum(e.cents for e in change.entries if e.kind in IMPORTED_PAYMENTS)
        self.kept[name] = replace(
            before,
            lines=tuple(lines[position] for position in sorted(lines)),
            entries=before.entries + len(change.entries),
            paid_there=before.paid_there + paid,
        )
        self.entries += [(name, entry) for entry in change.entries]


def net(file: dict[str, list[Line]]) -> int:
    return sum(line.amounts.net for lines in file.values() for line in lines)


@given(st.lists(FILES, min_size=1, max_size=5))
def test_the_balance_is_what_the_last_file_tells(files: Sequence[dict[str, list[Line]]]) -> None:
    books = Books()
    for file in files:
        books.bring(file)
        assert books.balance() == net(file)


@given(st.lists(FILES, min_size=1, max_size=4), st.integers(0, 40))
def test_the_same_file_twice_changes_nothing(
    files: Sequence[dict[str, list[Line]]], paid: int
) -> None:
    books = Books()
    for file in files:
        books.bring(file)
        books.pay("S1", paid)
        books.bring(file)
        assert all(change.is_same for change in books.bring(file))


@given(st.lists(FILES, min_size=1, max_size=5))
def test_no_source_is_ever_used_twice(files: Sequence[dict[str, list[Line]]]) -> None:
    books = Books()
    for file in (*files, *files):
        books.bring(file)
    sources = [entry.source for _, entry in books.entries]
    assert len(sources) == len(set(sources))


@given(FILES, st.integers(1, 40), st.integers(0, 40))
def test_our_payment_posted_later_in_any_parts_counts_once(
    file: dict[str, list[Line]], ours: int, desk: int
) -> None:
    books = Books()
    books.bring(file)
    name = next(iter(file))
    books.pay(name, ours)
    owed = books.balance()
    first, *rest = file[name]
    posted = replace(first.amounts, patient_paid=first.amounts.patient_paid + ours + desk)
    books.bring({**file, name: [replace(first, amounts=posted), *rest]})
    assert books.balance() == owed - desk


@given(FILES, st.integers(1, 40), st.booleans())
def test_a_bill_under_a_new_number_keeps_what_we_were_paid(
    file: dict[str, list[Line]], ours: int, is_posted: bool
) -> None:
    books = Books()
    days = [date(2026, 1, day) for day in range(1, 5)]
    lines = [
        replace(line, service_on=on)
        for line, on in zip(next(iter(file.values())), days, strict=False)
    ]
    books.bring({"S1": lines})
    books.pay("S1", ours)
    owed = books.balance()
    first = lines[0].amounts
    shown = replace(first, patient_paid=first.patient_paid + ours * is_posted)
    renumbered = {"S9": [replace(lines[0], amounts=shown), *lines[1:]]}
    for _ in range(2):
        books.bring(renumbered)
        assert books.balance() == owed
