"""A hand-off is told: by mail to the practice's people, without a word about the patient."""

from smtplib import SMTPException

from sqlalchemy import select

from bot.models import Staff
from bot.runtime import Runtime
from bot.store import handoffs, live, practices
from bot.web.staff_words import on_day, said

SUBJECT = "A patient is waiting for an answer"
URGENT_SUBJECT = "URGENT: somebody may be in danger, please look now"
BODY = """A patient is waiting: {reason}.
Answer promised by {due}.

{url}
"""


LATE_SUBJECT = "A patient has waited longer than we said"
LATE_BODY = """Nobody has answered yet: {reason}.
The time we told the patient is {due}. Please write or call now.

{url}
"""


def tell_staff(runtime: Runtime, practice_id: int, conversation_id: int) -> None:
    _mail(runtime, practice_id, conversation_id, SUBJECT, BODY)


def alarm_staff(runtime: Runtime, practice_id: int, conversation_id: int) -> None:
    """A promise lapses in spite of all."""
    _mail(runtime, practice_id, conversation_id, LATE_SUBJECT, LATE_BODY)


def _mail(
    runtime: Runtime, practice_id: int, conversation_id: int, subject: str, body: str
) -> None:
    with runtime.database.transaction(practice_id) as session:
        handoff = handoffs.open_of(session, practice_id, conversation_id)
        if handoff is None:
            return
        addresses = session.scalars(
            select(Staff.email).where(Staff.practice_id == practice_id)
        ).all()
        zone = practices.get(session, practice_id).timezone
        reason, due = said("reasons", handoff.reason), on_day(handoff.due_at, zone)
        subject = URGENT_SUBJECT if handoff.reason == handoffs.URGENT else subject
    live.publish(runtime.settings.redis_url, practice_id, conversation_id)
    url = f"{runtime.settings.public_base_url}/staff/conversations/{conversation_id}"
    for address in addresses:
        try:
            runtime.mail.send(address, subject, body.format(reason=reason, due=due, url=url))
        except (OSError, SMTPException):
            continue  # the inbox shows it all the same; mail is only a nudge
