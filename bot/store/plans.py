"""Payment plans: proposed, agreed, paid off by installments."""

from collections.abc import Sequence
from datetime import date, datetime

from sqlalchemy import Select, func, select, update
from sqlalchemy.orm import Session

from bot.bill import InstallmentView, PlanView
from bot.models import Installment, InstallmentStatus, PaymentPlan, PlanChange, PlanStatus
from bot.rules.cards import Card
from bot.rules.due_dates import Frequency
from bot.rules.holds import HoldKind
from bot.rules.plan_changes import ChangeKind
from bot.rules.plans import PlanProposal
from bot.store import holds

OPEN = (InstallmentStatus.DUE, InstallmentStatus.ASKED, InstallmentStatus.FAILED)


def propose(
    session: Session, practice_id: int, patient_id: int, proposal: PlanProposal, now: datetime
) -> PaymentPlan:
    """A newer proposal takes the place of an older one nobody agreed to."""
    session.execute(
        update(PaymentPlan)
        .where(
            PaymentPlan.practice_id == practice_id,
            PaymentPlan.patient_id == patient_id,
            PaymentPlan.status == PlanStatus.PROPOSED,
        )
        .values(status=PlanStatus.STOPPED)
    )
    plan = PaymentPlan(
        practice_id=practice_id,
        patient_id=patient_id,
        status=PlanStatus.PROPOSED,
        frequency=proposal.frequency,
        total_cents=proposal.total_cents,
        statement_id=proposal.statement_id,
        proposed_at=now,
    )
    session.add(plan)
    session.flush()
    session.add_all(
        Installment(
            practice_id=practice_id,
            plan_id=plan.id,
            position=position,
            due_on=part.due_on,
            cents=part.cents,
            status=InstallmentStatus.DUE,
        )
        for position, part in enumerate(proposal.installments, start=1)
    )
    return plan


def agree_to(
    session: Session,
    practice_id: int,
    patient_id: int,
    proposal: PlanProposal,
    consent_text: str,
    consent_message_id: int | None,
    now: datetime,
) -> PaymentPlan | None:
    """Exactly what was offered, also when something else has been proposed since."""
    plan = proposed(session, practice_id, patient_id)
    is_same = plan is not None and plan.statement_id == proposal.statement_id
    if plan is None or not is_same or not _is_of(session, plan, proposal):
        propose(session, practice_id, patient_id, proposal, now)
    return agree(session, practice_id, patient_id, consent_text, consent_message_id, now)


def _is_of(session: Session, plan: PaymentPlan, proposal: PlanProposal) -> bool:
    parts = installments(session, plan.practice_id, plan.id)
    return [(p.due_on, p.cents) for p in parts] == [
        (p.due_on, p.cents) for p in proposal.installments
    ]


def agree(
    session: Session,
    practice_id: int,
    patient_id: int,
    consent_text: str,
    consent_message_id: int | None,
    now: datetime,
) -> PaymentPlan | None:
    """The open proposal becomes the plan. None when there is none, or a plan already runs."""
    if active(session, practice_id, patient_id) is not None:
        return None
    plan = session.scalars(_with_status(practice_id, patient_id, PlanStatus.PROPOSED)).one_or_none()
    if plan is None:
        return None
    plan.status = PlanStatus.ACTIVE
    plan.agreed_at = now
    plan.consent_text = consent_text
    plan.consent_message_id = consent_message_id
    session.flush()
    holds.open_hold(
        session,
        practice_id,
        patient_id,
        HoldKind.PLAN_CURRENT,
        now,
        statement_id=plan.statement_id,
    )
    return plan


def proposed(session: Session, practice_id: int, patient_id: int) -> PaymentPlan | None:
    """The proposal that waits for a yes; locked, so that none takes its place meanwhile."""
    waiting = _with_status(practice_id, patient_id, PlanStatus.PROPOSED).with_for_update()
    return session.scalars(waiting).one_or_none()


def active(session: Session, practice_id: int, patient_id: int) -> PaymentPlan | None:
    return session.scalars(_with_status(practice_id, patient_id, PlanStatus.ACTIVE)).one_or_none()


def get(session: Session, practice_id: int, plan_id: int) -> PaymentPlan:
    return session.scalars(
        select(PaymentPlan).where(PaymentPlan.practice_id == practice_id, PaymentPlan.id == plan_id)
    ).one()


