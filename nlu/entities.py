"""Everything concrete in one text: each reader takes its words out of the next one's way."""

import re
from datetime import date

from nlu.amounts import Sum, amounts, find_bare, find_named
from nlu.contact import find_emails, find_links, find_phones
from nlu.counts import find_counts, find_frequencies, first_day, is_own_pay
from nlu.dates import find_dates, mentions
from nlu.insurers_sums import find_insurers
from nlu.items import find_item, find_language
from nlu.normal import MONEY, OTHER, PERIOD, Mention, Normal, fold
from nlu.reading import read
from nlu.relative import find_relatives
from nlu.times import find_times
from nlu.understanding import Entities

LONGEST = 2_000  # letters: a text and what was joined to it; the rest of a longer one is not read


_OF_A_WHOLE = re.compile(  # "150 of the 220": the part is the sum that is meant
    r"\$?(?<![\d/.])(?P<part>\d{1,5}(?:\.\d\d)?)(?: dollars| bucks| dolares)? (?:of|out of|off|de) "
    r"(?:the|my|that|those|these|los|las|mis|esos|ese) \$?\d{2,6}(?:\.\d\d)?"
    r"(?![\d/%]|st\b|nd\b|rd\b|th\b| ?(?:payments?|pagos|months|days|meses|dias))"
)


def find_entities(text: str, today: date, language: str | None) -> Entities:
    """Days resolve from the patient's `today`; `language` None reads both English and Spanish."""
    text = text[:LONGEST]
    said = read(text, language).rewritten(_OF_A_WHOLE, lambda match: f"${match['part']} ")
    emails = find_emails(fold(text))
    phones = find_phones(said)
    left = said.masked(find_emails(said), OTHER).masked(find_links(said), OTHER)
    left = left.masked(phones, OTHER).masked(find_insurers(left), OTHER)
    named = find_named(left)
    left = left.masked(named, MONEY)
    times = find_times(left)
    left = left.masked(times, OTHER)
    periods = find_frequencies(left)
    counts = find_counts(left)
    days, left = find_dates(left.masked(periods, PERIOD).masked(counts, OTHER), today)
    own = [period for period in periods if not is_own_pay(said, period)]
    return Entities(
        amounts=amounts(said, _sums(left, named), periods),
        dates=tuple(mentions(said, days, text)),
        count=counts[0].value if counts else None,
        frequency=own[0].value if own else None,
        first_on=first_day(said, own[0], today) if own else None,
        time_of_day=_as_said(said, times, text),
        phone=phones[0].value if phones else None,
        email=emails[0].value if emails else None,
        line_item=find_item(left),
        language=find_language(said),
    )


def _sums(left: Normal, named: list[Mention[int]]) -> list[Mention[Sum]]:
    relatives = find_relatives(left)
    bare = find_bare(left.masked(relatives, OTHER))
    exact = [Mention(m.start, m.end, Sum(cents=m.value)) for m in (*named, *bare)]
    return exact + [Mention(m.start, m.end, Sum(relative=m.value)) for m in relatives]


def _as_said(said: Normal, times: list[Mention[str]], text: str) -> str | None:
    if not times:
        return None
    start, end = said.origin(times[0].start, times[0].end)
    return text[start:end].strip().lower()
