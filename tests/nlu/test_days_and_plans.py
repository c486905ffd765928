"""Readers of a word or two about plans, days and payments: what fits, and what only sounds so."""

from datetime import date

import pytest

from nlu.all_done import asks_if_all_done
from nlu.bare_bill import names_a_bill_alone, names_a_line_alone
from nlu.day_moves import day_at_the_end, day_to_text, day_waited_for, in_that_week
from nlu.entities import find_entities
from nlu.health import asks_of_health
from nlu.next_payment import asks_next, pays_next
from nlu.one_payment import is_nothing_else, is_once, refuses_plan
from nlu.small_words import is_ok, small_words
from nlu.too_much import is_surprised

TODAY = date(2026, 3, 12)
LINES = ("Office visit", "Blood test", "Sports physical")


@pytest.mark.parametrize(
    "text",
    ["the blood test", "the lab one", "the xray", "el analisis de sangre", "i mean the physical",
     "la del laboratorio", "just the visit one please", "el de los rayos x"],
)  # fmt: skip
def test_a_line_named_alone_is_that_line(text: str) -> None:
    assert names_a_line_alone(text, LINES)
    assert names_a_bill_alone(text, LINES)


@pytest.mark.parametrize("text", ["the bigger one", "la segunda", "the 45 one", "the march one"])
def test_a_bill_may_be_named_by_its_place(text: str) -> None:
    assert names_a_bill_alone(text, LINES)
    assert not names_a_line_alone(text, LINES)


@pytest.mark.parametrize(
    "text",
    ["the blood test came back bad", "when is my blood test", "i need another xray",
     "the blood test hurt", "mi analisis salio mal", "cancel the blood test", "ok thanks",
     "the lab called me", "the xray was wrong", "should i keep taking the pills"],
)  # fmt: skip
def test_more_than_a_name_is_no_name(text: str) -> None:
    assert not names_a_bill_alone(text, LINES)


@pytest.mark.parametrize(
    "text",
    ["is my blood test ok", "should i keep taking the pills", "my xray came back bad",
     "salio bien mi analisis", "debo tomar las pastillas", "when do i get my results"],
)  # fmt: skip
def test_health_is_asked_about(text: str) -> None:
    assert asks_of_health(text)


@pytest.mark.parametrize(
    "text",
    ["what was the blood test for", "how much is the xray", "did insurance cover the lab",
     "is the lab bill paid", "should i pay the lab one first", "de que es el analisis"],
)  # fmt: skip
def test_a_bill_is_no_question_of_health(text: str) -> None:
    assert not asks_of_health(text)


@pytest.mark.parametrize(
    "text",
    ["nah no plan", "i dont want a plan", "no installments", "no quiero plan", "sin plan",
     "not a payment plan", "forget the plan", "no necesito un plan"],
)  # fmt: skip
def test_a_plan_is_refused(text: str) -> None:
    assert refuses_plan(text)


@pytest.mark.parametrize(
    "text",
    ["no, plan for 60 each", "no payments on weekends", "the plan is fine", "no puedo ese plan",
     "no problem", "do you have a plan", "no entiendo el plan", "not sure about the plan",
     "no se que es plan de pagos", "i dont see the plan"],
)  # fmt: skip
def test_a_plan_is_not_refused(text: str) -> None:
    assert not refuses_plan(text)


@pytest.mark.parametrize(
    "text",
    ["what if i do like 50 on the 20th", "que tal si doy 50 el 20", "no plan just 50 on the 20th",
     "can i do 40 on friday"],
)  # fmt: skip
def test_a_sum_on_a_day_is_one_payment(text: str) -> None:
    assert is_once(text, find_entities(text, TODAY, None), TODAY)


@pytest.mark.parametrize(
    "text",
    ["50 a month on the 20th", "first payment of 50 on the 20th", "50 on the 20th and then 50",
     "start with 50 on the 20th", "50 down and the rest on the 20th", "50 cada 20", "50 today",
     "50 el 20 y lo demas luego", "payments of 50 from the 20th", "i paid 50 on the 2nd"],
)  # fmt: skip
def test_several_payments_are_a_plan(text: str) -> None:
    assert not is_once(text, find_entities(text, TODAY, None), TODAY)


def test_hardly_a_word_besides_a_sum_and_a_day() -> None:
    for text, is_bare in (
        ("50 on march 20 yes", True),
        ("si 50 el 20 de marzo", True),
        ("i never agreed to 50 on march 20", False),
        ("why 50 on march 20", False),
    ):
        assert is_nothing_else(text, find_entities(text, TODAY, None), TODAY) is is_bare


