"""People and what they owe, put into a real database. Alice and Bob; Charlie is elsewhere."""

from dataclasses import dataclass, field
from datetime import UTC, date, datetime, time
from typing import Any

from bot.models import Account, EntryKind, Patient, Statement, StatementLine
from bot.models.crypto import blind_index
from bot.rules.money import parse_decimal
from bot.runtime import Runtime
from bot.store import balances, consents

PHONE = "+15125550101"
PAST = datetime(2026, 1, 5, 12, tzinfo=UTC)


@dataclass(frozen=True)
class Line:
    what: str = "Office visit"
    charge: str = "300.00"
    insurance: str = "80.00"
    adjustment: str = "0"
    paid: str = "0"
    on: date = date(2026, 1, 20)
    code: str | None = None


@dataclass(frozen=True)
class Bill:
    number: str = "S1"
    on: date = date(2026, 2, 10)
    due: date = date(2026, 3, 31)
    lines: tuple[Line, ...] = (Line(),)


@dataclass(frozen=True)
class Cast:
    """One payer as a test describes them."""

    name: str = "Alice Moreno"
    born: date | None = date(1980, 3, 14)
    zip: str | None = "78701"
    language: str = "en"
    phone: str = PHONE
    consent: bool = True
    unencrypted_ok: bool = True
    email: str | None = None
    bills: tuple[Bill, ...] = field(default_factory=lambda: (Bill(),))
    payments: tuple[tuple[str, date], ...] = ()
    children: tuple["Cast", ...] = ()


def add_patient(runtime: Runtime, practice_id: int, cast: Cast = Cast()) -> int:  # noqa: B008
    """The new patient's id; statements are booked line by line, as an import does."""
    first, _, last = cast.name.partition(" ")
    with runtime.database.transaction(practice_id) as session:
        patient = Patient(
            practice_id=practice_id,
            external_id=f"P-{cast.name}",
            first_name=first,
            last_name=last,
            birth_date=cast.born,
            zip=cast.zip,
            phone=cast.phone,
            phone_key=blind_index(cast.phone),
            language=cast.language,
            email=cast.email,
            created_at=PAST,
        )
        session.add(patient)
        session.flush()
        account = Account(
            practice_id=practice_id,
            external_id=f"A-{cast.name}",
            patient_id=patient.id,
            guarantor_id=patient.id,
        )
        session.add(account)
        session.flush()
        for bill in cast.bills:
            _book(session, practice_id, account.id, bill)
        _pay(session, practice_id, patient.id, cast.payments)
        for child in cast.children:
            _add_child(session, practice_id, patient.id, child)
        if cast.consent:
            consents.give(
                session, practice_id, patient.id, patient.phone_key, "intake form", PAST,
                cast.unencrypted_ok,
            )  # fmt: skip
        return patient.id


def _pay(
    session: Any, practice_id: int, person_id: int, payments: tuple[tuple[str, date], ...]
) -> None:
    for number, (dollars, on) in enumerate(payments, start=1):
        at, cents = datetime.combine(on, time(18), UTC), parse_decimal(dollars)
        balances.enter_payment(session, practice_id, person_id, cents, f"desk-{number}", at)


def _add_child(session: Any, practice_id: int, guarantor_id: int, cast: Cast) -> None:
    """A patient without a phone, whose account somebody else answers for."""
    first, _, last = cast.name.partition(" ")
    child = Patient(
        practice_id=practice_id,
        external_id=f"P-{cast.name}",
        first_name=first,
        last_name=last,
        birth_date=cast.born,
        guarantor_id=guarantor_id,
        created_at=PAST,
    )
    session.add(child)
    session.flush()
    account = Account(
        practice_id=practice_id,
        external_id=f"A-{cast.name}",
        patient_id=child.id,
        guarantor_id=guarantor_id,
    )
    session.add(account)
    session.flush()
    for bill in cast.bills:
        _book(session, practice_id, account.id, bill)


def _book(session: Any, practice_id: int, account_id: int, bill: Bill) -> None:
    statement = Statement(
        practice_id=practice_id,
        external_id=bill.number,
        account_id=account_id,
        statement_on=bill.on,
        due_on=bill.due,
    )
    session.add(statement)
    session.flush()
    for position, line in enumerate(bill.lines, start=1):
        cents = {
            EntryKind.CHARGE: parse_decimal(line.charge),
            EntryKind.INSURANCE: -parse_decimal(line.insurance),
            EntryKind.ADJUSTMENT: -parse_decimal(line.adjustment),
            EntryKind.PAYMENT: -parse_decimal(line.paid),
        }
        session.add(
            StatementLine(
                practice_id=practice_id,
                statement_id=statement.id,
                position=position,
                service_on=line.on,
                description=line.what,
                code=line.code,
                charge_cents=cents[EntryKind.CHARGE],
                insurance_cents=-cents[EntryKind.INSURANCE],
                adjustment_cents=-cents[EntryKind.ADJUSTMENT],
                patient_paid_cents=-cents[EntryKind.PAYMENT],
            )
        )
        for kind, amount in cents.items():
            if amount:
                source = f"import:{bill.number}:{position}:{kind}"
                balances.enter(session, practice_id, statement.id, kind, amount, source, PAST)
