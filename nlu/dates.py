"""Days in a text, resolved from the patient's today; dateparser only behind our own grammar."""

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from itertools import islice

from nlu.birth import names_birth
from nlu.date_rules import NO_SUCH_DAY, Resolve
from nlu.date_table import RULES
from nlu.date_words import MONTHS, moved
from nlu.days import day_of_month_near
from nlu.denial import undenied
from nlu.normal import DAY, OTHER, Mention, Normal
from nlu.payday import find_paydays
from nlu.reading import read
from nlu.tense import is_past
from nlu.understanding import DateMention

HORIZON = timedelta(days=400)  # nobody promises further; beyond it a number was misread
MOST_DAYS = 12  # nobody means more; beyond it, a text made to keep us busy
OLDEST = timedelta(days=1100)  # a visit still being billed


@dataclass(frozen=True)
class Day:
    """`on` None: `kind` names what the patient waits for ("payday")."""

    on: date | None
    kind: str = ""


Believes = Callable[[str, int, date, date, bool], bool]
_RULES = [(re.compile(pattern), resolve) for pattern, resolve in RULES]
_MONTH_NAMED = re.compile(rf"\b(?:{'|'.join(month for month in MONTHS if month != 'may')})\b")
_LONG_FORM = re.compile(rf"(?:\S+ ){{0,3}}(?:{'|'.join(MONTHS)})\b(?: \S+){{0,4}}")
_IN_FIGURES = re.compile(r"\d[/-]\d+[/-]\d|\b(?:19|20)\d\d$")
_APART = re.compile(r"[.!?;,\n]| (?:and|but|then|y|pero|luego|half|rest|mitad|resto|demas) ")
_BARE_DAY = re.compile(r"\D{0,12}?(\d{1,2})(?:st|nd|rd|th)?\W*$")
_BARE_SPAN = re.compile(
    r"(?:(?!every|for|cada|por|hace)\w+ ){0,3}?"
    r"(\d{1,2}|an?|one|una?) (days?|weeks?|months?)\b(?! ago)"
)


_FIRST_OF_SEVERAL = re.compile(  # "the first on the 20th" is no first of a month
    r"\b(?:the|el|la) 1st(?= (?:(?:to |que )?(?:be|is|was|being|sea|seria|es|on|para|for|el|the)"
    r" )+(?:day )?\d{1,2}(?:st|nd|rd|th)?\b(?! ?(?:dollars|bucks|payments?|[/.]\d\d\b))|"
    rf" (?:on |be |para |for )(?:{'|'.join(MONTHS)}) \d)"
)


def find_dates(said: Normal, today: date) -> tuple[list[Mention[Day]], Normal]:
    """Days meant, in the text's order (past only where told so), and the text without any."""
    firsts = [Mention(m.start(), m.end(), None) for m in _FIRST_OF_SEVERAL.finditer(said.text)]
    said = said.masked(firsts, OTHER)
    found, left = _by_grammar(said, today, _is_likely)
    if not found:
        found = _by_dateparser(left, today)
        left = left.masked(found, DAY)
    waiting = [
        Mention(m.start, m.end, Day(None, m.value))
        for m in find_paydays(left)
        if not any(_close(said.text, m, day) for day in found)
    ]
    found = sorted(found + _distinct(waiting), key=lambda mention: mention.start)
    return undenied(said.text, found), left.masked(found, DAY)


def mentions(said: Normal, found: list[Mention[Day]], text: str) -> Iterator[DateMention]:
    """The same days at their places in the text as it was sent."""
    for mention in found:
        start, end = said.origin(mention.start, mention.end)
        word = mention.value.kind or text[start:end].strip().lower()
        yield DateMention(start, end, mention.value.on, word)


_NOR = re.compile(
    r"\W*(?:(?:y|and|pero|but)\W+)?(?:ni|nor|tampoco|neither)\b(?! mod)"
)  # "ni manana"


def denies_day(text: str, today: date, language: str | None = None) -> bool:
    """ "I can't make the payment on the 18th": a day is named only to be ruled out."""
    days, left = find_dates(read(text, language), today)
    if rules_out_only(text, today, language):
        return True
    return len(re.findall(f"{DAY}+", left.text)) > len(days)


def rules_out_only(text: str, today: date, language: str | None = None) -> bool:
    """ "Ni manana", and no other day beside it."""
    days, left = find_dates(read(text, language), today)
    return len(days) == 1 and _NOR.match(left.text) is not None


