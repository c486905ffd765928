"""One look at a patient's link: whose it is, what is owed now, and what may be shown of it."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from enum import StrEnum

from flask import abort, session
from sqlalchemy.orm import Session

from bot.bill import Bill
from bot.clock import day_in
from bot.models import Installment as InstallmentRow
from bot.models import Patient, PaymentAttempt, PaymentRequest, Practice, RequestStatus
from bot.practice_settings import PracticeSettings
from bot.rules.identity import STANDARD, tries_left
from bot.runtime import Runtime
from bot.store import balances, pages, patients, payments, plans, practices
from bot.web import tickets
from bot.web.here import runtime
from bot.web.page_words import Words, words

CHECK_LASTS = timedelta(minutes=STANDARD.ttl_minutes)


class LinkState(StrEnum):
    OPEN = "open"
    EXPIRED = "expired"
    SUPERSEDED = "superseded"
    PAID = "paid"


@dataclass(frozen=True)
class Visit:
    """`is_checked`: whoever looks has told the birth date or ZIP within the last half hour."""

    token: str
    practice: Practice
    settings: PracticeSettings
    patient: Patient
    request: PaymentRequest
    state: LinkState
    bill: Bill
    proposal: Sequence[InstallmentRow]
    attempts: Sequence[PaymentAttempt]
    tries_left: int
    is_checked: bool
    now: datetime
    today: date
    words: Words

    @property
    def has_run_out(self) -> bool:
        """By age: a link that was replaced or paid is still one to read by."""
        return self.request.expires_at <= self.now

    @property
    def shows_amounts(self) -> bool:
        return self.is_checked or not self.request.needs_check


def visit(token: str) -> Visit:
    """Reads, and changes nothing. An unknown link is simply not there."""
    practice_id = payments.practice_of_token(token)
    if practice_id is None or not 0 < practice_id < 2**63:
        abort(404)
    here = runtime()
    with here.database.transaction(practice_id) as rows:
        request = payments.request_of_token(rows, practice_id, token)
        if request is None:
            abort(404)
        return _look(here, rows, token, request)


def remember_check(visit: Visit) -> None:
    content = [visit.practice.id, visit.patient.id]
    session["checked"] = tickets.issue(runtime().settings, "checked", content)


def _look(here: Runtime, rows: Session, token: str, request: PaymentRequest) -> Visit:
    practice_id, now = request.practice_id, here.clock.now()
    practice = practices.get(rows, practice_id)
    patient = patients.get(rows, practice_id, request.patient_id)
    today = day_in(practice.timezone, now)
    proposal = pages.newest_proposal(rows, practice_id, patient.id)
    since = now - timedelta(hours=STANDARD.window_hours)
    failures = pages.failed_checks(rows, practice_id, patient.id, since)
    return Visit(
        token=token,
        practice=practice,
        settings=practices.settings_of(rows, practice_id),
        patient=patient,
        request=request,
        state=_state(request, now),
        bill=balances.bill_of(rows, practice_id, patient.id, today, practice.timezone),
        proposal=plans.installments(rows, practice_id, proposal.id) if proposal else (),
        attempts=pages.attempts_of(rows, practice_id, request.id),
        tries_left=tries_left(failures, now, STANDARD),
        is_checked=_is_checked(here, practice_id, patient.id),
        now=now,
        today=today,
        words=words(patient.language),
    )


def _state(request: PaymentRequest, now: datetime) -> LinkState:
    if request.status == RequestStatus.OPEN and request.expires_at <= now:
        return LinkState.EXPIRED
    return LinkState(request.status)


def _is_checked(here: Runtime, practice_id: int, patient_id: int) -> bool:
    ticket = session.get("checked", "")
    return tickets.read(here.settings, "checked", ticket, CHECK_LASTS) == [practice_id, patient_id]
