"""What a plan has to tell of its days: by text, or by e-mail to who asked for that (0017)."""

from datetime import datetime
from smtplib import SMTPException

from sqlalchemy.orm import Session

from bot.action import Say
from bot.clock import day_in
from bot.mailing import MailLater
from bot.models import Installment, InstallmentStatus, Patient
from bot.rules.send_facts import TextKind
from bot.rules.texting_wishes import goes_by_mail
from bot.runtime import Runtime
from bot.say import Speech, drafted, frame_of, send_later
from bot.store import (
    audit,
    conversations,
    messages,
    patients,
    payments,
    plans,
    practices,
    queue,
)

MAILED, TRIED = "PlanNoticeMailed", "PlanNoticeTried"
_SUBJECT = "plan_mail_subject"


def tell(runtime: Runtime, session: Session, part: Installment, now: datetime) -> None:
    """Once for each change of the payment's state; no amount, for nobody is verified now."""
    patient = _payer(session, part)
    person = patients.as_person(patient)
    today = day_in(practices.get(session, part.practice_id).timezone, now)
    if not goes_by_mail(person.wish, person.has_email, today):
        _text(runtime, session, part, patient, now)
        return
    queue.defer(session, "mail_plan_notice", practice_id=part.practice_id, installment_id=part.id)


def mail_plan_notice(runtime: Runtime, practice_id: int, installment_id: int) -> None:
    """Twice in vain, it is texted after all: the day was agreed. Raises MailLater at first."""
    now = runtime.clock.now()
    with runtime.database.transaction(practice_id) as session:
        part = plans.installment(session, practice_id, installment_id)
        subject = _subject(part)
        patient = _payer(session, part)
        if not _is_to_tell(part) or audit.is_noted(session, practice_id, MAILED, subject):
            return
        address = patient.email
        letter = _letter(runtime, session, part, patient, now) if address else None
    try:
        if not address or letter is None:
            raise OSError("no address any more")
        runtime.mail.send(address, *letter)
    except (OSError, SMTPException) as fault:
        if _failed(runtime, practice_id, installment_id, now):
            return
        raise MailLater from fault
    with runtime.database.transaction(practice_id) as session:
        audit.note(session, practice_id, "assistant", MAILED, subject, now)


def _failed(runtime: Runtime, practice_id: int, installment_id: int, now: datetime) -> bool:
    """Whether a text goes instead."""
    with runtime.database.transaction(practice_id) as session:
        part = plans.installment(session, practice_id, installment_id)
        subject = _subject(part)
        if not audit.is_noted(session, practice_id, TRIED, subject):
            audit.note(session, practice_id, "assistant", TRIED, subject, now)
            return False
        audit.note(session, practice_id, "assistant", MAILED, subject, now, as_text=1)
        _text(runtime, session, part, _payer(session, part), now)
        return True


def _text(
    runtime: Runtime, session: Session, part: Installment, patient: Patient, now: datetime
) -> None:
    if patient.phone is None:
        return
    conversation = conversations.of_number(
        session, part.practice_id, patient.phone, patient.language, now
    )
    says = (Say("installment_failed" if part.tries else "installment_due"),)
    token = _link(session, part, patient, now)
    speech = Speech(says, TextKind.NOTICE, patients.as_person(patient), link_token=token)
    message = messages.queue(session, drafted(runtime, session, conversation, speech, now))
    send_later(runtime, session, message)


def _letter(
    runtime: Runtime, session: Session, part: Installment, patient: Patient, now: datetime
) -> tuple[str, str]:
    """Subject and body, in the patient's language."""
    conversation = conversations.of_number(
        session, part.practice_id, patient.phone or "", patient.language, now
    )
    token = _link(session, part, patient, now)
    speech = Speech((), TextKind.NOTICE, patients.as_person(patient), link_token=token)
    frame = frame_of(runtime, session, conversation, speech, now)
    body = "mail_installment_failed" if part.tries else "mail_installment"
    subject, text = (runtime.wording.render((Say(key),), frame) for key in (_SUBJECT, body))
    return subject, text


def _link(session: Session, part: Installment, patient: Patient, now: datetime) -> str:
    """Good for the payment alone; it asks who opens it."""
    _, token = payments.request_payment(
        session, part.practice_id, patient.id, part.cents, now,
        installment_id=part.id, needs_check=True,
    )  # fmt: skip
    return token


def _payer(session: Session, part: Installment) -> Patient:
    plan = plans.get(session, part.practice_id, part.plan_id)
    return patients.get(session, part.practice_id, plan.patient_id)


def _is_to_tell(part: Installment) -> bool:
    return part.status in (InstallmentStatus.ASKED, InstallmentStatus.FAILED)


def _subject(part: Installment) -> str:
    return f"installment:{part.id}:{part.tries}"
