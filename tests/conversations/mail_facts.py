"""The facts after a dialogue about e-mail: what was asked for, what went out, with which file."""

from sqlalchemy import select

from bot.models import Mailing
from tests.conversations.stage import Stage


def _mailed(stage: Stage) -> list[str]:
    with stage.runtime.database.transaction(stage.practice.id) as session:
        return list(session.scalars(select(Mailing.address).order_by(Mailing.id)))


def _mails(stage: Stage) -> list[str]:
    return [mail.to for mail in stage.runtime.mail.mails]  # type: ignore[attr-defined]


def _mail_files(stage: Stage) -> list[str]:
    """By name, one for each mail; "" where there is none."""
    mails = stage.runtime.mail.mails  # type: ignore[attr-defined]
    return [mail.file.name if mail.file else "" for mail in mails]


MAIL_FACTS = {"mailed": _mailed, "mails": _mails, "mail_files": _mail_files}