@pytest.mark.parametrize(
    "text",
    ["ok so i dont gotta do nothing?", "so im good?", "entonces no tengo que hacer nada?",
     "so nothing more for me to do then?", "am i all set?", "ya quede?",
     "do i need to do anything?",
     "ya no hay que hacer nada verdad?"],
)  # fmt: skip
def test_it_is_asked_whether_all_is_done(text: str) -> None:
    assert asks_if_all_done(text)


@pytest.mark.parametrize(
    "text",
    ["im good", "im good with 50 a month", "no tengo nada", "so im not good?", "are you good?",
     "i dont have anything to pay with?", "so what do i do?", "so i did nothing wrong?",
     "no tengo que pagar nada de eso", "so im good for friday?"],
)  # fmt: skip
def test_nothing_is_asked_of_what_is_left(text: str) -> None:
    assert not asks_if_all_done(text)


@pytest.mark.parametrize(
    "text",
    ["when is my next one", "cuando me toca el otro pago del plan", "whens the next installment",
     "cuando es el que sigue", "que dia toca el siguiente pago"],
)  # fmt: skip
def test_the_next_payment_is_asked_about(text: str) -> None:
    assert asks_next(text)


@pytest.mark.parametrize(
    "text",
    ["when is my next appointment", "cuando me mandan la proxima factura", "when is the next bill",
     "next one please", "when did i pay"],
)  # fmt: skip
def test_another_next_is_not_the_payment(text: str) -> None:
    assert not asks_next(text)


@pytest.mark.parametrize(
    "text",
    ["can i pay that one today", "quiero pagar hoy el pago que sigue",
     "quiero adelantar el que sigue",
     "can i do the next payment now", "puedo hacer el proximo pago ahorita"],
)  # fmt: skip
def test_the_next_payment_is_to_be_paid(text: str) -> None:
    assert pays_next(text)


@pytest.mark.parametrize(
    "text",
    ["i cant make the next payment", "i already paid that one", "move the next one to today",
     "can i pay the next one later", "i dont want to pay that one", "no puedo pagar el que sigue",
     "skip the next payment", "pay it all off", "when do i pay the next one", "pay that bill"],
)  # fmt: skip
def test_the_next_payment_is_not_paid(text: str) -> None:
    assert not pays_next(text)


def test_another_day_in_a_clause_of_its_own() -> None:
    for text in ("ah no mondays my double. tuesday", "uy no el lunes descanso. el martes"):
        assert day_at_the_end(text, TODAY) == date(2026, 3, 17)
    for text in ("tuesday", "no. i paid tuesday", "ok. call me tuesday", "no, monday is a holiday"):
        assert day_at_the_end(text, TODAY) is None


def test_a_day_for_our_next_text() -> None:
    for text in ("que me escribas el martes", "text me tuesday", "escribeme el martes va"):
        assert day_to_text(text, TODAY) == date(2026, 3, 17)
    for text in ("dont text me tuesday", "only text me on tuesdays", "call me tuesday"):
        assert day_to_text(text, TODAY) is None
    for text in ("you texted me on tuesday?", "text me before tuesday", "no me escribas el martes"):
        assert day_to_text(text, TODAY) is None


def test_a_weekday_is_beside_the_day_that_stands() -> None:
    friday, saturday = date(2026, 3, 20), date(2026, 3, 14)
    assert in_that_week(saturday, friday, "saturday") == date(2026, 3, 21)
    assert in_that_week(saturday, friday, "saturday the 14th") == saturday


def test_thanks_for_something_are_thanks() -> None:
    for text in ("thanks for understanding", "gracias por entender", "thank you for your patience"):
        assert small_words(text) == "thank"
    for text in (
        "thanks for nothing",
        "thanks for charging me twice",
        "gracias por cobrarme doble",
    ):
        assert small_words(text) is None


def test_a_small_ending() -> None:
    assert all(map(is_ok, ("alright then", "ok cool", "bueno pues", "va entonces")))
    assert not any(map(is_ok, ("alright friday then", "ok?", "ok pay", "not alright", "thanks")))


def test_time_is_asked_for_until_a_day() -> None:
    for text in ("ok dame chance al 15", "give me till the 15th", "esperame al 15"):
        assert day_waited_for(text, TODAY) == date(2026, 3, 15)
    for text in ("give me a call friday", "dame el link el viernes", "i gave you 50 on friday"):
        assert day_waited_for(text, TODAY) is None


def test_another_sum_is_no_surprise() -> None:
    assert not any(map(is_surprised, ("no 80", "70 bucks", "for 220", "no son 60")))
    assert all(map(is_surprised, ("220?? no way", "wow 220", "como que 220")))
