"""A day told by the one that stands: "the friday after", "make it saturday", "el siguiente"."""

import re
from datetime import date, timedelta

from nlu.date_words import DAY, SPAN, WEEKDAYS, moved_by_span, said, weekday_said
from nlu.days import add_months, last_of, weekday_near
from nlu.entities import find_entities
from nlu.more_time import after_more_time
from nlu.plan_ask import bare_day, months_named
from nlu.reading import read

_END = (
    r"(?=\W*(?:$|[.,!?;]|please\b|pls\b|instead\b|ok\b|if\b|is\b|will\b|then\b|por favor\b|"
    r"mejor\b|better\b|y\b))"
)
_AFTER = r"(?:right )?after(?:wards?)?(?: (?:that|this)(?: (?:one|1))?)?"
_NAMES = "|".join(WEEKDAYS)
_WEEKDAY = re.compile(
    rf"\b{DAY} {_AFTER}{_END}|\bfollowing (?P<day2>{_NAMES})\b|"
    rf"\b(?:otro|(?:el |al )siguiente) (?P<day3>{_NAMES})\b|"
    rf"\b(?P<day4>{_NAMES}) (?:siguiente|que sigue|de despues)\b"
)
_SPAN = re.compile(
    rf"\b{SPAN} (?:later|{_AFTER}|mas tarde|despues|mas){_END}|"
    r"\b(?:the |el |la )(?P<unit>day|week|month) (?:after(?: (?:that|this)(?: one)?)?|de despues)"
    rf"{_END}"
)
_NEXT_ONE = re.compile(
    r"(?:\W*\b(?:no|ok|okay|mejor|bueno|entonces|pues|actually|make it|move it to|sino|seria|"
    r"para|hasta|lets do|how about|que sea|paselo|muevalo|y|and)\b)*\W*"
    r"(?:(?:the|el|al) )?(?:siguiente|de despues|otro|following (?:one|1)|"
    r"(?:one|1) after(?: that)?|next (?:one|1) after(?: that)?)"
    r"(?:\W+(?:please|pls|por favor|then|mejor|instead))*\W*"
)
_OWN_DAYS = re.compile(
    r"\b(?:what|which|when)(?: \w+){0,2}? (?:my|the|those|these) (?:days?|dates?)\b"
    r"(?! (?:of|it|is))|"
    r"\b(?:what|which) (?:days?|dates?) (?:did|have) (?:i|we|you)\b"
    r"(?! (?:see|owe|go|bill|send|get))|"
    r"\b(?:when|what) did i (?:say|promise|tell you|pick|choose|agree)\b|"
    r"\b(?:que|cuales) (?:days?|fechas?|dias?) (?:le |les )?(?:dije|quede|quedamos|puse|prometi|"
    r"escogi|anot\w+|tengo)\b|\bcuales (?:son|eran) (?:mis|las) (?:fechas|days|dias)\b|"
    r"\b(?:en|a) que quede\b|\bcuando (?:le |les )?(?:dije|quede|prometi)\b|"
    r"\bcuando (?:me )?toca(?:n)? (?:los|mis)? ?(?:pagos|payments)\b"
)
_THE_REST = re.compile(
    r"\W*(?:(?:ok|and|y|so|but|pero|what about|how about|que pasa con|what happens (?:to|with)|"
    r"que hay (?:con|de)|cuando|when (?:is|do i pay)) )*(?:the rest|the remainder|the remaining\w*|"
    r"whats? left|(?:el|lo) (?:resto|restante)|lo demas|lo que (?:falta|queda))\W*"
)
_MOVES = re.compile(
    r"\b(?:change|move|switch|push|swap|shift|make|put|cambi\w+|muev\w+|mov\w+|pas\w+|pong\w+)\b"
)
_SECOND = re.compile(r"\b(?:second|2nd|other|last|later|segund[oa]|otr[oa]|ultim[oa])\b")
_THEN = re.compile(
    r"\b(?:then|(?:on |by )?that (?:day|date)|ese day|ese dia|esa fecha|entonces)\W*$"
)
_FEW_WORDS = 9
_CLAUSE = re.compile(r"[.,;!\n]+|\b(?:but|pero|sino|mejor|better|actually|rather)\b", re.IGNORECASE)
_RULED_OUT = re.compile(
    r"\b(?:no|not|nah|nope|wait|oops|sorry|cant|can't|wont|won't|espere|espera|uy|perdon|ay)\b"
)
_TEXT_ME = re.compile(
    r"\b(?:text|write|message|msg|hit|ping|remind|contact|reach|txt) (?:me|us|back)\b|"
    r"\b(?:me|nos) (?:escrib\w+|mand\w+|text\w+|recuerd\w+|avis\w+|busc\w+|busqu\w+|contact\w+)\b|"
    r"\b(?:escrib|recuerd|avis|textee|busqu|contacte|mand)\w*(?:me|nos)\b"
)
_LIMITS = re.compile(
    r"\?|\b(?:no|not|dont|don't|never|nunca|only|just|solo|solamente|nomas|every|each|cada|todos|"
    r"after|before|between|despues|antes|entre|until|till?|hasta|days|pay\w*|pag\w+|call\w*|llam\w+|"
    r"\w+days|sabados|domingos|los)\b"
)
_GIVE_TIME = re.compile(
    r"\b(?:can|could|may) (?:i|we|it|this|that) (?:please )?wait (?:until|till?|til|to)\b|"
    r"\b(?:give|gimme|grant|allow|let|can i have|could i have) (?:me |us )?(?:have )?"
    r"(?:(?:some|more|a little|time|a|chance) )*(?:until|till?|til|to)\b|"
    r"\b(?:da|de|den|dan|dar)(?:me|nos)\b.{0,20}\b(?:chance|chanza|tiempo|oportunidad|hasta|"
    r"plazo|until|time)\b|\bme (?:da|dan|das)\b.{0,12}\b(?:chance|chanza|tiempo|hasta|plazo)\b|"
    r"\b(?:aguant|esper)(?:e|en|a)(?:me|nos)\b|\bme (?:aguant|esper)(?:a|an|as)\b"
)
_MOVING_WORDS = """actually make instead rather change move switch push meant mejor cambie cambielo
cambia mueva muevalo pase paselo perdon digo quise pongalo wait espere espera oops nvm nevermind"""
_MOVING = frozenset(_MOVING_WORDS.split())
_AROUND_WORDS = """no nah nope oh ok okay wait sorry i mean it that this on to for lets let's do can
we you could please pls plz the el la espere bueno ay ponga al a para que sea por favor put me si y
and how about day dia un then entonces better is works promise date payment my pago fecha mi ill
i'll pay lo le decir up till til until hasta pagar pagarlo puedo"""
_AROUND = _MOVING | frozenset(_AROUND_WORDS.split())


