"""The very texts that settings lead to, for a patient who does not exist."""

from dataclasses import dataclass
from datetime import date, datetime, timedelta

from bot.action import Context, Memory, Person, Say
from bot.bill import Bill, LineView, StatementView
from bot.clock import day_in
from bot.context import practice_view
from bot.models import Practice
from bot.practice_settings import PracticeSettings
from bot.rules.segments import segments
from bot.runtime import Runtime
from bot.wording import Frame, UnknownWording
from nlu.understanding import Intent, Understanding

LANGUAGES = (("en", "English"), ("es", "Spanish"))
OWED_CENTS = 24000
TOKEN = "1-Xy3kQ8mP2vB7nR4tW6sZ0a"
ASKED = (("Asked for the balance", "ask_balance"), ("Asked for a plan", "set_up_plan"))
SOMEBODY = Person(0, "Alex", "Rivera", date(1980, 3, 14), "78701")


@dataclass(frozen=True)
class Sample:
    title: str
    body: str
    segments: int


@dataclass(frozen=True)
class Phone:
    """One handset: the texts of one language, top to bottom."""

    language: str
    name: str
    samples: tuple[Sample, ...]


def phones(
    runtime: Runtime, practice: Practice, settings: PracticeSettings, now: datetime
) -> tuple[Phone, ...]:
    return tuple(
        Phone(language, name, _samples(runtime, practice, settings, now, language))
        for language, name in LANGUAGES
    )


def _samples(
    runtime: Runtime,
    practice: Practice,
    settings: PracticeSettings,
    now: datetime,
    language: str,
) -> tuple[Sample, ...]:
    """From the actions themselves: what is shown here is what they would say."""
    frame = _frame(runtime, practice, settings, now, language)
    said: list[tuple[str, tuple[Say, ...]]] = [
        ("First reminder", (Say(runtime.cadences[settings.cadence].steps[0].key),))
    ]
    for title, intent in ASKED:
        action = runtime.registry.get(intent)
        if action is not None:
            outcome = action.respond(_context(practice, settings, now, language, intent))
            said.append((title, outcome.says))
    rendered = [(title, _rendered(runtime, says, frame)) for title, says in said]
    return tuple(Sample(title, body, segments(body)) for title, body in rendered if body)


def _rendered(runtime: Runtime, says: tuple[Say, ...], frame: Frame) -> str:
    """Nothing for a wording that does not exist in this language."""
    try:
        return runtime.wording.render(says, frame)
    except UnknownWording:
        return ""


def _frame(
    runtime: Runtime,
    practice: Practice,
    settings: PracticeSettings,
    now: datetime,
    language: str,
) -> Frame:
    return Frame(
        language=language,
        tone=settings.tone,
        practice=practice.sender_name,
        phone=practice.phone,
        first_name=SOMEBODY.first_name,
        timezone=practice.timezone,
        today=day_in(practice.timezone, now),
        link=f"{runtime.settings.public_base_url}/p/{TOKEN}",
    )


def _context(
    practice: Practice, settings: PracticeSettings, now: datetime, language: str, intent: str
) -> Context:
    today = day_in(practice.timezone, now)
    return Context(
        now=now,
        today=today,
        language=language,
        practice=practice_view(practice, settings),
        people=(SOMEBODY,),
        person=SOMEBODY,
        bill=_bill(today),
        memory=Memory(introduced=True),
        text="",
        understanding=Understanding((Intent(intent, 1.0),), language=language),
        person_answers_at=now + timedelta(hours=2),
    )


def _bill(today: date) -> Bill:
    seen_on = today - timedelta(days=40)
    line = LineView("Office visit", seen_on, OWED_CENTS, 0, 0, 0)
    statement = StatementView(
        0, "1001", today - timedelta(days=21), today + timedelta(days=9), OWED_CENTS, False, (line,)
    )
    return Bill(statements=(statement,))
