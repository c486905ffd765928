"""A day told by the one that stands."""

from datetime import date

import pytest

from nlu.day_moves import asks_own_days, asks_rest, day_after_that, day_instead, moved_of_two

STANDS = date(2026, 12, 4)
TODAY = date(2026, 11, 25)


@pytest.mark.parametrize(("text", "on"), [
    ("the friday after", "2026-12-11"), ("actually the following friday", "2026-12-11"),
    ("a week later", "2026-12-11"), ("make it two weeks later", "2026-12-18"),
    ("el otro viernes", "2026-12-11"), ("el siguiente", "2026-12-11"),
    ("este viernes es el de la renta. seria el otro viernes", "2026-12-11"),
    ("el viernes siguiente", "2026-12-11"), ("una semana despues", "2026-12-11"),
    ("the day after", "2026-12-05"), ("one month later", "2027-01-04"),
])  # fmt: skip
def test_it_is_counted_from_the_day_that_stands(text: str, on: str) -> None:
    assert day_after_that(text, STANDS) == date.fromisoformat(on)


@pytest.mark.parametrize("text", [
    "the friday after thanksgiving", "the friday after next", "the day after tomorrow",
    "friday after 5", "friday after work", "two weeks ago", "after friday", "the next bill",
    "otro pago", "the other one", "la otra factura", "a week after my surgery", "otra persona",
    "the week after i get paid",
])  # fmt: skip
def test_other_days_are_left_alone(text: str) -> None:
    assert day_after_that(text, STANDS) is None


@pytest.mark.parametrize(("text", "language", "on"), [
    ("actually make it saturday", "en", "2026-11-28"), ("no tuesday", "en", "2026-12-01"),
    ("mejor el sabado", "es", "2026-11-28"), ("perdon el 12", "es", "2026-12-12"),
    ("can i do saturday instead", "en", "2026-11-28"), ("move it to the 3rd", "en", "2026-12-03"),
    ("cambielo al 5 de diciembre", "es", "2026-12-05"),
])  # fmt: skip
def test_another_day_and_hardly_a_word_besides(text: str, language: str, on: str) -> None:
    assert day_instead(text, TODAY, language) == date.fromisoformat(on)


@pytest.mark.parametrize(("text", "language"), [
    ("no martes", "es"), ("el martes no", "es"), ("not tuesday", "en"), ("no tuesdays", "en"),
    ("call me saturday instead", "en"), ("i was there monday", "en"),
    ("make it 50 saturday", "en"), ("no texts saturday", "en"), ("i cant friday", "en"),
    ("change my appointment to monday", "en"), ("no calls monday", "en"),
])  # fmt: skip
def test_more_than_another_day_is_not_one(text: str, language: str) -> None:
    assert day_instead(text, TODAY, language) is None


@pytest.mark.parametrize(("text", "first", "last"), [
    ("change the 1st to the 3rd", "2026-12-03", "2026-12-15"),
    ("move the 15th to the 20th", "2026-12-01", "2026-12-20"),
    ("make the second one dec 20", "2026-12-01", "2026-12-20"),
    ("pasar el del 1 al 3", "2026-12-03", "2026-12-15"),
    ("move 2nd to jan 5", "2026-12-01", "2027-01-05"),
])  # fmt: skip
def test_one_of_two_days_is_moved(text: str, first: str, last: str) -> None:
    stand = (date(2026, 12, 1), date(2026, 12, 15))
    moved = (date.fromisoformat(first), date.fromisoformat(last))
    assert moved_of_two(text, stand, TODAY) == moved


def test_the_month_is_that_of_the_day_moved() -> None:
    stand = (date(2026, 4, 3), date(2026, 4, 15))
    moved = moved_of_two("move the 15th to the 20th", stand, date(2026, 3, 11))
    assert moved == (date(2026, 4, 3), date(2026, 4, 20))


@pytest.mark.parametrize("text", [
    "so what are my dates", "what days did i say", "que dias quede", "cuales son mis fechas",
    "what day did i pick", "en que quede",
])  # fmt: skip
def test_their_own_days_are_asked_for(text: str) -> None:
    assert asks_own_days(text)


@pytest.mark.parametrize("text", [
    "what is the date of my visit", "what day was i seen", "when is it due",
    "what day do you need it", "which days are you open", "what date did you see me",
    "que dia abren",
])  # fmt: skip
def test_other_days_are_asked_for(text: str) -> None:
    assert not asks_own_days(text)


def test_the_rest_alone_is_asked_about() -> None:
    assert asks_rest("what about the rest") and asks_rest("y el resto")
    assert not asks_rest("the rest friday") and not asks_rest("pay the rest")
