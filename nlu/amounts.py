"""Money in a text, in cents: named with its sign or word, or a bare number where one is meant."""

import re
from dataclasses import dataclass
from datetime import date

from nlu.amount_words import (
    FOLLOWED,
    LED,
    LINKED,
    NAMED,
    NOT_AFTER,
    NUMBER,
    ONLY,
    PLACE,
    RANGE,
    SHARED,
    UNIT,
)
from nlu.contact import find_phones
from nlu.counts import find_counts, find_frequencies, is_own_pay
from nlu.dates import find_dates
from nlu.insurers_sums import find_insurers
from nlu.normal import MONEY, OTHER, PERIOD, Mention, Normal
from nlu.reading import read
from nlu.relative import find_relatives
from nlu.times import find_times
from nlu.understanding import Amount, Frequency, Relative

_ANY_DAY = date(2024, 1, 1)  # only where days stand matters here, not which they are
MOST_CENTS = 100_000_000  # a million dollars; beyond it, an id or a slip of the finger
ZIP_CENTS = 20_000_00  # a bare number this large is rather a zip or an id


@dataclass(frozen=True)
class Sum:
    """An amount before its period is known: `cents`, or `relative`."""

    cents: int | None = None
    relative: Relative | None = None


def find_named(said: Normal) -> list[Mention[int]]:
    """Cents named as money: "$50", "50 bucks", "50.25"; needs no context."""
    found = [_mention(match, _named_cents(match)) for match in NAMED.finditer(said.text)]
    kept = [mention for mention in found if 0 < mention.value <= MOST_CENTS]
    shared = [
        _mention(m, cents(m["n"]), "n") for m in SHARED.finditer(said.masked(kept, MONEY).text)
    ]
    return kept + shared


def find_bare(said: Normal) -> list[Mention[int]]:
    """Numbers without a sign, where the words around them speak of paying."""
    found: list[Mention[int]] = []
    for match in RANGE.finditer(said.text):
        found += [_mention(match, cents(match[group]), group) for group in ("n", "m")]
    for pattern in (LED, FOLLOWED, LINKED, LINKED):
        said = said.masked(found, MONEY)
        for match in pattern.finditer(said.text):
            if _is_plausible(said.text, match):
                found.append(_mention(match, cents(match["n"]), "n"))
    return found or _alone(said)


def parse_amount(text: str) -> Amount | None:
    """What an answer to "how much?" names; there a bare number is money."""
    said = read(text)
    said = said.masked(find_insurers(said), OTHER)
    periods = find_frequencies(said)
    named = find_named(said)
    left = said.masked(named, MONEY)
    left = left.masked(find_counts(left), OTHER).masked(periods, PERIOD)
    left = left.masked(find_phones(left), OTHER)
    left = left.masked(find_times(left), OTHER).masked(find_counts(left), OTHER)
    _, left = find_dates(left, _ANY_DAY)
    named = named or find_bare(left) or _any_number(left)
    relatives = [] if named else find_relatives(left)
    sums = [Mention(m.start, m.end, Sum(cents=m.value)) for m in named]
    sums += [Mention(m.start, m.end, Sum(relative=m.value)) for m in relatives]
    found = amounts(said, sums, periods)
    return found[0] if found else None


def amounts(
    said: Normal, sums: list[Mention[Sum]], periods: list[Mention[Frequency]]
) -> tuple[Amount, ...]:
    """In the text's order, each with the period said beside it."""
    found = []
    for mention in sorted(sums, key=lambda mention: mention.start):
        start, end = said.origin(mention.start, mention.end)
        value = mention.value
        per = _period(said, mention, sums, periods)
        found.append(Amount(start, end, value.cents, value.relative, per))
    return tuple(found)


def cents(number: str) -> int:
    """ "1,200" and "50,25" both: a comma before three digits parts thousands, else cents."""
    whole = re.sub(r",(?=\d{3}(?!\d))", "", number).replace(",", ".")
    dollars, _, rest = whole.partition(".")
    return int(dollars) * 100 + int((rest + "00")[:2])


def _period(
    said: Normal,
    mention: Mention[Sum],
    sums: list[Mention[Sum]],
    periods: list[Mention[Frequency]],
) -> Frequency | None:
    own = [period for period in periods if not is_own_pay(said, period)]
    for period in own:
        between = said.text[mention.end : period.start]
        if any(mention.end <= other.start < period.start for other in sums):
            continue
        if mention.end <= period.start and len(between) <= 12 and not re.search(r"[.;!?]", between):
            return period.value
    exact = [other for other in sums if other.value.cents]
    return own[0].value if own and exact == [mention] and mention.value.cents else None


def _named_cents(match: re.Match[str]) -> int:
    if match["cents"]:
        return int(match["cents"])
    return cents(match["a"] or match["b"] or match["d"]) + int(match["c"] or 0)


def _mention(match: re.Match[str], value: int, group: str | int = 0) -> Mention[int]:
    return Mention(match.start(group), match.end(group), value)


def _is_plausible(text: str, match: re.Match[str]) -> bool:
    if UNIT.match(text, match.end("n")) or NOT_AFTER.search(text, 0, match.start("n")):
        return False
    number = cents(match["n"])
    is_year = 1990_00 <= number <= 2099_00 and match.group().startswith(("of ", "for ", "de "))
    return 0 < number <= MOST_CENTS and not is_year


def _alone(said: Normal) -> list[Mention[int]]:
    """The whole text is one number: ten dollars or more, and no year."""
    only = ONLY.fullmatch(said.text)
    if not only or not 10_00 <= cents(only["n"]) < 10_000_00:
        return []
    if 1900_00 <= cents(only["n"]) <= 2030_00:
        return []
    return [_mention(only, cents(only["n"]), "n")]


def _any_number(said: Normal) -> list[Mention[int]]:
    for match in re.finditer(rf"{PLACE}(?P<n>{NUMBER})(?![/-]\d)", said.text):
        if _is_plausible(said.text, match) and cents(match["n"]) < ZIP_CENTS:
            return [_mention(match, cents(match["n"]), "n")]
    return []
