"""A page by e-mail: a link that asks who opens it, and not a word of what is on it."""

from smtplib import SMTPException

from sqlalchemy.orm import Session

from bot.context import answers_at
from bot.models import Mailing
from bot.rules.mails import MailKind
from bot.runtime import Runtime
from bot.store import handoffs, mailings, patients, payments, practices, queue
from bot.web.page_words import words

MOST_TRIES = 3
COULD_NOT = "A page was to go by e-mail, and the e-mail could not be sent."
HANDED = {MailKind.STATEMENT: ("statement", "bill"), MailKind.RECEIPTS: ("receipt", "payment")}
"""Why a person is fetched, and the topic."""


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
        subject, body = _letter(runtime, session, mailing)
    try:
        runtime.mail.send(address, subject, body)
    except (OSError, SMTPException) as fault:
        if tries < MOST_TRIES:
            raise MailLater from fault
        _give_up(runtime, practice_id, mailing_id)
        return
    with runtime.database.transaction(practice_id) as session:
        sent = mailings.waiting(session, practice_id, mailing_id)
        if sent is not None:
            sent.sent_at = runtime.clock.now()


def _letter(runtime: Runtime, session: Session, mailing: Mailing) -> tuple[str, str]:
    """Subject and body, in the patient's language."""
    practice = practices.get(session, mailing.practice_id)
    patient = patients.get(session, mailing.practice_id, mailing.patient_id)
    token = payments.show_page(
        session, mailing.practice_id, mailing.patient_id, runtime.clock.now(), needs_check=True
    )
    url = f"{runtime.settings.public_base_url}/p/{token}/{mailing.kind}"
    t, sender = words(patient.language), practice.sender_name
    return t("mail_subject", practice=sender), t(
        "mail_body", practice=sender, url=url, phone=practice.phone
    )


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
