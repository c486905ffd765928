"""Who somebody is: a birth date and a zip code in whatever shape they are written."""

import re
from collections.abc import Iterator
from datetime import date

from nlu.date_words import MONTHS
from nlu.days import valid
from nlu.reading import read

OLDEST_YEAR = 1900
NEWEST_SHORT_YEAR = 25  # without a today to judge by, "26" to "99" are the last century's
GROWN_YEARS = 15  # nearer days tell of a payment or a visit
_ALONE = re.compile(r"(?:(?:el|la|es|naci|its|it's|born|dob|fecha|de|nacimiento|on|the)\b\W*)*")
_MONTH = rf"(?P<name>{'|'.join(MONTHS)}|mayo)\.?"
_YEAR = r"(?P<y>(?:19|20)\d\d|'?\d\d)(?!\d)"
_SHAPES = [
    re.compile(pattern)
    for pattern in (
        r"(?<!\d)(?P<y>(?:19|20)\d\d) ?[-/. ] ?(?P<m>\d{1,2}) ?[-/. ] ?(?P<d>\d{1,2})(?!\d)",
        rf"(?<!\d)(?P<m>\d{{1,2}}) ?[-/., ] ?(?P<d>\d{{1,2}}) ?[-/., ] ?{_YEAR}",
        rf"\b{_MONTH} ?-?(?:the )?(?P<d>\d{{1,2}})(?!\d)(?:st|nd|rd|th)?,? ?-?(?:of )?,?(?:del? )?"
        rf"{_YEAR}",
        rf"(?<!\d)(?P<d>\d{{1,2}})(?:st|nd|rd|th)? ?[-/]?(?:of |de )?{_MONTH},? ?[-/]?(?:del? "
        rf")?{_YEAR}",
        rf"(?<!\d)(?P<d>\d{{1,2}}) del? (?P<m>\d{{1,2}}) del? {_YEAR}",
        r"(?<!\d)(?P<m>\d\d)(?P<d>\d\d)(?P<y> ?(?:19|20)\d\d|\d\d)(?!\d)",
        r"(?<!\d)(?P<y>(?:19|20)\d\d)(?P<m>\d\d)(?P<d>\d\d)(?!\d)",
        r"(?<!\d)(?P<m>\d)(?P<d>\d\d)(?P<y>(?:19|20)\d\d)(?!\d)",
    )
]
_BIRTH = re.compile(
    r"\b(?:dob|d\.o\.b|born|b(?:irth)? ?-?day|cumple\w*|birth ?date|date of birth|naci\w*|nac)\b"
)
_ZIP = re.compile(r"(?<![\d$/.-])(\d{5})(?:[ -]?\d{4})?(?![\d/]|[.,-]\d)")


def parse_birth_date(text: str, today: date | None = None) -> date | None:
    """US order, month first; a first number above 12 is the day. Never after `today`."""
    return next((born for _, born in _found(read(text).text, today)), None)


def birth_dates(text: str, today: date) -> tuple[date, ...]:
    """Every one that is told, each once, in the order of the shapes."""
    said = read(text).text
    found: list[tuple[re.Match[str], date]] = []
    for match, born in _found(said, today):
        inside = any(m.start() < match.end() and match.start() < m.end() for m, _ in found)
        if not inside:
            found.append((match, born))
    return tuple(dict.fromkeys(born for _, born in found))


def names_birth(said: str, start: int = 0, end: int | None = None) -> bool:
    """Whether a text made ready for reading speaks of a birth."""
    return _BIRTH.search(said, start, len(said) if end is None else end) is not None


def without_birth_date(text: str, today: date) -> str:
    """What else a text says than a birth date and a ZIP, made ready for reading."""
    said = read(text).text
    for match, _ in _found(said, today):
        said = f"{said[: match.start()]} {said[match.end() :]}"
        break
    return _ZIP.sub(" ", said).strip(" .,;!-")


def is_only_birth_date(text: str, today: date) -> bool:
    """A grown person's, and nothing besides: whatever else it looks like, it is that."""
    found = _ALONE.fullmatch(without_birth_date(text, today))
    born = birth_dates(text, today) if found else ()
    return len(born) == 1 and today.year - born[0].year >= GROWN_YEARS


def parse_zip(text: str) -> str | None:
    """Five digits; zip+4 keeps its first five. The last one named, after any birth date."""
    found = _ZIP.findall(text)
    return found[-1] if found else None


def _found(said: str, today: date | None) -> Iterator[tuple[re.Match[str], date]]:
    for shape in _SHAPES:
        for match in shape.finditer(said):
            born = _day(match, today)
            if born:
                yield match, born


def _day(match: re.Match[str], today: date | None) -> date | None:
    year = _year(match["y"].lstrip("'"), today)
    named = match.groupdict().get("name")
    number = int(match["d"])
    month = MONTHS.index(named.replace("mayo", "may")) + 1 if named else int(match["m"])
    if month > 12:
        month, number = number, month
    born = valid(year, month, number)
    if born is None or year < OLDEST_YEAR or (today and born > today):
        return None
    return born


def _year(written: str, today: date | None) -> int:
    """Two digits are the latest such year not in the future."""
    written = written.strip()
    if len(written) == 4:
        return int(written)
    short = int(written)
    newest = today.year % 100 if today else NEWEST_SHORT_YEAR
    return 2000 + short if short <= newest else 1900 + short
