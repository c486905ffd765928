"""A colleague's first text after a take-over says who writes, once, in every tone and language."""

import pytest

from bot import takeover
from bot.models import Practice
from bot.rules.segments import is_gsm7
from bot.runtime import Runtime
from bot.store import conversations, messages, staff
from tests.conftest import with_settings
from tests.world import PHONE, Cast, add_patient


def conversation(runtime: Runtime, practice: Practice, language: str = "en") -> int:
    add_patient(runtime, practice.id, Cast(language=language))
    with runtime.database.transaction(practice.id) as session:
        now = runtime.clock.now()
        return conversations.of_number(session, practice.id, PHONE, language, now).id


def colleague(runtime: Runtime, practice: Practice, name: str = "Ana Lopez") -> int:
    with runtime.database.transaction(practice.id) as session:
        now = runtime.clock.now()
        return staff.add(session, practice.id, f"{name}@x.example", name, "staff", now).id


def written(runtime: Runtime, practice: Practice, thread: int) -> list[str]:
    with runtime.database.transaction(practice.id) as session:
        return [m.body for m in messages.thread(session, practice.id, thread) if m.kind == "staff"]


def write(runtime: Runtime, practice: Practice, thread: int, who: int, *texts: str) -> None:
    for body in texts:
        takeover.reply(runtime, practice.id, thread, who, body)


@pytest.mark.parametrize(
    ("language", "tone", "begins"),
    [
        ("en", "plain", "This is Ana from Cedar Clinic."),
        ("en", "warm", "Hi, this is Ana at Cedar Clinic."),
        ("en", "formal", "Good day, this is Ana from Cedar Clinic."),
        ("en", "brief", "Ana from Cedar Clinic here."),
        ("es", "plain", "Soy Ana, de Cedar Clinic."),
        ("es", "warm", "Hola, soy Ana, de Cedar Clinic."),
        ("es", "formal", "Con gusto le escribe Ana, de Cedar Clinic."),
        ("es", "brief", "Ana, de Cedar Clinic."),
    ],
)
def test_only_the_first_text_says_who_writes(
    runtime: Runtime, practice: Practice, language: str, tone: str, begins: str
) -> None:
    with_settings(runtime, practice.id, tone=tone)
    thread, ana = conversation(runtime, practice, language), colleague(runtime, practice)
    takeover.take_over(runtime, practice.id, thread, ana)
    write(runtime, practice, thread, ana, "I looked.", "I looked.", "All is well.")
    assert written(runtime, practice, thread) == [f"{begins} I looked.", "All is well."]


def test_each_take_over_is_said_anew(runtime: Runtime, practice: Practice) -> None:
    thread, ana = conversation(runtime, practice), colleague(runtime, practice)
    ben = colleague(runtime, practice, "Ben")
    for who in (ana, ben, ana):
        takeover.take_over(runtime, practice.id, thread, who)
        write(runtime, practice, thread, who, f"Here is number {who}.", "More.")
    begun = [body.split(".")[0] for body in written(runtime, practice, thread)]
    assert begun == [
        "This is Ana from Cedar Clinic", "More",
        "This is Ben from Cedar Clinic", "More",
        "This is Ana from Cedar Clinic", "More",
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("name", "body", "said"),
    [
        ("Ana Lopez", "Hi, Ana here.", "Hi, Ana here."),
        ("Front Desk", "Hello.", "This is a person from Cedar Clinic. Hello."),
        ("María Paz", "Hello.", "This is Maria from Cedar Clinic. Hello."),
        ("María Paz", "It's Maria.", "It's Maria."),
    ],
)
def test_who_names_themselves_or_has_no_name_is_not_named_by_us(
    runtime: Runtime, practice: Practice, name: str, body: str, said: str
) -> None:
    thread, who = conversation(runtime, practice), colleague(runtime, practice, name)
    takeover.take_over(runtime, practice.id, thread, who)
    write(runtime, practice, thread, who, body)
    assert written(runtime, practice, thread) == [said]
    assert is_gsm7(said)
