"""A plan's due day is told where the patient asked to be written to (decision 0017)."""

from collections.abc import Callable
from datetime import date, timedelta
from smtplib import SMTPException

import pytest

from bot import installments
from bot.jobs import tick
from bot.models import Installment, Message, PaymentAttempt, Practice
from bot.plan_notices import MailLater, mail_plan_notice
from bot.rules.plans import PlanPolicy, PlanProposal, propose
from bot.rules.texting_wishes import NO_WISH, Channel, TextingWish, goes_by_mail
from bot.runtime import Runtime
from bot.store import patients, plans
from tests.world import Cast, add_patient

BY_MAIL = TextingWish(channel=Channel.EMAIL)
PAUSED = TextingWish(not_before=date(2026, 4, 1))
ADDRESS = "alice@example.org"


@pytest.fixture
def agreed(runtime: Runtime, practice: Practice) -> Callable[[TextingWish, str | None], int]:
    """A plan whose first day is Mar 18, of somebody with this wish and address; the patient."""

    def made(wish: TextingWish, email: str | None) -> int:
        patient_id = add_patient(runtime, practice.id, Cast(email=email))
        now = runtime.clock.now()
        proposal = propose(22000, now.date(), PlanPolicy(), count=2)
        assert isinstance(proposal, PlanProposal)
        with runtime.database.transaction(practice.id) as session:
            plans.propose(session, practice.id, patient_id, proposal, now)
            assert plans.agree(session, practice.id, patient_id, "agree", None, now)
            patients.keep_wish(session, practice.id, patient_id, wish)
        return patient_id

    return made


def on_the_day(runtime: Runtime, practice: Practice) -> None:
    runtime.clock.advance(timedelta(days=8))
    tick(runtime)
    tick(runtime)


def mail(runtime: Runtime, practice: Practice) -> None:
    with runtime.database.transaction(practice.id) as session:
        first = session.query(Installment).order_by(Installment.id).first()
    assert first is not None
    mail_plan_notice(runtime, practice.id, first.id)


def texts(runtime: Runtime, practice: Practice) -> list[Message]:
    with runtime.database.transaction(practice.id) as session:
        return [m for m in session.query(Message) if "installment_due" in m.says]


def test_who_asked_for_e_mail_is_mailed_once_and_not_texted(
    runtime: Runtime, practice: Practice, agreed: Callable[[TextingWish, str | None], int]
) -> None:
    agreed(BY_MAIL, ADDRESS)
    on_the_day(runtime, practice)
    mail(runtime, practice)
    mail(runtime, practice)
    [sent] = runtime.mail.mails  # type: ignore[attr-defined]
    assert sent.to == ADDRESS
    assert "/p/" in sent.body
    assert "$" not in sent.body + sent.subject
    assert "plan" not in (sent.body + sent.subject).lower()
    assert texts(runtime, practice) == []


def test_within_a_pause_it_is_mailed_where_there_is_an_address(
    runtime: Runtime, practice: Practice, agreed: Callable[[TextingWish, str | None], int]
) -> None:
    agreed(PAUSED, ADDRESS)
    on_the_day(runtime, practice)
    mail(runtime, practice)
    assert len(runtime.mail.mails) == 1  # type: ignore[attr-defined]
    assert texts(runtime, practice) == []


def test_within_a_pause_the_text_waits_where_there_is_none(
    runtime: Runtime, practice: Practice, agreed: Callable[[TextingWish, str | None], int]
) -> None:
    from bot import outbox

    agreed(PAUSED, None)
    on_the_day(runtime, practice)
    [waiting] = texts(runtime, practice)
    outbox.send_text(runtime, practice.id, waiting.id)
    [waiting] = texts(runtime, practice)
    assert waiting.status == "queued"
    assert waiting.reason == "the patient asked for no texts before Apr 1"
    runtime.clock.advance(timedelta(days=12, hours=22))
    outbox.send_text(runtime, practice.id, waiting.id)
    [sent] = texts(runtime, practice)
    assert sent.status == "sent"


def test_without_an_address_it_is_a_text(
    runtime: Runtime, practice: Practice, agreed: Callable[[TextingWish, str | None], int]
) -> None:
    agreed(BY_MAIL, None)
    on_the_day(runtime, practice)
    assert len(texts(runtime, practice)) == 1


def test_an_e_mail_that_fails_twice_is_a_text(
    runtime: Runtime,
    practice: Practice,
    agreed: Callable[[TextingWish, str | None], int],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    def away(to: str, subject: str, body: str) -> None:
        raise SMTPException

    agreed(BY_MAIL, ADDRESS)
    on_the_day(runtime, practice)
    monkeypatch.setattr(runtime.mail, "send", away)
    with pytest.raises(MailLater):
        mail(runtime, practice)
    assert texts(runtime, practice) == []
    mail(runtime, practice)
    mail(runtime, practice)
    assert len(texts(runtime, practice)) == 1


def test_a_failed_charge_is_told_by_e_mail_too(
    runtime: Runtime, practice: Practice, agreed: Callable[[TextingWish, str | None], int]
) -> None:
    patient_id = agreed(BY_MAIL, ADDRESS)
    with runtime.database.transaction(practice.id) as session:
        plan = plans.active(session, practice.id, patient_id)
        assert plan is not None
        plan.payment_method_id = "pm_1"
    on_the_day(runtime, practice)
    desk = runtime.payments
    desk.charge_status, desk.decline_code = "failed", "expired_card"  # type: ignore[attr-defined]
    with runtime.database.transaction(practice.id) as session:
        [charge] = session.query(PaymentAttempt).filter_by(mode="charge")
    installments.charge(runtime, practice.id, charge.id)
    mail(runtime, practice)
    [sent] = runtime.mail.mails  # type: ignore[attr-defined]
    assert "did not go through" in sent.body
    assert texts(runtime, practice) == []


@pytest.mark.parametrize(
    ("wish", "has_email", "by_mail"),
    [
        (NO_WISH, True, False),
        (BY_MAIL, True, True),
        (BY_MAIL, False, False),
        (PAUSED, True, True),
        (PAUSED, False, False),
        (TextingWish(channel=Channel.CALL), True, False),
        (TextingWish(not_before=date(2026, 3, 18)), True, False),
    ],
)
def test_what_is_mailed(wish: TextingWish, has_email: bool, by_mail: bool) -> None:
    assert goes_by_mail(wish, has_email, date(2026, 3, 18)) is by_mail
