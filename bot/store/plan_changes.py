"""Running plans changed: open payments are struck and new ones written, with what was agreed."""

from collections.abc import Iterable, Sequence
from datetime import datetime
from typing import Any

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from bot.models import (
    Installment,
    InstallmentStatus,
    PaymentPlan,
    PlanChange,
    PlanRequest,
    PlanStatus,
)
from bot.rules.holds import HoldKind
from bot.rules.plan_changes import ChangeKind, Parts, shortened
from bot.rules.plans import Installment as Part
from bot.rules.plans import PlanProposal
from bot.store import balances, holds, plans

PAID_BESIDE = "paid_beside"


class PlanMovedOn(Exception):
    """A payment of it was taken between showing the change and making it: look again."""


def change(
    session: Session,
    practice_id: int,
    plan_id: int,
    kind: ChangeKind,
    before: Parts,
    after: Parts,
    consent_text: str,
    consent_message_id: int | None,
    now: datetime,
) -> None:
    """Raises PlanMovedOn where the open payments are no longer those that were shown."""
    plan = _locked(session, practice_id, plan_id)
    rows = _open_rows(session, practice_id, plan_id)
    if plan.status != PlanStatus.ACTIVE or _parts(rows) != before:
        raise PlanMovedOn(f"plan {plan_id}")
    _replace(session, plan, rows, after)
    session.add(
        _note(plan, kind, before, after, now, text=consent_text, message_id=consent_message_id)
    )
    if not after:
        _end(session, plan, now)
    session.flush()


def stop_card(session: Session, practice_id: int, plan_id: int) -> None:
    plans.keep_card(_locked(session, practice_id, plan_id), None, None)
    session.flush()


def open_place(session: Session, practice_id: int, plan_id: int, place: int) -> Installment:
    return _open_rows(session, practice_id, plan_id)[place]


def owed_cents(session: Session, plan: PaymentPlan) -> int:
    """What is still owed of what the plan is for."""
    by_bill = balances.balances_by_statement(session, plan.practice_id, plan.patient_id)
    if plan.statement_id is not None:
        return by_bill.get(plan.statement_id, 0)
    return sum(by_bill.values())


def fit(session: Session, plan: PaymentPlan, now: datetime) -> None:
    """After a payment beside the plan its last payments give way; never more is asked than owed."""
    if plan.status != PlanStatus.ACTIVE:
        return
    rows = _open_rows(session, plan.practice_id, plan.id)
    parts = plans.installments(session, plan.practice_id, plan.id)
    taken = sum(part.cents for part in parts if part.status == InstallmentStatus.PROCESSING)
    before = _parts(rows)
    after = shortened(before, owed_cents(session, plan) - taken)
    if after == before or not after:
        return
    _replace(session, plan, rows, after)
    session.add(_note(plan, PAID_BESIDE, before, after, now))
    session.flush()


def ask(
    session: Session,
    practice_id: int,
    conversation_id: int,
    patient_id: int | None,
    kind: str,
    said: str,
    owed_cents: int | None,
    asked: PlanProposal | None,
    nearest: PlanProposal | None,
    now: datetime,
) -> None:
    """Put on file for a person, with what an agreement over more payments has to disclose."""
    pack = {
        "owed_cents": owed_cents,
        "asked": _schedule(asked),
        "nearest": _schedule(nearest),
        "interest_percent": 0,
        "fee_cents": 0,
    }
    session.add(
        PlanRequest(
            practice_id=practice_id,
            conversation_id=conversation_id,
            patient_id=patient_id,
            kind=kind,
            said=said,
            pack=pack,
            requested_at=now,
        )
    )
    session.flush()


def newest_request(session: Session, practice_id: int, conversation_id: int) -> PlanRequest | None:
    return session.scalar(
        select(PlanRequest)
        .where(
            PlanRequest.practice_id == practice_id, PlanRequest.conversation_id == conversation_id
        )
        .order_by(PlanRequest.id.desc())
        .limit(1)
    )


def changes_of(session: Session, practice_id: int, plan_id: int) -> Sequence[PlanChange]:
    return session.scalars(
        select(PlanChange)
        .where(PlanChange.practice_id == practice_id, PlanChange.plan_id == plan_id)
        .order_by(PlanChange.id)
    ).all()


def _locked(session: Session, practice_id: int, plan_id: int) -> PaymentPlan:
    return session.scalars(
        select(PaymentPlan)
        .where(PaymentPlan.practice_id == practice_id, PaymentPlan.id == plan_id)
        .with_for_update()
    ).one()


def _open_rows(session: Session, practice_id: int, plan_id: int) -> list[Installment]:
    """Locked, and read anew: a worker may have taken one since."""
    return list(
        session.scalars(
            select(Installment)
            .where(
                Installment.practice_id == practice_id,
                Installment.plan_id == plan_id,
                Installment.status.in_(plans.OPEN),
            )
            .order_by(Installment.position)
            .with_for_update()
            .execution_options(populate_existing=True)
        )
    )


def _replace(
    session: Session, plan: PaymentPlan, rows: Iterable[Installment], after: Parts
) -> None:
    """What is struck stays as a row; its place in the plan is not used again."""
    for row in rows:
        row.status = InstallmentStatus.VOID
    last = session.scalar(
        select(func.max(Installment.position)).where(
            Installment.practice_id == plan.practice_id, Installment.plan_id == plan.id
        )
    )
    session.add_all(
        Installment(
            practice_id=plan.practice_id,
            plan_id=plan.id,
            position=position,
            due_on=part.due_on,
            cents=part.cents,
            status=InstallmentStatus.DUE,
        )
        for position, part in enumerate(after, start=(last or 0) + 1)
    )


def _end(session: Session, plan: PaymentPlan, now: datetime) -> None:
    plan.status = PlanStatus.STOPPED
    holds.release_kind(session, plan.practice_id, plan.patient_id, HoldKind.PLAN_CURRENT, now)


def _note(
    plan: PaymentPlan,
    kind: str,
    before: Parts,
    after: Parts,
    now: datetime,
    *,
    text: str | None = None,
    message_id: int | None = None,
) -> PlanChange:
    return PlanChange(
        practice_id=plan.practice_id,
        plan_id=plan.id,
        kind=kind,
        before=_rows(before),
        after=_rows(after),
        consent_text=text,
        consent_message_id=message_id,
        changed_at=now,
    )


def _parts(rows: Iterable[Installment]) -> Parts:
    return tuple(Part(row.due_on, row.cents) for row in rows)


def _rows(parts: Parts) -> list[Any]:
    return [[part.due_on.isoformat(), part.cents] for part in parts]


def _schedule(proposal: PlanProposal | None) -> dict[str, Any] | None:
    if proposal is None:
        return None
    return {
        "rows": _rows(proposal.installments),
        "total_cents": proposal.total_cents,
        "every": proposal.frequency.value,
    }
