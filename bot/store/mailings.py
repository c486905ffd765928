"""Pages by e-mail: asked for in a turn, sent by a job of their own."""

from datetime import datetime

from sqlalchemy import select
from sqlalchemy.orm import Session

from bot.models import Mailing
from bot.rules.mails import MailKind
from bot.store import patients, queue


def ask_for(
    session: Session,
    practice_id: int,
    conversation_id: int,
    patient_id: int,
    kind: MailKind,
    address: str | None,
    now: datetime,
    *,
    as_file: bool = False,
) -> None:
    """`address` None: the one on file. Raises LookupError where there is none."""
    to = address or patients.get(session, practice_id, patient_id).email
    if not to:
        raise LookupError("an e-mail to a patient without an address")
    row = Mailing(
        practice_id=practice_id,
        conversation_id=conversation_id,
        patient_id=patient_id,
        kind=kind,
        as_file=as_file,
        address=to,
        asked_at=now,
        tries=0,
    )
    session.add(row)
    session.flush()
    queue.defer(session, "send_mail", practice_id=practice_id, mailing_id=row.id)


def waiting(session: Session, practice_id: int, mailing_id: int) -> Mailing | None:
    """Locked; None when it was sent or given up."""
    return session.scalar(
        select(Mailing)
        .where(
            Mailing.practice_id == practice_id,
            Mailing.id == mailing_id,
            Mailing.sent_at.is_(None),
            Mailing.given_up_at.is_(None),
        )
        .with_for_update()
    )
