"""When the patient's money comes; today is Wednesday 2026-03-11."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from nlu.pay_rules import PayRule, find_pay_rule, from_text, names_each_payday
from nlu.understanding import Frequency

TODAY = date(2026, 3, 11)
TOLD = {
    "i get paid every other friday, next one is the 20th": ["03-20", "04-03", "04-17"],
    "I get paid thursdays now": ["03-12", "03-19", "03-26"],
    "i get paid weekly on fridays": ["03-13", "03-20", "03-27"],
    "my paydays are the 1st and the 15th": ["03-15", "04-01", "04-15"],
    "payday is the 15th and the last": ["03-15", "03-31", "04-15"],
    "i get paid on the 5th of every month": ["04-05", "05-05", "06-05"],
    "my ssi comes on the 3rd": ["04-03", "05-03", "06-03"],
    "social security is the second wednesday of the month": ["04-08", "05-13", "06-10"],
    "i get paid friday": ["03-13"],
    "when my disability comes on the 1st": ["04-01", "05-01", "06-01"],
    "me pagan cada viernes": ["03-13", "03-20", "03-27"],
    "me pagan los jueves": ["03-12", "03-19", "03-26"],
    "cobro el 15 y el 30": ["03-15", "03-30", "04-15"],
    "me pagan cada quincena, la proxima es el 15": ["03-15", "03-29", "04-12"],
    "mi seguro social llega el 3": ["04-03", "05-03", "06-03"],
}


@pytest.mark.parametrize(("text", "expected"), TOLD.items())
def test_the_next_paydays_follow_from_what_was_told(text: str, expected: list[str]) -> None:
    rule = find_pay_rule(text, TODAY)
    assert rule is not None
    today, found = TODAY, []
    for _ in expected:
        today = rule.after(today) or today
        found.append(f"{today:%m-%d}")
    assert found == expected


@pytest.mark.parametrize("text", [
    "when i get paid", "i will pay friday", "50 every two weeks", "cuando me paguen", "hello",
    "after my ssi comes", "i paid on friday", "the 1st and the 15th", "as soon as i get paid",
])  # fmt: skip
def test_most_texts_tell_of_no_payday(text: str) -> None:
    assert find_pay_rule(text, TODAY) is None


def test_a_rhythm_alone_still_needs_a_day() -> None:
    rule = find_pay_rule("i get paid every two weeks", TODAY)
    assert rule is not None
    assert rule.needs_day
    assert rule.starting(date(2026, 3, 20)).after(TODAY) == date(2026, 3, 20)


def test_an_answer_may_be_bare() -> None:
    rule = find_pay_rule("the 1st and 15th", TODAY, asked="payday")
    assert rule is not None
    assert rule.after(TODAY) == date(2026, 3, 15)


def test_one_day_alone_is_good_until_it_passes() -> None:
    rule = find_pay_rule("friday", TODAY, asked="payday")
    assert rule is not None
    assert rule.after(date(2026, 3, 13)) is None


def test_every_payday_is_the_patients_own_rhythm() -> None:
    assert names_each_payday("50 each paycheck")
    assert not names_each_payday("50 each week")


DAYS = st.dates(date(2020, 1, 1), date(2040, 12, 31))
RULES = st.one_of(
    st.builds(PayRule, st.just("payday"), st.sampled_from(list(Frequency)[:2]), on=DAYS),
    st.builds(
        PayRule,
        st.just("benefits"),
        st.just(Frequency.MONTHLY),
        numbers=st.tuples(st.integers(1, 31)),
    ),
    st.builds(
        PayRule,
        st.just("benefits"),
        st.just(Frequency.MONTHLY),
        numbers=st.tuples(st.integers(0, 6)),
        week=st.integers(1, 4),
    ),
)


@given(RULES, DAYS)
def test_a_payday_lies_after_today_and_a_rule_survives_being_written(
    rule: PayRule, today: date
) -> None:
    day = rule.after(today)
    assert day is not None
    assert day > today
    assert from_text(rule.kind, rule.as_text()) == rule


@given(st.text(max_size=200))
def test_no_text_breaks_the_reading(text: str) -> None:
    find_pay_rule(text, TODAY, asked="payday")