def day_after_that(text: str, stands: date, language: str | None = None) -> date | None:
    """The day named by the one that `stands`; None where it is not named so."""
    heard = read(text, language).text
    weekday = _WEEKDAY.search(heard)
    if weekday:
        return weekday_near(stands, weekday_said(weekday), True)
    span = _SPAN.search(heard)
    if span and said(span, "span"):
        return moved_by_span(stands, said(span, "span"), 1)
    if span and said(span, "unit") == "month":
        return add_months(stands, 1)
    if span:
        return stands + timedelta(days=1 if said(span, "unit") == "day" else 7)
    if _NEXT_ONE.fullmatch(heard):
        return stands + timedelta(days=7)
    return after_more_time(text, stands, language)


def day_instead(
    text: str, today: date, language: str | None = None, *, needs_word: bool = True
) -> date | None:
    """A day and hardly a word besides; `needs_word`: one of them says that it is another."""
    if language != "es":
        text = re.sub(r"^\W*(?:no|nah|nope)\b\W*(?=\w)", "actually ", text, flags=re.IGNORECASE)
    found = find_entities(text, today, language)
    days = [day for day in found.dates if day.on and day.on > today]
    if len(days) != 1 or len(found.dates) != 1 or found.amounts or found.time_of_day:
        return None
    rest = f"{text[: days[0].start]} {text[days[0].end :]}"
    words = re.findall(r"[a-z']+|\d+", read(rest, language).text)
    is_other = not needs_word or bool(_MOVING & set(words))
    return days[0].on if is_other and set(words) <= _AROUND else None


