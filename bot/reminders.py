"""The scheduler's first duty: due cadence steps become reminders, or rows that say why not."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime

from sqlalchemy.orm import Session

from bot.action import Say
from bot.clock import day_in
from bot.gate import judge_text
from bot.models import Conversation, Message, Patient, Practice, Reminder
from bot.practice_settings import PracticeSettings
from bot.rules.cadence import Cadence, Step, day_zero, due_step
from bot.rules.delivery import MessageStatus
from bot.rules.send_facts import TextKind
from bot.rules.verdicts import Verdict
from bot.runtime import Runtime
from bot.say import Speech, drafted, send_later
from bot.store import conversations, messages, patients, payments, practices, reminders


@dataclass(frozen=True)
class Planned:
    """One due step of one patient and what was decided; `at` when it goes or may go."""

    patient_id: int
    external_id: str
    statement_id: int
    step: str
    allowed: bool
    rule: str
    reason: str
    at: datetime | None
    text: str

    @property
    def waits(self) -> bool:
        """Refused for now: decided anew at a later tick, and nothing of it is kept."""
        return not self.allowed and self.at is not None


@dataclass(frozen=True)
class _Due:
    patient: Patient
    statement_id: int
    step: Step


def remind(
    runtime: Runtime, practice_id: int, now: datetime, *, dry_run: bool = False
) -> Iterator[Planned]:
    """Every due step, each patient in a transaction of their own. A dry run is the same, undone."""
    with runtime.database.transaction(practice_id) as session:
        practice = practices.get(session, practice_id)
        settings = practices.settings_of(session, practice_id)
        patient_ids = reminders.who_owe(session, practice_id)
    cadence = runtime.cadences[settings.cadence]
    for patient_id in patient_ids:
        with runtime.database.transaction(practice_id) as session:
            planned = _remind_one(runtime, session, practice, settings, cadence, patient_id, now)
            if planned is not None:
                yield planned
            if dry_run or (planned is not None and planned.waits):
                session.rollback()


def _remind_one(
    runtime: Runtime,
    session: Session,
    practice: Practice,
    settings: PracticeSettings,
    cadence: Cadence,
    patient_id: int,
    now: datetime,
) -> Planned | None:
    """At most one text a patient, about the oldest statement whose step is due."""
    today = day_in(practice.timezone, now)
    due = _due(session, practice, cadence, patient_id, today)
    if due is None or due.patient.phone is None:
        return None
    conversation = conversations.of_number(
        session, practice.id, due.patient.phone, due.patient.language, now
    )
    conversations.lock(session, practice.id, conversation.id)
    message = _draft(runtime, session, conversation, due, now)
    verdict = judge_text(session, runtime.rules, conversation, message, now)
    if verdict.allowed or verdict.retry_at is None:
        _keep(runtime, session, settings, due, message, verdict, now)
    return _planned(due, message, verdict, now)


def _due(
    session: Session, practice: Practice, cadence: Cadence, patient_id: int, today: date
) -> _Due | None:
    patient = patients.get(session, practice.id, patient_id)
    known_on = day_in(practice.timezone, patient.created_at)
    for statement in reminders.owed_statements(session, practice.id, patient_id):
        taken = reminders.steps_taken(session, practice.id, statement.id)
        begins_on = day_zero(statement.statement_on, known_on, cadence)
        step = due_step(cadence, begins_on, today, taken)
        if step is not None:
            return _Due(patient, statement.id, step)
    return None


def _draft(
    runtime: Runtime, session: Session, conversation: Conversation, due: _Due, now: datetime
) -> Message:
    """Where several people share the number, nobody is named."""
    _, token = payments.request_payment(
        session, conversation.practice_id, due.patient.id, None, now, needs_check=True
    )
    people = patients.on_number(session, conversation.practice_id, conversation.phone)
    key = due.step.key if len(people) == 1 else f"{due.step.key}_noname"
    speech = Speech(
        says=(Say(key),),
        kind=TextKind.REMINDER,
        person=patients.as_person(due.patient),
        statement_id=due.statement_id,
        link_token=token,
    )
    return drafted(runtime, session, conversation, speech, now)


def _keep(
    runtime: Runtime,
    session: Session,
    settings: PracticeSettings,
    due: _Due,
    message: Message,
    verdict: Verdict,
    now: datetime,
) -> None:
    """The step is taken: by a text, or by a withheld one with its reason."""
    if not verdict.allowed:
        message.status, message.reason = MessageStatus.WITHHELD, verdict.reason
    messages.queue(session, message)
    messages.decide(session, message.practice_id, message.id, verdict, runtime.rules.version, now)
    session.add(
        Reminder(
            practice_id=message.practice_id,
            patient_id=due.patient.id,
            statement_id=due.statement_id,
            step=due.step.key,
            due_on=now.date(),
            decided_at=now,
            message_id=message.id,
            settings_version=settings.version,
        )
    )
    if verdict.allowed:
        _introduce(session, message)
        send_later(runtime, session, message)


def _introduce(session: Session, message: Message) -> None:
    """A reminder says who we are: the reply to it need not say so again."""
    conversation = conversations.lock(session, message.practice_id, message.conversation_id)
    memory = conversations.memory_of(conversation)
    conversations.keep_memory(conversation, conversations.introduced(memory))


def _planned(due: _Due, message: Message, verdict: Verdict, now: datetime) -> Planned:
    return Planned(
        patient_id=due.patient.id,
        external_id=due.patient.external_id,
        statement_id=due.statement_id,
        step=due.step.key,
        allowed=verdict.allowed,
        rule=verdict.rule,
        reason=verdict.reason,
        at=now if verdict.allowed else verdict.retry_at,
        text=message.body,
    )
