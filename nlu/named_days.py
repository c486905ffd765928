"""The day a text names, gone by or to come: what an evaluation asks, and no promise needs."""

from datetime import date

from nlu.amounts import find_named
from nlu.contact import find_emails, find_links, find_phones
from nlu.counts import find_counts, find_frequencies
from nlu.dates import first_named
from nlu.entities import LONGEST
from nlu.normal import MONEY, OTHER, PERIOD
from nlu.reading import read
from nlu.times import find_times


def named_day(text: str, today: date, language: str | None = None) -> date | None:
    """The first one; None where none is named, or only one the patient knows ("payday")."""
    left = read(text[:LONGEST], language)
    for find in (find_emails, find_links, find_phones):
        left = left.masked(find(left), OTHER)
    left = left.masked(find_named(left), MONEY)
    left = left.masked(find_times(left), OTHER)
    periods, counts = find_frequencies(left), find_counts(left)
    return first_named(left.masked(periods, PERIOD).masked(counts, OTHER), today)
