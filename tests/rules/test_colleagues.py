"""A first name out of what an account is called."""

import pytest

from bot.rules.colleagues import first_name

CASES = {
    "Ana": "Ana", "Ana Lopez": "Ana", "Dr. Priya Raman": "Priya", "Dra. María José Paz": "María",
    "Ana.Lopez": "Ana", "Jean-Luc Petit": "Jean-Luc", "O'Neil Brown": "O'Neil", "maria2": "maria",
    "": None, "  ": None, "Front Desk": None, "billing team": None, "Admin": None, "42": None,
    "Wolfeschlegelsteinhausen": None,
}  # fmt: skip


@pytest.mark.parametrize(("called", "name"), CASES.items())
def test_a_first_name_is_found_or_there_is_none(called: str, name: str | None) -> None:
    assert first_name(called) == name
