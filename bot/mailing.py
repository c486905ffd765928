"""A page by e-mail: a link that asks who opens it; the paper itself where the rules allow it."""

from dataclasses import dataclass
from datetime import datetime
from smtplib import SMTPException

from sqlalchemy.orm import Session

from bot.clock import day_in
from bot.context import answers_at
from bot.gateways.mail import PdfFile
from bot.models import Mailing, Patient, Practice
from bot.rules.mails import MailKind, may_carry
from bot.runtime import Runtime
from bot.store import balances, consents, handoffs, mailings, patients, payments, practices, queue
from bot.web.page_words import words
from bot.web.papers import Subject, receipts_pdf, statement_pdf

MOST_TRIES = 3
COULD_NOT = "A page was to go by e-mail, and the e-mail could not be sent."
HANDED = {MailKind.STATEMENT: ("statement", "bill"), MailKind.RECEIPTS: ("receipt", "payment")}
"""Why a person is fetched, and the topic."""


PAPERS = {MailKind.STATEMENT: statement_pdf, MailKind.RECEIPTS: receipts_pdf}


@dataclass(frozen=True)
class Letter:
    subject: str
    body: str
    file: PdfFile | None


class MailLater(Exception):
    """The mail server did not take it: the job is tried again."""


def send_mail(runtime: Runtime, practice_id: int, mailing_id: int) -> None:
    """Run twice, it is sent once. Raises MailLater while there are tries left."""
    with runtime.database.transaction(practice_id) as session:
        mailing = mailings.waiting(session, practice_id, mailing_id)
        if mailing is None:
            return
        mailing.tries += 1
        address, tries = mailing.address, mailing.tries
        letter = _letter(runtime, session, mailing)
    try:
        runtime.mail.send(address, letter.subject, letter.body, letter.file)
    except (OSError, SMTPException) as fault:
        if tries < MOST_TRIES:
            raise MailLater from fault
        _give_up(runtime, practice_id, mailing_id)
        return
    with runtime.database.transaction(practice_id) as session:
        sent = mailings.waiting(session, practice_id, mailing_id)
        if sent is not None:
            sent.sent_at = runtime.clock.now()


def _letter(runtime: Runtime, session: Session, mailing: Mailing) -> Letter:
    """In the patient's language, with a link of its own."""
    now, practice_id = runtime.clock.now(), mailing.practice_id
    practice = practices.get(session, practice_id)
    patient = patients.get(session, practice_id, mailing.patient_id)
    token = payments.show_page(session, practice_id, patient.id, now, needs_check=True)
    url = f"{runtime.settings.public_base_url}/p/{token}/{mailing.kind}"
    t, sender = words(patient.language), practice.sender_name
    file = _file(session, mailing, practice, patient, now)
    body = t(
        "mail_body_file" if file else "mail_body", practice=sender, url=url, phone=practice.phone
    )
    return Letter(t("mail_subject", practice=sender), body, file)


def _file(
    session: Session, mailing: Mailing, practice: Practice, patient: Patient, now: datetime
) -> PdfFile | None:
    agreed = consents.active(session, practice.id, patient.id, patient.phone_key or "")
    is_ok = agreed is not None and agreed.unencrypted_ok
    if not may_carry(mailing.as_file, mailing.address == patient.email, is_ok):
        return None
    today = day_in(practice.timezone, now)
    bill = balances.bill_of(session, practice.id, patient.id, today, practice.timezone)
    name = words(patient.language)(f"{mailing.kind}_file", day=today.isoformat())
    settings = practices.settings_of(session, practice.id)
    subject = Subject(practice, settings, patient, bill, today, now)
    return PdfFile(name, PAPERS[MailKind(mailing.kind)](subject))


def _give_up(runtime: Runtime, practice_id: int, mailing_id: int) -> None:
    now = runtime.clock.now()
    with runtime.database.transaction(practice_id) as session:
        mailing = mailings.waiting(session, practice_id, mailing_id)
        if mailing is None:
            return
        mailing.given_up_at = now
        practice = practices.get(session, practice_id)
        settings = practices.settings_of(session, practice_id)
        due_at = answers_at(session, practice, settings, now)
        reason, topic = HANDED[MailKind(mailing.kind)]
        opened = handoffs.fetch_person(
            session, practice_id, mailing.conversation_id, reason, topic, due_at, now, COULD_NOT
        )
        if opened:
            queue.defer(
                session,
                "tell_staff",
                practice_id=practice_id,
                conversation_id=mailing.conversation_id,
            )
