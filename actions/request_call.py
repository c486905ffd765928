"""A call is asked for: the time they named is said back, and a person agrees on it."""

from dataclasses import replace
from datetime import date

from actions._days import later_day, means_today
from actions._people import fetch, fetch_or_add
from actions._wishes import current, hours, merged, named_days
from bot.action import Context, Fact, Listed, Outcome, Question, Say
from bot.contact_facts import KeepWish
from bot.rules.texting_wishes import Calls, Channel
from nlu.hours import Span, find_span, find_wait
from nlu.reading import read
from nlu.wishes import SaidWish, find_wish

ACTION = "request_call"
WHEN, TOLD = "call_when", "call_told"


def respond(context: Context) -> Outcome:
    facts = _instead_of_texts(context)
    when = _window(context)
    if when.says:
        return _promised(context, when, facts)
    said = fetch_or_add(
        context, "call_promised", "asked_for_call", "call", *facts, note=_asks(context, "")
    )
    return said.then(Outcome(question=Question(WHEN, ACTION)))


def answer(context: Context, question: Question) -> Outcome | None:
    """The hours that suit them, told a text later."""
    when = _window(context)
    return _promised(context, when, ()) if when.says else None


def _promised(context: Context, when: Listed, facts: tuple[Fact, ...]) -> Outcome:
    said = _as_said(context)
    promised = fetch(
        context, "call_promised_when", "asked_for_call", "call", *facts,
        note=_asks(context, said), when=when,
    )  # fmt: skip
    return promised.then(Outcome(question=Question(TOLD, ACTION)))


def _asks(context: Context, said: str) -> str:
    """The patient's own words of the hour: a colleague reads them best."""
    phone = context.understanding.entities.phone
    where = f" at {phone}" if phone else ""
    return f'Call{where}: "{said}"' if said else f"Call{where}"


def _as_said(context: Context) -> str:
    return " ".join(context.text.split())[:120]


def _window(context: Context) -> Listed:
    """Day and hours in words, empty where none is named."""
    said = read(context.text, context.language).text
    span = find_span(said)
    wished = find_wish(context.text, context.today, context.language)
    days = wished.wish.days if wished and span is None else None
    says = _day(context) + ([Say("phrase_days", {"days": named_days(days)})] if days else [])
    return Listed(tuple(says + _hours(span) + _wait(said)))


def _day(context: Context) -> list[Say]:
    day: date | None = later_day(context)
    if day is None and means_today(context):
        day = context.today
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
