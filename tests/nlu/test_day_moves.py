"""A day told by the one that stands."""

from datetime import date

import pytest

from nlu.day_moves import day_after_that, day_instead

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