def day_at_the_end(text: str, today: date, language: str | None = None) -> date | None:
    """ "Ah no mondays my double. tuesday": another day in a clause of its own, after a no."""
    clauses = [part for part in _CLAUSE.split(text) if any(letter.isalnum() for letter in part)]
    if len(clauses) < 2:
        return None
    before = " ".join(clauses[:-1])
    named = [day.on for day in find_entities(before, today, language).dates if day.on]
    is_other = _RULED_OUT.search(read(before, language).text) is not None or bool(named)
    day = day_instead(clauses[-1], today, language, needs_word=False) if is_other else None
    return in_that_week(day, named[-1], clauses[-1]) if day and named else day


def day_to_text(text: str, today: date, language: str | None = None) -> date | None:
    """ "Que me escribas el martes": the one day on which a text of ours is wished."""
    heard = read(text, language).text
    found = find_entities(text, today, language)
    days = [day.on for day in found.dates]
    is_wished = _TEXT_ME.search(heard) is not None and _LIMITS.search(heard) is None
    is_plain = is_wished and len(heard.split()) <= _FEW_WORDS and not found.amounts
    return days[0] if is_plain and len(days) == 1 and days[0] and days[0] > today else None


def day_waited_for(text: str, today: date, language: str | None = None) -> date | None:
    """ "Dame chance al 15", "give me till friday": the one day until which they ask for time."""
    found = find_entities(text, today, language)
    days = [day.on for day in found.dates] or [bare_day(text, today, language)]
    is_asked = _GIVE_TIME.search(read(text, language).text) is not None
    return days[0] if is_asked and len(days) == 1 and days[0] and days[0] > today else None


def in_that_week(day: date, stands: date, text: str) -> date:
    """ "Friday i work. saturday": beside the day that stands, where a weekday alone is named."""
    is_bare = not any(letter.isdigit() for letter in text)
    weeks = (_week_of(stands) - _week_of(day)).days
    return day + timedelta(days=weeks) if is_bare and weeks > 0 else day


def _week_of(day: date) -> date:
    return day - timedelta(days=day.weekday())


def asks_own_days(text: str, language: str | None = None) -> bool:
    """ "So what are my dates": those that they named themselves."""
    return _OWN_DAYS.search(read(text, language).text) is not None


def asks_rest(text: str, language: str | None = None) -> bool:
    """ "What about the rest", and nothing else."""
    return _THE_REST.fullmatch(read(text, language).text) is not None


def moved_of_two(
    text: str, stand: tuple[date, date], today: date, language: str | None = None
) -> tuple[date, date] | None:
    """ "Change the 1st to the 3rd": the days of two, one of them moved; None where none is."""
    heard = read(text, language).text
    days = [day.on for day in find_entities(text, today, language).dates if day.on]
    bare = bare_day(text, today, language)
    if bare is not None and bare not in days:
        days.append(bare)
    if not _MOVES.search(heard) or not days or days[-1] <= today:
        return None
    first, last = stand
    has_month = bool(months_named(text, language))
    named = {day.day for day in days[:-1]}
    is_last = last.day in named or (first.day not in named and bool(_SECOND.search(heard)))
    if is_last:
        new = days[-1] if has_month else _beside(last, days[-1])
        return (first, new) if new > first else None
    new = days[-1] if has_month else _beside(first, days[-1])
    return (new, last) if new < last else None


def _beside(own: date, day: date) -> date:
    """ "The 15th to the 20th" is of the month of the 15th that is moved."""
    near = own.replace(day=min(day.day, last_of(own.year, own.month)))
    return day if abs((day - own).days) <= abs((near - own).days) else near


def says_then(text: str, language: str | None = None) -> bool:
    """ "Can i pay half then": on the day that was just named."""
    return _THEN.search(read(text, language).text) is not None


def names_month_alone(text: str, language: str | None = None) -> bool:
    """ "The other half feb": a month, and no day of it."""
    return len(months_named(text, language)) == 1
