"""A patient's word over the practice's file stands until the file says something new."""

from datetime import UTC, datetime, timedelta

from hypothesis import given
from hypothesis import strategies as st

from bot.rules.told_fields import FIELDS, stands, tell, told_at, without

NOW = datetime(2026, 3, 11, 20, tzinfo=UTC)
PRINTS = st.sampled_from(["", "a", "b", "c"])
NAMES = st.sampled_from(FIELDS)


@given(NAMES, PRINTS, PRINTS)
def test_it_stands_against_what_the_file_had_and_against_nothing_else(
    field: str, had: str, later: str
) -> None:
    assert stands(tell(None, field, had, NOW), field, later) == (had == later)


@given(NAMES, PRINTS, st.lists(PRINTS, max_size=4))
def test_told_again_the_files_word_counts_from_the_first_time(
    field: str, had: str, own: list[str]
) -> None:
    told = tell(None, field, had, NOW)
    for number, mine in enumerate(own, start=1):
        told = tell(told, field, mine, NOW + timedelta(days=number))
    assert stands(told, field, had)
    assert told_at(told, field) == NOW + timedelta(days=len(own))


@given(PRINTS, PRINTS)
def test_each_field_stands_and_falls_alone(one: str, other: str) -> None:
    told = tell(tell(None, "email", one, NOW), "language", other, NOW)
    left = without(told, "email")
    assert not stands(left, "email", one)
    assert stands(left, "language", other)
    assert told_at(left, "email") is None
