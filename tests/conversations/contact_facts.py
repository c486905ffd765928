"""The facts after a dialogue about reaching somebody: wish, e-mail, the text that is due."""

from zoneinfo import ZoneInfo

from sqlalchemy.orm import Session

from bot.models import Patient
from bot.rules.texting_wishes import in_words
from bot.store import asked_texts, patients
from tests.conversations.stage import Stage


def _wish(stage: Stage) -> str:
    """As colleagues read it; "" where nothing was asked for."""
    with stage.runtime.database.transaction(stage.practice.id) as session:
        return in_words(patients.as_person(_patient(stage, session)).wish)


def _email(stage: Stage) -> str | None:
    with stage.runtime.database.transaction(stage.practice.id) as session:
        return _patient(stage, session).email


def _patient(stage: Stage, session: Session) -> Patient:
    return patients.get(session, stage.practice.id, next(iter(stage.ids.values())))


def _due_text(stage: Stage) -> str | None:
    """The text that is due: its kind, when in Austin, and the sum of a promise."""
    with stage.runtime.database.transaction(stage.practice.id) as session:
        row = asked_texts.open_of(session, stage.practice.id, next(iter(stage.ids.values())))
        if row is None:
            return None
        local = row.due_at.astimezone(ZoneInfo(stage.practice.timezone))
        sum_ = f" {row.cents / 100:.2f}" if row.cents else ""
        return f"{row.kind} {local:%Y-%m-%d %H:%M}{sum_}"


CONTACT_FACTS = {"wish": _wish, "email": _email, "due_text": _due_text}
