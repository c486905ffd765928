"""Which of several bills is meant: by month, age, sum or word, and never one that is left out."""

from datetime import date

import pytest

from actions._told_bills import told_apart
from bot.bill import LineView, StatementView
from tests.factories import make_context


def _statement(number: int, on: date, visit: date, what: str, cents: int) -> StatementView:
    line = LineView(what, visit, cents, 0, 0, 0)
    return StatementView(number, f"S{number}", on, None, cents, False, (line,))


OLD = _statement(1, date(2026, 1, 10), date(2025, 12, 20), "Office visit", 12_000)
NEW = _statement(2, date(2026, 2, 12), date(2026, 2, 2), "Ultrasound abdomen", 4_237)
OF_OLD = (
    "take care of the January statement only, not the ultrasound one",
    "just the older bill", "solo la de enero", "the 120 one not the other", "not the 42 one",
    "pay the jan one", "la mas vieja por favor", "solo la factura de enero", "the december visit",
    "all but not the ultrasound", "everything except the february one", "la de enero, no la otra",
    "menos la de febrero", "no la del ultrasonido, la otra", "the oldest", "the bill from jan 10",
)  # fmt: skip
OF_NEW = (
    "the 42 dollar one not the other", "the newest one", "solo la de febrero", "la mas reciente",
    "just the sonogram", "the ultrasound, not the office visit one", "42.37 only", "feb bill",
    "no la de enero", "not the older one",
)  # fmt: skip
OF_NONE = (
    "pay it", "i got a new card", "i will pay in january", "no", "not now", "i may pay", "50 of it",
    "i paid 30 in march", "can i pay 3 times",
)  # fmt: skip


@pytest.mark.parametrize(
    ("text", "meant"),
    [(t, (OLD,)) for t in OF_OLD] + [(t, (NEW,)) for t in OF_NEW] + [(t, ()) for t in OF_NONE],
)
def test_a_bill_is_told_from_the_other(text: str, meant: tuple[StatementView, ...]) -> None:
    assert told_apart((OLD, NEW), make_context(text)) == meant
