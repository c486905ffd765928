"""The history of a practice's settings: who saved which version, and when."""

from collections.abc import Sequence

from sqlalchemy import select
from sqlalchemy.orm import Session

from bot.models import PracticeSettingsVersion

MOST = 20


def newest_first(session: Session, practice_id: int) -> Sequence[PracticeSettingsVersion]:
    return session.scalars(
        select(PracticeSettingsVersion)
        .where(PracticeSettingsVersion.practice_id == practice_id)
        .order_by(PracticeSettingsVersion.version.desc())
        .limit(MOST)
    ).all()
