"""A call is asked for: the time they named is said back, and a person agrees on it."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date

from actions._days import later_day, means_today
from actions._people import fetch, fetch_or_add
from actions._wishes import current, hours, merged, named_days
from bot.action import Context, Fact, Listed, Outcome, Question, Say
from bot.contact_facts import KeepWish
from bot.rules.answer_by import next_open_day
from bot.rules.texting_wishes import Calls, Channel
from nlu.hours import Span, find_span, find_wait
from nlu.reading import read
from nlu.wishes import SaidWish, find_wish

ACTION = "request_call"
WHEN, TOLD = "call_when", "call_told"
MOST_LETTERS = 120


def respond(context: Context) -> Outcome:
    facts = _instead_of_texts(context)
    when = _when(context, {})
    if when.is_named:
        return _promised(context, when, facts)
    said = fetch_or_add(
        context, "call_promised", "asked_for_call", "call", *facts, note=_asks(context, "")
    )
    return said.then(Outcome(question=Question(WHEN, ACTION)))


def answer(context: Context, question: Question) -> Outcome | None:
    """The hours that suit them, told a text later: a day joins the hours told before it."""
    when = _when(context, question.about if question.name == TOLD else {})
    return _promised(context, when, ()) if _when(context, {}).is_named else None


def _promised(context: Context, when: "_When", facts: tuple[Fact, ...]) -> Outcome:
    """A day on which nobody is in is said to be none, and the next one is noted."""
    desk, day = context.practice.desk, when.day
    open_on = next_open_day(day, desk, context.practice.closed) if day and desk else day
    note = _asks(context, when.said)
    shut: tuple[Say, ...] = ()
    if day != open_on and day is not None:
        shut = (Say("call_closed", {"day": day}),)
        note = f"{note} (closed on {day.isoformat()}: {open_on})"
    values = Listed(tuple(_day(open_on) + list(when.hours)))
    promised = fetch(
        context, "call_promised_when", "asked_for_call", "call", *facts, note=note, when=values
    )
    about: dict[str, object] = {"said": when.said, "day": day.isoformat() if day else ""}
    promised = replace(promised, says=shut + promised.says)
    return promised.then(Outcome(question=Question(TOLD, ACTION, about)))


def _asks(context: Context, said: str) -> str:
    """The patient's own words of the hour: a colleague reads them best."""
    phone = context.understanding.entities.phone
    where = f" at {phone}" if phone else ""
    return f'Call{where}: "{said}"' if said else f"Call{where}"


@dataclass(frozen=True)
class _When:
    """`said`: in the patient's own words; a colleague reads them best."""

    day: date | None
    hours: tuple[Say, ...]
    said: str

    @property
    def is_named(self) -> bool:
        return self.day is not None or bool(self.hours)


def _when(context: Context, before: Mapping[str, object]) -> _When:
    """What is not told anew stays as it was told before."""
    earlier, kept = str(before.get("said", "")), str(before.get("day", ""))
    day, told = _named_day(context), _told_hours(context, context.text)
    own = " ".join(context.text.split())[:MOST_LETTERS]
    joins = bool(earlier) and (day is None or not told)
    hours = told or _told_hours(context, earlier)
    on = day or (date.fromisoformat(kept) if kept else None)
    return _When(on, tuple(hours), f"{earlier}, {own}"[:MOST_LETTERS] if joins else own)


def _named_day(context: Context) -> date | None:
    day: date | None = later_day(context)
    return context.today if day is None and means_today(context) else day


def _told_hours(context: Context, text: str) -> list[Say]:
    """Days of the week and hours in words, empty where none is named."""
    said = read(text, context.language).text
    span = find_span(said)
    wished = find_wish(text, context.today, context.language)
    days = wished.wish.days if wished and span is None else None
    says = [Say("phrase_days", {"days": named_days(days)})] if days else []
    return says + _hours(span) + _wait(said)


def _day(day: date | None) -> list[Say]:
    return [Say("phrase_day", {"day": day})] if day else []


def _hours(span: Span | None) -> list[Say]:
    if span is None:
        return []
    if span.is_point:
        return [Say("phrase_about", {"time": span.opens})] if span.opens else []
    return hours(SaidWish(opens=span.opens, closes=span.closes))


def _wait(said: str) -> list[Say]:
    return [Say("phrase_soon")] if find_wait(said) else []


def _instead_of_texts(context: Context) -> tuple[KeepWish, ...]:
    """ "Call me instead of texting": reminders by text end as well. No "no calls" stands then."""
    found = find_wish(context.text, context.today, context.language)
    wish = current(context)
    if found is None or found.wish.channel != Channel.CALL:
        is_refused = wish.calls is not Calls.ANY
        return (KeepWish(replace(wish, calls=Calls.ANY)),) if is_refused else ()
    return (KeepWish(merged(current(context), found.wish)),)
