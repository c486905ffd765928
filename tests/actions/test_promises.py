"""A day is said back, and nothing is sent until after it."""

from dataclasses import replace
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from actions import promise_to_pay, remind_later
from bot.action import Money, OpenHold, Outcome, Question
from bot.contact_facts import AskText
from bot.rules.holds import HoldKind
from tests.factories import ALICE, TODAY, asked, facts, keys, make_context, unknown

DAY = Question("promise_date", "promise_to_pay")


def held_until(outcome: Outcome | None) -> date | None:
    assert outcome is not None
    return next(fact.until for fact in outcome.facts if isinstance(fact, OpenHold))


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("friday", date(2026, 3, 13)),
        ("on the 20th", date(2026, 3, 20)),
        ("april 1", date(2026, 4, 1)),
    ],
)
def test_a_promise_holds_for_two_days_after_it(text: str, day: date) -> None:
    outcome = promise_to_pay.respond(make_context(f"i'll pay {text}", "promise_to_pay"))
    assert held_until(outcome) == day + timedelta(days=2)
    assert outcome.says[0].values["day"] == day


def test_no_day_is_asked_for() -> None:
    outcome = promise_to_pay.respond(make_context("i will pay soon", "promise_to_pay"))
    assert outcome.question == DAY
    assert facts(outcome) == []


def test_payday_is_asked_for_once() -> None:
    text = "when i get paid"
    first = promise_to_pay.respond(make_context(text, "promise_to_pay"))
    second = promise_to_pay.answer(make_context(text, "promise_to_pay", memory=asked(DAY)), DAY)
    assert keys(first) == ["promise_payday"]
    assert keys(second) == ["promise_open"]
    assert held_until(second) == date(2026, 3, 27)


def test_more_than_sixty_days_away_is_offered_a_plan() -> None:
    outcome = promise_to_pay.respond(make_context("i can pay on june 20", "promise_to_pay"))
    assert keys(outcome) == ["promise_far"]
    assert facts(outcome) == []


def test_the_rest_is_what_the_first_sum_leaves() -> None:
    text = "20 today and the rest on the first"
    outcome = promise_to_pay.respond(make_context(text, "pay_now+promise_to_pay"))
    assert outcome.says[0].values["amount"] == Money(20000)


def test_who_is_unknown_hears_no_amount() -> None:
    outcome = promise_to_pay.respond(unknown("i can pay 50 on friday", "promise_to_pay"))
    assert keys(outcome) == ["promise_noted"]


def test_later_without_a_day_is_a_week() -> None:
    outcome = remind_later.respond(make_context("not now", "remind_later"))
    assert outcome.says[0].values["day"] == TODAY + timedelta(days=7)


@given(st.integers(2, 60))
def test_a_reminder_waits_until_the_day_before_the_one_named(days: int) -> None:
    day = TODAY + timedelta(days=days)
    text = f"text me on {day:%B} {day.day}"
    outcome = remind_later.respond(make_context(text, "remind_later"))
    assert held_until(outcome) == day - timedelta(days=1)
    hold, asked_for = outcome.facts
    assert hold == OpenHold(HoldKind.PROMISE, until=day - timedelta(days=1))
    assert isinstance(asked_for, AskText)
    assert asked_for.due_at.date() == day


def with_payday(text: str, rule: str) -> Outcome:
    person = replace(ALICE, paydays={"payday": rule})
    return promise_to_pay.respond(make_context(text, "promise_to_pay", person=person))


def test_a_remembered_payday_is_said_back_for_a_yes() -> None:
    outcome = with_payday("when i get paid", "every_two_weeks;2026-02-27;;0")
    assert keys(outcome) == ["promise_payday_known"]
    assert held_until(outcome) == date(2026, 3, 15)


def test_a_single_payday_gone_by_is_asked_for_again() -> None:
    assert keys(with_payday("when i get paid", ";2026-03-06;;0")) == ["promise_payday"]
