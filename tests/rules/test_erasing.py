"""What may stay of words on a number that others use as well, once one of them is erased."""

from hypothesis import given
from hypothesis import strategies as st

from bot.rules.erasing import Erased, lines_left, may_stay, names

ALICE, BOB = 1, 2
GONE = Erased(ALICE, "Alice", ("Bob",), ("i lost my job\nand my home",))
LINES = st.lists(
    st.tuples(
        st.sampled_from(
            ["call me", "i lost my job", "this is alice", "alicia llama", "Bob's new phone", "x"]
        ),
        st.sampled_from([ALICE, BOB, None]),
    ),
    max_size=6,
)


def test_of_nobodys_words_those_that_name_them_or_are_theirs_go() -> None:
    assert not may_stay("this is alice, hi", None, GONE)
    assert not may_stay("and my home", None, GONE)
    assert may_stay("please call", None, GONE)


def test_a_namesake_on_the_number_keeps_what_names_both() -> None:
    assert not names("this is alice", Erased(ALICE, "Alice", ("Alicia",)))


@given(LINES)
def test_none_of_theirs_is_left_and_all_of_the_others(lines: list[tuple[str, int | None]]) -> None:
    note = "\n".join(line for line, _ in lines)
    left, whose = lines_left(note, [owner for _, owner in lines], GONE)
    assert ALICE not in whose
    assert whose.count(BOB) == [owner for _, owner in lines].count(BOB)
    assert len(left.splitlines()) == len(whose)


@given(LINES)
def test_lines_without_an_owner_on_record_are_nobodys(lines: list[tuple[str, int | None]]) -> None:
    note = "\n".join(line for line, _ in lines)
    assert lines_left(note, [], GONE) == lines_left(note, [None] * len(lines), GONE)
