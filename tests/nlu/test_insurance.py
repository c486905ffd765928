"""The name of an insurance and the member id on its card, found in a text."""

import pytest

from nlu.insurance import find_insurance


@pytest.mark.parametrize(
    ("text", "name", "member_id"),
    [
        ("I have Medicaid now", "Medicaid", None),
        ("member ID is WX4471902 group 88, thats the new one", None, "WX4471902"),
        ("my card changed in march, new one is Meridian, id 4471920", "Meridian", "4471920"),
        ("the number is H7731 0425 96. Please put it through that.", None, "H7731 0425 96"),
        ("número de miembro: XQT 88120, grupo 407", None, "XQT 88120"),
        ("estamos con Cigna, número de miembro U4471820", "Cigna", "U4471820"),
        ("medicare 1EG4-TE5-MK73", "medicare", "1EG4-TE5-MK73"),
        ("blue cross blue shield", "blue cross blue shield", None),
        ("call me at 512-555-0133", None, None),
        ("i owe $1200.50 since 3/14/2026", None, None),
        ("my zip is 78701", None, None),
        ("they paid 80 of 300", None, None),
    ],
)
def test_what_is_told_of_an_insurance(text: str, name: str | None, member_id: str | None) -> None:
    found = find_insurance(text)
    assert (found.name, found.member_id) == (name, member_id)
