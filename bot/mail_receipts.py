"""Payments asked for by text are told by mail as well: only that the page is there."""

from bot.action import Say
from bot.clock import day_in
from bot.models import Patient, Practice
from bot.runtime import Runtime
from bot.store import audit, conversations, messages, patients, payments, practices
from bot.wording import Frame

MAILED = "ReceiptsMailed"


def mail_receipts(runtime: Runtime, practice_id: int, message_id: int) -> None:
    """To the address on file and no other; nothing where there is none. Told once for each text."""
    now = runtime.clock.now()
    with runtime.database.transaction(practice_id) as session:
        message = messages.get(session, practice_id, message_id)
        subject = f"message:{message_id}"
        if message is None or audit.is_noted(session, practice_id, MAILED, subject):
            return
        conversation = conversations.get(session, practice_id, message.conversation_id)
        assert conversation is not None
        if conversation.patient_id is None:
            return
        patient = patients.get(session, practice_id, conversation.patient_id)
        if not patient.email:
            return
        token = payments.show_page(session, practice_id, patient.id, now)
        practice, language = practices.get(session, practice_id), conversation.language
        tone = practices.settings_of(session, practice_id).tone
        email, frame = patient.email, _frame(runtime, practice, patient, language, tone, token)
    said = [runtime.wording.render((Say(key),), frame) for key in ("mail_subject", "mail_receipts")]
    runtime.mail.send(email, *said)
    with runtime.database.transaction(practice_id) as session:
        audit.note(session, practice_id, "assistant", MAILED, subject, now)


def _frame(
    runtime: Runtime, practice: Practice, patient: Patient, language: str, tone: str, token: str
) -> Frame:
    return Frame(
        language=language,
        tone=tone,
        practice=practice.sender_name,
        phone=practice.phone,
        first_name=patient.first_name,
        timezone=practice.timezone,
        today=day_in(practice.timezone, runtime.clock.now()),
        link=f"{runtime.settings.public_base_url}/p/{token}/receipts",
    )
