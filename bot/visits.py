"""The web chat: a visitor writes, looks, and proves with a code who they are."""

import secrets
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime

from sqlalchemy.orm import Session

from bot import inbound
from bot.action import Say
from bot.models import Message, Patient, VisitCheck, WebVisit
from bot.models.conversation import WEB
from bot.rules.codes import may_text_code
from bot.rules.identity import STANDARD, is_verified
from bot.rules.send_facts import TextKind
from bot.rules.states import State
from bot.runtime import Runtime
from bot.say import Speech, drafted, send_later
from bot.store import audit, conversations, messages, patients, visit_checks
from bot.store import visits as rows_of

MONTHS = 12
DIGITS = 6


@dataclass(frozen=True)
class Browser:
    """`key`: kept in its cookie. `client_key`: a keyed hash of where it is, to count tries by."""

    key: str
    client_key: str
    language: str


@dataclass(frozen=True)
class Look:
    """What a page of the chat shows; `settled_id`: up to there nothing will change any more.

    `last`: of the whole thread, not only of what is new.
    """

    messages: Sequence[Message]
    last: Message | None
    is_answering: bool
    with_person: bool
    settled_id: int
    language: str
    first_name: str


class Ended(Exception):
    """The check has lapsed: whoever looks now may be somebody else."""


def write(runtime: Runtime, practice_id: int, browser: Browser, nonce: str, body: str) -> None:
    """A form posted twice is one message. Raises Ended."""
    now = runtime.clock.now()
    with runtime.database.transaction(practice_id) as session:
        visit = rows_of.of_key(session, practice_id, browser.key) or _stranger(
            session, practice_id, browser, now
        )
        thread = rows_of.lock_thread(session, visit)
        if is_over(visit, now):
            raise Ended
        text = inbound.InboundText(f"web-{visit.id}-{nonce}", thread.phone, body)
        if inbound.keep(runtime, session, thread, text, now, visit.id):
            visit.written_at = now
        rows_of.note_seen(visit, now)


def look(runtime: Runtime, practice_id: int, key: str, after_id: int = 0) -> Look | None:
    """What is handed over is delivered. None: nothing was written yet. Raises Ended."""
    now = runtime.clock.now()
    with runtime.database.transaction(practice_id) as session:
        visit = rows_of.of_key(session, practice_id, key)
        if visit is None:
            return None
        if is_over(visit, now):
            raise Ended
        thread = conversations.get(session, practice_id, visit.conversation_id)
        if thread is None:
            return None
        rows_of.note_seen(visit, now)
        thread_so_far = rows_of.shown(session, visit)
        found = [row for row in thread_so_far if row.id > after_id]
        rows_of.deliver(session, practice_id, [row.id for row in found], now)
        waits_from = rows_of.first_unsettled(session, visit)
        ids = [row.id for row in found if waits_from is None or row.id < waits_from]
        return Look(
            messages=found,
            last=thread_so_far[-1] if thread_so_far else None,
            is_answering=waits_from is not None and thread.state != State.STAFF,
            with_person=thread.state == State.STAFF,
            settled_id=max(ids, default=after_id),
            language=thread.language,
            first_name=_first_name(session, visit),
        )


def begin_with_link(
    runtime: Runtime, practice_id: int, browser: Browser, patient_id: int, is_checked: bool
) -> None:
    """From the pay page: the patient's own thread, and known as far as the page knows them."""
    now = runtime.clock.now()
    with runtime.database.transaction(practice_id) as session:
        patient = patients.get(session, practice_id, patient_id)
        address = patient.phone or f"{WEB}{browser.key}"
        thread = conversations.of_number(session, practice_id, address, patient.language, now)
        rows_of.begin(
            session, practice_id, browser.key, thread.id, browser.client_key, now,
            patient_id=patient.id, verified_at=now if is_checked else None,
        )  # fmt: skip


def is_begun(runtime: Runtime, practice_id: int, key: str) -> bool:
    with runtime.database.transaction(practice_id) as session:
        return rows_of.of_key(session, practice_id, key) is not None


def is_of(runtime: Runtime, practice_id: int, key: str, patient_id: int, checked: bool) -> bool:
    """Whether this browser is in that patient's thread already, as far as it could be."""
    with runtime.database.transaction(practice_id) as session:
        visit = rows_of.of_key(session, practice_id, key)
        if visit is None or visit.patient_id != patient_id:
            return False
        knows_enough = visit.verified_at is not None or not checked
        return knows_enough and not is_over(visit, runtime.clock.now())


def is_over(visit: WebVisit, now: datetime) -> bool:
    """A browser that was known is so for a while only; a stranger has shown nothing private."""
    if visit.verified_at is None:
        return False
    return not is_verified(visit.verified_at, visit.written_at, now, STANDARD)


def text_code(runtime: Runtime, practice_id: int, check_id: int) -> None:
    """To the phone on file, if the name and the birth date are one patient's. Run twice, once."""
    now = runtime.clock.now()
    with runtime.database.transaction(practice_id) as session:
        check = visit_checks.lock(session, practice_id, check_id)
        if check is None or check.named is None or check.born is None:
            return
        visit = rows_of.get(session, practice_id, check.visit_id)
        thread = conversations.get(session, practice_id, visit.conversation_id)
        language = thread.language if thread else "en"
        found = visit_checks.patients_named(
            session, practice_id, check.named, readings(check.born, language)
        )
        check.named = check.born = None
        if len(found) == 1 and visit.patient_id is None:
            _text_code_to(runtime, session, visit, check, found[0], now)


def readings(born: date, language: str) -> tuple[date, ...]:
    """In Spanish "2/11/1972" is the 2nd of November for many: either reading may be the right."""
    if language != "es" or born.day > MONTHS:
        return (born,)
    return (born, born.replace(month=born.day, day=born.month))


def _text_code_to(
    runtime: Runtime,
    session: Session,
    visit: WebVisit,
    check: VisitCheck,
    patient: Patient,
    now: datetime,
) -> None:
    practice_id = visit.practice_id
    visit_checks.lock_patient(session, practice_id, patient.id)
    if not may_text_code(*visit_checks.counts(session, visit, patient.id, now)):
        return
    assert patient.phone is not None
    code = f"{secrets.randbelow(10**DIGITS):0{DIGITS}d}"
    check.patient_id, check.code_key = patient.id, visit_checks.code_key(visit, code)
    thread = conversations.of_number(session, practice_id, patient.phone, patient.language, now)
    says = (Say("web_code", {"code": code}),)
    speech = Speech(says, TextKind.CODE, patients.as_person(patient))
    message = messages.queue(session, drafted(runtime, session, thread, speech, now))
    send_later(runtime, session, message)
    audit.note(
        session, practice_id, "assistant", "code_texted", f"patient:{patient.id}", now,
        visit=visit.id,
    )  # fmt: skip


def _stranger(session: Session, practice_id: int, browser: Browser, now: datetime) -> WebVisit:
    thread = rows_of.strangers_thread(session, practice_id, browser.key, browser.language, now)
    return rows_of.begin(session, practice_id, browser.key, thread.id, browser.client_key, now)


def _first_name(session: Session, visit: WebVisit) -> str:
    if visit.verified_at is None or visit.patient_id is None:
        return ""
    return patients.get(session, visit.practice_id, visit.patient_id).first_name
