"""Asked back twice at most, each time in other words; then a person."""

from dataclasses import replace

import pytest

from actions import out_of_scope
from actions._choices import CHOICES, PERSON, USUAL
from bot.action import Context, Memory, Question
from nlu.understanding import Decision, Intent
from tests.factories import facts, keys, unknown


def unclear(tried: int, *guesses: str, **changes: object) -> Context:
    context = unknown("hmm", memory=Memory(introduced=True, clarifications=tried), **changes)
    ranking = tuple(Intent(name, 0.3) for name in guesses)
    heard = replace(context.understanding, decision=Decision.CLARIFY, ranking=ranking)
    return replace(context, understanding=heard)


def offered(context: Context) -> list[str]:
    question = out_of_scope.respond(context).question
    assert question is not None
    choices = question.about["choices"]
    assert isinstance(choices, list)
    return choices


def test_the_first_time_three_choices_are_given() -> None:
    assert len(offered(unclear(0, "pay_now", "set_up_plan"))) == 3


def test_a_guess_that_is_hardly_likely_is_not_offered() -> None:
    context = unclear(0)
    ranking = (Intent("opt_out", 0.05), Intent("request_statement", 0.05))
    heard = replace(context.understanding, ranking=ranking)
    assert offered(replace(context, understanding=heard)) == [*USUAL[:2], PERSON]


@pytest.mark.parametrize(("told", "first"), [
    ("explain_charged", "dispute_charge"), ("pay_link_part", "set_up_plan"),
    ("plan_agreed", "change_plan"), ("plan_offer", "set_up_plan"), ("you_are_welcome", USUAL[0]),
])  # fmt: skip
def test_what_was_just_told_says_what_may_be_meant(told: str, first: str) -> None:
    context = unclear(0)
    memory = replace(context.memory, last_keys=(told,))
    assert offered(replace(context, memory=memory))[0] == first


def test_the_second_time_it_narrows_in_other_words() -> None:
    assert len(offered(unclear(1, "pay_now"))) == 2
    assert keys(out_of_scope.respond(unclear(1))) != keys(out_of_scope.respond(unclear(0)))


def test_the_third_time_a_person_is_fetched() -> None:
    assert facts(out_of_scope.respond(unclear(2))) == ["FetchPerson"]


def test_who_waits_for_a_person_already_is_asked_nothing() -> None:
    outcome = out_of_scope.respond(unclear(0, handed_off=True))
    assert keys(outcome) == ["added_for_person"]
    assert not outcome.clarifies


@pytest.mark.parametrize(("asked", "guesses", "made_true"), [
    (0, 1, []), (1, 1, ["FetchPerson"]), (0, 0, ["FetchPerson"]),
])  # fmt: skip
def test_where_a_person_is_the_cheapest_one_is_fetched_after_one_question(
    asked: int, guesses: int, made_true: list[str]
) -> None:
    context = unclear(asked, *["pay_now"] * guesses)
    heard = replace(context.understanding, decision=Decision.PERSON)
    assert facts(out_of_scope.respond(replace(context, understanding=heard))) == made_true


@pytest.mark.parametrize("intent", sorted(CHOICES))
def test_a_guess_is_among_the_choices(intent: str) -> None:
    assert CHOICES[intent] in {CHOICES[name] for name in offered(unclear(0, intent))}


def test_a_choice_by_its_place_is_taken_up_with_what_was_first_said() -> None:
    about = {"choices": ["pay_now", "set_up_plan"], "text": "hmm"}
    question = Question("which_choice", "out_of_scope", about)
    outcome = out_of_scope.answer(unknown("2"), question)
    assert outcome is not None
    assert [(wish.intent, wish.text) for wish in outcome.wishes] == [("set_up_plan", "hmm")]


@pytest.mark.parametrize(("text", "place"), [
    ("1", 0), ("2.", 1), ("#3", 2), ("the first one", 0), ("lo primero", 0), ("la última", 2),
    ("one please", 0), ("1/1/1980", None), ("1 month", None), ("2 50", None), ("1.50", None),
])  # fmt: skip
def test_a_place_is_only_said_by_itself(text: str, place: int | None) -> None:
    choices = ["ask_balance", "pay_now", "set_up_plan"]
    question = Question(out_of_scope.WHICH, "out_of_scope", {"choices": choices, "text": "hmm"})
    outcome = out_of_scope.answer(unknown(text), question)
    chosen = [wish.intent for wish in outcome.wishes] if outcome else []
    assert chosen == ([] if place is None else [choices[place]])
