"""A code that proves the phone on file is at hand: how long it is good and how often it is sent."""

import re
from datetime import timedelta

CODE_LIVES = timedelta(minutes=10)
MOST_TRIES = 3
"""Wrong codes that end a code."""
MOST_CHECKS = 3
"""Names and birth dates one visitor may tell in a day."""
MOST_BY_PATIENT = 3
"""Codes a day to one patient's phone: nobody is pestered by whoever knows their birth date."""
MOST_BY_CLIENT = 30
MOST_BY_PRACTICE = 60
"""Checks an hour from one network address, and at one practice."""
DAY, HOUR = timedelta(days=1), timedelta(hours=1)
_CODE = re.compile(r"(?<![\d/.-])(\d{3})[ -]?(\d{3})(?![\d/.-]\d|\d)")


def may_text_code(by_patient: int, by_client: int, by_practice: int) -> bool:
    """`by_patient`: codes of the last day before this; the others: checks of the last hour."""
    return (
        by_patient < MOST_BY_PATIENT
        and by_client <= MOST_BY_CLIENT
        and by_practice <= MOST_BY_PRACTICE
    )


def code_in(text: str) -> str | None:
    """Six digits, alone or among words."""
    found = _CODE.search(text)
    return found[1] + found[2] if found else None