def parse_date(text: str, today: date) -> date | None:
    """The day an answer to "when?" names, today or later; None where none is named."""
    said = read(text)
    for mention in find_dates(said, today)[0]:
        if mention.value.on and mention.value.on >= today:
            return mention.value.on
    span = _BARE_SPAN.match(said.text)
    if span:
        number = int(span[1]) if span[1].isdigit() else 1
        return moved(today, number, span[2])
    bare = _BARE_DAY.match(said.text)
    return day_of_month_near(today, int(bare[1]), True) if bare else None


def parse_past_date(text: str, today: date) -> date | None:
    """The day something happened ("i paid on monday"): `today` or before it."""
    said = read(text)
    for pattern, resolve in _RULES:
        for match in pattern.finditer(said.text):
            on = resolve(match, today, False)
            if on and today - OLDEST <= on <= today:
                return on
    return None


def first_named(said: Normal, today: date) -> date | None:
    """The first day named, however far ahead or gone by."""
    found, left = _by_grammar(said, today, _is_named)
    found = undenied(said.text, found or _by_dateparser(left, today))
    return min(found, key=lambda mention: mention.start).value.on if found else None


def _by_grammar(said: Normal, today: date, believes: Believes) -> tuple[list[Mention[Day]], Normal]:
    """What the rules find, and the text with those places masked."""
    found: list[Mention[Day]] = []
    for pattern, resolve in _RULES:
        seen = list(_resolved(pattern, resolve, said, today, believes))
        if not seen:
            continue
        found += (mention for mention in seen if mention.value.on != NO_SUCH_DAY)
        said = said.masked((m for m in seen if m.value.on != NO_SUCH_DAY), DAY)
        said = said.masked((m for m in seen if m.value.on == NO_SUCH_DAY), OTHER)
        if len(found) >= MOST_DAYS:
            break
    return found, said


def _resolved(
    pattern: re.Pattern[str], resolve: Resolve, said: Normal, today: date, believes: Believes
) -> Iterator[Mention[Day]]:
    """Days believed, and NO_SUCH_DAY for what names none but is no amount either."""
    for match in islice(pattern.finditer(said.text), MOST_DAYS):
        ahead = not is_past(said.text, match.start(), match.end())
        on = resolve(match, today, ahead)
        if on is None:
            continue
        if on == NO_SUCH_DAY or believes(said.text, match.start(), on, today, ahead):
            yield Mention(match.start(), match.end(), Day(on))
        elif _IN_FIGURES.search(match.group()):  # a birth date, say
            yield Mention(match.start(), match.end(), Day(NO_SUCH_DAY))


def _is_named(text: str, start: int, on: date, today: date, ahead: bool) -> bool:
    return not names_birth(text, max(0, start - 30), start)


def _is_likely(text: str, start: int, on: date, today: date, ahead: bool) -> bool:
    if not _is_named(text, start, on, today, ahead):
        return False
    if on >= today:
        return on - today <= HORIZON
    told = re.search(
        r"\b(?:ago|last|past|yesterday|ayer|anoche|antier|hace|pasad[oa])\b",
        text[start : start + 40],
    )
    return today - on <= OLDEST and (not ahead or told is not None)


def _by_dateparser(said: Normal, today: date) -> list[Mention[Day]]:
    """Long forms with a month's name that the grammar does not know."""
    fragment = _LONG_FORM.search(said.text) if _MONTH_NAMED.search(said.text) else None
    if not fragment or not re.search(r"\d", fragment.group()):
        return []
    if any(pattern.search(fragment.group()) for pattern, _ in _RULES):
        return []  # read by the grammar, and not believed
    from dateparser.search import search_dates  # half a second: only where it is asked

    seen = search_dates(
        fragment.group(),
        languages=["en", "es"],
        settings={
            "RELATIVE_BASE": datetime.combine(today, time()),
            "PREFER_DATES_FROM": "future",
            "REQUIRE_PARTS": ["day", "month"],
        },
    )
    for words, moment in seen or ():
        start = said.text.find(words)
        if start >= 0 and today <= moment.date() <= today + HORIZON:
            return [Mention(start, start + len(words), Day(moment.date()))]
    return []


def _close(text: str, payday: Mention[str], day: Mention[Day]) -> bool:
    """Nothing between them parts the two: the day tells when the money comes."""
    first, last = sorted(((payday.start, payday.end), (day.start, day.end)))
    return not _APART.search(text, first[1], last[0])


def _distinct(waiting: list[Mention[Day]]) -> list[Mention[Day]]:
    kept: list[Mention[Day]] = []
    for mention in waiting:
        if all(mention.end <= other.start or mention.start >= other.end for other in kept):
            kept.append(mention)
    return kept
