"""Birth dates, zips, phones, e-mails and the smaller things in a text."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st
from reading_cases import TODAY

from nlu.birth import (
    birth_dates,
    is_only_birth_date,
    parse_birth_date,
    parse_zip,
    without_birth_date,
)
from nlu.contact import parse_email, parse_phone
from nlu.entities import find_entities


@pytest.mark.parametrize("text", [
    "03/14/1982", "3-14-82", "3/14/82", "March 14 1982", "mar 14, 1982", "March 14th, 1982",
    "14 de marzo de 1982", "1982-03-14", "031482", "03141982", "14 march 82", "3 14 82",
    "its 3.14.1982 zip 78701", "nací el 14 de marzo de 1982", "march fourteenth 1982",
    "14/03/1982", "0314 1982", "14/marzo/1982", "naci el 14 del 3 del 82",
    "dob 3/14/82, 78701", "14 de marzo del 82", "3/14/'82",
])  # fmt: skip
def test_a_birth_date_is_read_in_any_shape(text: str) -> None:
    assert parse_birth_date(text, TODAY) == date(1982, 3, 14)


@pytest.mark.parametrize("text", [
    "17 ago 64", "17 de ago 64", "17-ago-64", "17ago64", "ago 17 1964", "Ago-17-64",
    "17 AGO. 1964", "el 17 ago del 64",
])  # fmt: skip
def test_a_brief_spanish_month_is_read(text: str) -> None:
    assert parse_birth_date(text, TODAY) == date(1964, 8, 17)
    assert is_only_birth_date(text, TODAY)


@pytest.mark.parametrize("text", [
    "2 weeks ago 50 dollars", "3 days ago", "i paid 17 ago 50 dollars", "2 years ago 2024",
    "set 50 aside", "hace 2 ago",
])  # fmt: skip
def test_ago_is_no_month_elsewhere(text: str) -> None:
    assert parse_birth_date(text, TODAY) is None


@pytest.mark.parametrize("text", [
    "3/14/1980 how much", "gladys, may 2 1941", "paid 11/20/26", "3/14/2024", "jan 5",
    "6/1/1979 and 5/3/1980",
])  # fmt: skip
def test_more_than_a_birth_date_is_not_one_alone(text: str) -> None:
    assert not is_only_birth_date(text, TODAY)


def test_a_childs_and_a_parents_are_both_read() -> None:
    told = birth_dates("my son leo 6/1/2015, im rosa 5/3/1980", TODAY)
    assert told == (date(2015, 6, 1), date(1980, 5, 3))


@pytest.mark.parametrize(("text", "rest"), [
    ("5 de mayo de 1985", ""), ("3/14/82", ""), ("10/10/99 how much", "how much"),
    ("zip 78701", "zip"), ("gladys, may 2 1941.", "gladys"),
])  # fmt: skip
def test_what_is_said_besides_is_kept(text: str, rest: str) -> None:
    assert without_birth_date(text, TODAY) == rest


@pytest.mark.parametrize("text", ["hello", "50", "february 30 1982", "3/14", "03/14/2030"])
def test_what_is_no_birth_date_is_none(text: str) -> None:
    assert parse_birth_date(text, TODAY) is None


@given(st.dates(date(1927, 1, 1), TODAY))
def test_two_digit_years_are_the_latest_not_in_the_future(born: date) -> None:
    assert parse_birth_date(born.strftime("%m/%d/%y"), TODAY) == born


@given(
    st.dates(date(1900, 1, 1), TODAY),
    st.sampled_from(["%m/%d/%Y", "%Y-%m-%d", "%B %d %Y", "%d %B %Y"]),
)
def test_every_birthday_is_read_back(born: date, shape: str) -> None:
    assert parse_birth_date(born.strftime(shape), TODAY) == born


@pytest.mark.parametrize(("text", "expected"), [
    ("78701", "78701"), ("its 78701-1234", "78701"), ("dob 12/25/1970, 10001", "10001"),
    ("415-555-1234", None), ("$12345", None), ("1234", None), ("6/1/2005 and 78701", "78701"),
])  # fmt: skip
def test_a_zip_has_five_digits(text: str, expected: str | None) -> None:
    assert parse_zip(text) == expected


@pytest.mark.parametrize("text", [
    "415-555-1234", "(415) 555-1234", "4155551234", "+1 415 555 1234", "415.555.1234",
    "my new number is 415 555 1234 thanks", "1-415-555-1234",
])  # fmt: skip
def test_a_phone_is_read_as_e164(text: str) -> None:
    assert parse_phone(text) == "+14155551234"


@pytest.mark.parametrize("text", ["12/5/2026", "$4155551234", "call me", "78701-1234"])
def test_other_digits_are_no_phone(text: str) -> None:
    assert parse_phone(text) is None


@pytest.mark.parametrize(("text", "expected"), [
    ("send it to Jane.Doe@gmail.com please", "jane.doe@gmail.com"),
    ("jane at gmail dot com", "jane@gmail.com"), ("no email", None),
])  # fmt: skip
def test_an_email_is_read(text: str, expected: str | None) -> None:
    assert parse_email(text) == expected


@pytest.mark.parametrize(("text", "field", "expected"), [
    ("call me after 5", "time_of_day", "after 5"),
    ("mornings are best", "time_of_day", "mornings"),
    ("call me between 2 and 4", "time_of_day", "between 2 and 4"),
    ("puedo por la tarde", "time_of_day", "por la tarde"),
    ("why was the blood work so much", "line_item", "lab"),
    ("la radiografía no es mía", "line_item", "x-ray"),
    ("en español por favor", "language", "es"),
    ("no hablo ingles", "language", "es"),
    ("english please", "language", "en"),
])  # fmt: skip
def test_smaller_things_are_found(text: str, field: str, expected: str) -> None:
    assert getattr(find_entities(text, TODAY, None), field) == expected