def active_view(session: Session, practice_id: int, patient_id: int) -> PlanView | None:
    plan = active(session, practice_id, patient_id)
    if plan is None:
        return None
    parts = installments(session, practice_id, plan.id)
    return PlanView(
        id=plan.id,
        autopay=plan.payment_method_id is not None,
        installments=tuple(
            InstallmentView(
                p.due_on,
                p.cents,
                paid=p.status == InstallmentStatus.PAID,
                under_way=p.status == InstallmentStatus.PROCESSING,
                asked=p.status in (InstallmentStatus.ASKED, InstallmentStatus.FAILED),
            )
            for p in parts
            if p.status != InstallmentStatus.VOID
        ),
        frequency=Frequency(plan.frequency),
        statement_id=plan.statement_id,
        skips=skips_of(session, practice_id, plan.id),
        card=card_of(plan),
    )


def keep_card(plan: PaymentPlan, payment_method_id: str | None, card: Card | None) -> None:
    """From now on it pays the plan; None: nothing does."""
    plan.payment_method_id = payment_method_id
    plan.card_brand = card.brand if card else None
    plan.card_last4 = card.last4 if card else None


def card_of(plan: PaymentPlan) -> Card | None:
    if plan.card_brand is None or plan.card_last4 is None:
        return None
    return Card(plan.card_brand, plan.card_last4)


def skips_of(session: Session, practice_id: int, plan_id: int) -> int:
    found = select(func.count()).where(
        PlanChange.practice_id == practice_id,
        PlanChange.plan_id == plan_id,
        PlanChange.kind == ChangeKind.SKIP,
    )
    return int(session.scalar(found) or 0)


def installments(session: Session, practice_id: int, plan_id: int) -> Sequence[Installment]:
    return session.scalars(
        select(Installment)
        .where(Installment.practice_id == practice_id, Installment.plan_id == plan_id)
        .order_by(Installment.position)
    ).all()


def installment(session: Session, practice_id: int, installment_id: int) -> Installment:
    """Locked: two workers never charge it at once."""
    return session.scalars(
        select(Installment)
        .where(Installment.practice_id == practice_id, Installment.id == installment_id)
        .with_for_update()
    ).one()


def due_installments(session: Session, practice_id: int, today: date) -> Sequence[Installment]:
    """Of active plans, due by today (or due another try), claimed by nobody else."""
    return session.scalars(
        select(Installment)
        .join(PaymentPlan, PaymentPlan.id == Installment.plan_id)
        .where(
            Installment.practice_id == practice_id,
            PaymentPlan.status == PlanStatus.ACTIVE,
            Installment.status.in_((InstallmentStatus.DUE, InstallmentStatus.FAILED)),
            Installment.due_on <= today,
            (Installment.next_try_on.is_(None)) | (Installment.next_try_on <= today),
        )
        .order_by(Installment.due_on, Installment.id)
        .with_for_update(skip_locked=True, of=Installment)
    ).all()


def mark(
    session: Session, practice_id: int, installment_id: int, status: InstallmentStatus
) -> None:
    installment(session, practice_id, installment_id).status = status
    session.flush()


def finish_if_paid(session: Session, practice_id: int, plan_id: int, now: datetime) -> None:
    parts = installments(session, practice_id, plan_id)
    if all(p.status in (InstallmentStatus.PAID, InstallmentStatus.VOID) for p in parts):
        plan = get(session, practice_id, plan_id)
        if plan.status != PlanStatus.ACTIVE:
            return
        plan.status = PlanStatus.DONE
        holds.release_kind(session, practice_id, plan.patient_id, HoldKind.PLAN_CURRENT, now)


def void_rest(session: Session, practice_id: int, plan_id: int, now: datetime) -> None:
    """Paid off early: nothing is charged any more."""
    for part in installments(session, practice_id, plan_id):
        if part.status in OPEN:
            part.status = InstallmentStatus.VOID
    session.flush()
    finish_if_paid(session, practice_id, plan_id, now)


def _with_status(practice_id: int, patient_id: int, status: PlanStatus) -> Select[PaymentPlan]:
    return select(PaymentPlan).where(
        PaymentPlan.practice_id == practice_id,
        PaymentPlan.patient_id == patient_id,
        PaymentPlan.status == status,
    )
