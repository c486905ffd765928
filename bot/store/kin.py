"""Others whose accounts a person answers for: a child's, say."""

from sqlalchemy import select
from sqlalchemy.orm import Session

from bot.models import Account, Patient


def names_by_account(session: Session, practice_id: int, person_id: int) -> dict[int, str]:
    """Account to first name, of those whom this person answers for."""
    rows = session.execute(
        select(Account.id, Patient.first_name)
        .join(Patient, Patient.id == Account.patient_id)
        .where(
            Account.practice_id == practice_id,
            Account.guarantor_id == person_id,
            Account.patient_id != person_id,
        )
    )
    return {row.id: row.first_name for row in rows}
