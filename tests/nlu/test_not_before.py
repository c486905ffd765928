"""Hours and days named only to be ruled out."""

from datetime import date, time

import pytest

from nlu.dates import denies_day
from nlu.hours import find_span
from nlu.reading import read


@pytest.mark.parametrize(
    ("text", "hour"),
    [
        ("not before 10", 10), ("dont call before 10", 10), ("no antes de las 10", 10),
        ("i work till 6 tho", 18), ("trabajo hasta las 6", 18), ("im busy until 5", 17),
    ],
)  # fmt: skip
def test_an_hour_ruled_out_before_it_is_an_hour_after_it(text: str, hour: int) -> None:
    span = find_span(read(text).text)
    assert span is not None
    assert (span.opens, span.closes) == (time(hour), None)


@pytest.mark.parametrize(
    ("text", "is_denied"),
    [
        ("i cant make the payment on the 18th", True), ("no puedo el 18", True),
        ("the 18th doesn't work for me", True), ("el 18 no me queda", True),
        ("wont have the money by the 18th", True), ("i cant pay until friday", False),
        ("no puedo pagar hasta el viernes", False), ("i can pay on the 18th", False),
    ],
)  # fmt: skip
def test_a_day_is_ruled_out(text: str, is_denied: bool) -> None:
    assert denies_day(text, date(2026, 3, 11)) is is_denied
