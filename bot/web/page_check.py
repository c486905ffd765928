"""The page's check: a birth date or a ZIP, three tries a day, never a word on which was wrong."""

from dataclasses import dataclass
from datetime import date, timedelta

from bot.rules.identity import STANDARD, IdentityPolicy, matches, tries_left
from bot.store import pages
from bot.web.here import runtime
from bot.web.visit import Visit
from nlu.birth import parse_birth_date, parse_zip

ONE_IS_ENOUGH = IdentityPolicy(required=frozenset())
"""The link itself came to the patient's own phone: it is the other factor."""


@dataclass(frozen=True)
class Answer:
    birth_date: date | None
    zip: str | None


def told(text: str, today: date) -> Answer | None:
    """None: neither a birth date nor a ZIP can be read in it, which costs no try."""
    answer = Answer(parse_birth_date(text, today), parse_zip(text))
    return None if answer == Answer(None, None) else answer


def passes(here: Visit, answer: Answer) -> bool:
    """Recorded either way. A right answer after too many wrong ones is not even looked at."""
    practice_id, patient_id = here.practice.id, here.patient.id
    since = here.now - timedelta(hours=STANDARD.window_hours)
    with runtime().database.transaction(practice_id) as rows:
        pages.lock_person(rows, practice_id, patient_id)
        failures = pages.failed_checks(rows, practice_id, patient_id, since)
        if not tries_left(failures, here.now, STANDARD):
            return False
        passed = matches(answer.birth_date, answer.zip, here.patient, ONE_IS_ENOUGH)
        pages.record_check(rows, practice_id, patient_id, here.request.id, passed, here.now)
        return passed
