"""A bare value answers the open question; words of its own keep their meaning."""

from datetime import date

import pytest

from nlu.context import in_context, told_apart
from nlu.entities import find_entities
from nlu.understanding import Intent

TODAY = date(2026, 3, 11)
HEARD = (Intent("out_of_scope", 0.5), Intent("wrong_person", 0.5))


def answered(text: str, question: str | None) -> str:
    return in_context(HEARD, text, find_entities(text, TODAY, None), question)[0].name


@pytest.mark.parametrize(
    ("text", "question", "meant"),
    [
        ("the 15th", "promise_date", "promise_to_pay"),
        ("maybe friday", "Which day could you pay?", "promise_to_pay"),
        ("el viernes", "¿Qué día puede pagar?", "promise_to_pay"),
        ("40 a month", "agree_plan", "set_up_plan"),
        ("15th", "agree_plan", "set_up_plan"),
        ("50", "pay_amount", "pay_now"),
        ("last tuesday", "When did you make that payment?", "already_paid"),
        ("the 61.50", "dispute_which", "dispute_charge"),
        ("feb 3", "which_bill", "explain_charge"),
        ("unos 60 dolares", "¿Cuánto quiere pagar?", "pay_now"),
    ],
)
def test_a_bare_value_answers_the_question(text: str, question: str, meant: str) -> None:
    assert answered(text, question) == meant


@pytest.mark.parametrize(
    ("text", "question"),
    [
        ("3 de nov del 80", "¿Cuál es su fecha de nacimiento?"),
        ("nov 3 1980", "identity"),
        ("60 bucks", "next_step"),
        ("sent 50 friday", "How much would you like to pay?"),
        ("appt's friday at 2 right?", "promise_date"),
        ("who is this", "pay_amount"),
        ("50", None),
    ],
)
def test_other_words_and_other_questions_bend_nothing(text: str, question: str | None) -> None:
    assert answered(text, question) == "out_of_scope"


@pytest.mark.parametrize(
    ("text", "best", "meant"),
    [
        ("actually ill just pay 50", "promise_to_pay", "pay_now"),
        ("pay it all on the 1st", "pay_now", "promise_to_pay"),
        ("le doy 60 el lunes", "pay_now", "promise_to_pay"),
        ("pago hoy", "promise_to_pay", "pay_now"),
    ],
)
def test_a_day_tells_paying_later_from_paying_now(text: str, best: str, meant: str) -> None:
    other = "pay_now" if best == "promise_to_pay" else "promise_to_pay"
    ranking = (Intent(best, 0.6), Intent(other, 0.5), Intent("cancel", 0.1))
    first = told_apart(ranking, find_entities(text, TODAY, None), TODAY)[0]
    assert (first.name, round(first.confidence, 2)) == (meant, 0.8)


@pytest.mark.parametrize("ranking", [
    (Intent("pay_now", 0.95), Intent("promise_to_pay", 0.5)),
    (Intent("pay_now", 0.6), Intent("cancel", 0.3), Intent("promise_to_pay", 0.2)),
])  # fmt: skip
def test_what_is_sure_or_of_another_kind_stays(ranking: tuple[Intent, ...]) -> None:
    assert told_apart(ranking, find_entities("friday", TODAY, None), TODAY) == ranking
