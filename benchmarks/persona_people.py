"""Who uses a scripted patient's phone and what each of them owes: read, and put into the ledger."""

from dataclasses import dataclass
from datetime import UTC, date, datetime, time

from sqlalchemy import select
from sqlalchemy.orm import Session

from benchmarks.persona_fields import Fields
from bot.models import Account, AttemptStatus, EntryKind, Installment, InstallmentStatus, Statement
from bot.rules.due_dates import Frequency
from bot.rules.holds import HoldKind
from bot.rules.plans import Installment as Part
from bot.rules.plans import PlanProposal
from bot.runtime import Runtime
from bot.store import balances, holds, payments, plans
from tests.world import PHONE, Bill, Cast, Line, add_patient

NOON = time(18, tzinfo=UTC)


@dataclass(frozen=True)
class Payment:
    cents: int
    on: date
    statement: str


@dataclass(frozen=True)
class PlanPart:
    cents: int
    on: date
    paid: bool


@dataclass(frozen=True)
class Held:
    kind: HoldKind
    statement: str
    until: date | None


@dataclass(frozen=True)
class Payer:
    """`pending_cents`: on their way from the bank."""

    cast: Cast
    payments: tuple[Payment, ...] = ()
    plan: tuple[PlanPart, ...] = ()
    pending_cents: int = 0
    holds: tuple[Held, ...] = ()


People = tuple[Payer, ...]


def people_of(fields: Fields) -> People:
    language = str(fields.raw.get("language", "en"))
    groups = fields.groups("people") or [Fields({}, fields.where)]
    return tuple(_payer(group, language) for group in groups)


def _payer(fields: Fields, language: str) -> Payer:
    zip_code = fields.take("zip", "78701")
    found = Payer(
        cast=Cast(
            name=fields.text("name", "Alice Moreno"),
            born=fields.day("born", date(1980, 3, 14)),
            zip=None if zip_code is None else str(zip_code),
            language=language,
            phone=PHONE,
            consent=fields.truth("consent", True),
            unencrypted_ok=fields.truth("unencrypted_ok", True),
            bills=_bills(fields),
        ),
        payments=tuple(_payment(each) for each in fields.groups("payments")),
        plan=tuple(_part(each) for each in fields.groups("plan")),
        pending_cents=fields.money("pending"),
        holds=tuple(_held(each) for each in fields.groups("holds")),
    )
    fields.refuse_unknown()
    return found


def _bills(fields: Fields) -> tuple[Bill, ...]:
    if fields.raw.get("statements") == []:
        fields.take("statements", [])
        return ()
    return tuple(_bill(each) for each in fields.groups("statements")) or (Bill(),)


def _bill(fields: Fields) -> Bill:
    on = fields.day("on", date(2026, 2, 10))
    due = fields.day("due", date(2026, 3, 31))
    assert on is not None and due is not None
    lines = tuple(_line(each) for each in fields.groups("lines", needed=True))
    found = Bill(fields.text("number", "S1"), on, due, lines)
    fields.refuse_unknown()
    return found


def _line(fields: Fields) -> Line:
    sums = {n: f"{fields.money(n) / 100:.2f}"
            for n in ("charge", "insurance", "adjustment", "paid")}  # fmt: skip
    on = fields.day("on", date(2026, 1, 20))
    assert on is not None
    found = Line(what=fields.text("what", "Office visit"), on=on, **sums)
    fields.refuse_unknown()
    return found


def _payment(fields: Fields) -> Payment:
    on = fields.day("on", None)
    if on is None:
        raise fields.bad("on", "a day like 2026-03-01")
    found = Payment(fields.money("amount"), on, fields.text("statement", "S1"))
    fields.refuse_unknown()
    return found


def _part(fields: Fields) -> PlanPart:
    on = fields.day("on", None)
    if on is None:
        raise fields.bad("on", "a day like 2026-03-18")
    found = PlanPart(fields.money("amount"), on, fields.truth("paid", False))
    fields.refuse_unknown()
    return found


def _held(fields: Fields) -> Held:
    kind = fields.one_of("kind", tuple(HoldKind))
    found = Held(HoldKind(kind), fields.text("statement"), fields.day("until", None))
    fields.refuse_unknown()
    return found


# --- into the ledger ---------------------------------------------------------------------------


def move_in(runtime: Runtime, practice_id: int, people: People, now: datetime) -> dict[int, Payer]:
    """By the ids they were given."""
    ids = {add_patient(runtime, practice_id, payer.cast): payer for payer in people}
    for patient_id, payer in ids.items():
        with runtime.database.transaction(practice_id) as session:
            _book_payments(session, practice_id, patient_id, payer)
            _agree_plan(session, practice_id, patient_id, payer, now)
            _hold(session, practice_id, patient_id, payer, now)
            if payer.pending_cents:
                attempt = payments.new_attempt(
                    session, practice_id, patient_id, "payment", payer.pending_cents, now
                )
                attempt.status = AttemptStatus.PROCESSING
    return ids


def _statement_id(session: Session, practice_id: int, patient_id: int, number: str) -> int:
    return session.scalars(
        select(Statement.id)
        .join(Account, Account.id == Statement.account_id)
        .where(
            Statement.practice_id == practice_id,
            Account.guarantor_id == patient_id,
            Statement.external_id == number,
        )
    ).one()


def _book_payments(session: Session, practice_id: int, patient_id: int, payer: Payer) -> None:
    for place, paid in enumerate(payer.payments):
        statement_id = _statement_id(session, practice_id, patient_id, paid.statement)
        source = f"desk:{patient_id}-{place}:{statement_id}"
        at = datetime.combine(paid.on, NOON)
        balances.enter(
            session, practice_id, statement_id, EntryKind.PAYMENT, -paid.cents, source, at
        )


def _agree_plan(
    session: Session, practice_id: int, patient_id: int, payer: Payer, now: datetime
) -> None:
    """What is paid of it is in the ledger already, as `payments` tell."""
    if not payer.plan:
        return
    parts = tuple(Part(part.on, part.cents) for part in payer.plan)
    proposal = PlanProposal(parts, sum(p.cents for p in payer.plan), Frequency.MONTHLY)
    plans.propose(session, practice_id, patient_id, proposal, now)
    plan = plans.agree(session, practice_id, patient_id, "agreed before", None, now)
    assert plan is not None
    rows: list[Installment] = list(plans.installments(session, practice_id, plan.id))
    for row, part in zip(rows, payer.plan, strict=True):
        if part.paid:
            row.status = InstallmentStatus.PAID


def _hold(session: Session, practice_id: int, patient_id: int, payer: Payer, now: datetime) -> None:
    for held in payer.holds:
        statement_id = (
            _statement_id(session, practice_id, patient_id, held.statement)
            if held.statement
            else None
        )
        holds.open_hold(
            session, practice_id, patient_id, held.kind, now,
            until=held.until, statement_id=statement_id,
        )  # fmt: skip
