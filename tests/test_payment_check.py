"""A payment that a patient tells of is looked for: booked or told once, to nobody unknown."""

from dataclasses import replace
from datetime import date

import pytest

from bot import inbound, payment_check
from bot.gateways.payments import PaymentsLater
from bot.mailing import MailLater, send_mail
from bot.models import Mailing, Message, Practice
from bot.rules.holds import HoldKind
from bot.runtime import Runtime
from bot.store import balances, conversations, holds
from tests.test_payments import begin, link, owed
from tests.world import PHONE, Cast, add_patient

PAID = Cast(payments=(("45.00", date(2026, 3, 3)),))


def hear(runtime: Runtime, practice: Practice, body: str, means: str) -> int:
    """The id of the patient's text, answered."""
    runtime.ear.meanings[body] = means  # type: ignore[attr-defined]
    sid = f"SM{len(texts(runtime, practice)):032d}"
    inbound.accept(runtime, practice.id, inbound.InboundText(sid, PHONE, body))
    with runtime.database.transaction(practice.id) as session:
        now = runtime.clock.now()
        thread = conversations.of_number(session, practice.id, PHONE, "en", now).id
    inbound.take_turn(runtime, practice.id, thread)
    return next(row.id for row in texts(runtime, practice) if row.twilio_sid == sid)


def texts(runtime: Runtime, practice: Practice) -> list[Message]:
    with runtime.database.transaction(practice.id) as session:
        return list(session.query(Message).order_by(Message.id))


def said(runtime: Runtime, practice: Practice) -> list[str]:
    return [key for row in texts(runtime, practice) for key in row.says if key != "tells"]


def known(runtime: Runtime, practice: Practice) -> None:
    hear(runtime, practice, "what do i owe", "ask_balance")
    hear(runtime, practice, "3/14/1980", "out_of_scope")


def checks(runtime: Runtime, practice: Practice, patient_id: int) -> bool:
    today = runtime.clock.now().date()
    with runtime.database.transaction(practice.id) as session:
        found = holds.open_holds(session, practice.id, patient_id, today)
    return any(hold.kind is HoldKind.PAYMENT_CHECK for hold in found)


def test_an_unfinished_payment_is_told_once(
    runtime: Runtime, practice: Practice, patient_id: int
) -> None:
    begin(runtime, practice, link(runtime, practice, patient_id))
    known(runtime, practice)
    message_id = hear(runtime, practice, "i paid it", "already_paid")
    for _ in range(2):
        payment_check.look_for_payment(runtime, practice.id, message_id)
    assert said(runtime, practice).count("paid_not_finished") == 1


def test_a_stranger_is_told_nothing_but_the_payment_is_booked(
    runtime: Runtime, practice: Practice, patient_id: int
) -> None:
    begin(runtime, practice, link(runtime, practice, patient_id))
    message_id = hear(runtime, practice, "i paid it", "already_paid")
    payment_check.look_for_payment(runtime, practice.id, message_id)
    assert "paid_not_finished" not in said(runtime, practice)
    assert checks(runtime, practice, patient_id)
    runtime.payments.pay("cs_1")  # type: ignore[attr-defined]
    payment_check.look_for_payment(runtime, practice.id, message_id)
    assert owed(runtime, practice, patient_id) == 0
    assert not checks(runtime, practice, patient_id)


def test_a_partner_that_is_away_leaves_it_to_a_person_once(
    runtime: Runtime, practice: Practice, patient_id: int
) -> None:
    begin(runtime, practice, link(runtime, practice, patient_id))
    known(runtime, practice)
    message_id = hear(runtime, practice, "i paid it", "already_paid")
    for _ in range(2):
        runtime.payments.silent.append(PaymentsLater("away"))  # type: ignore[attr-defined]
        payment_check.look_for_payment(runtime, practice.id, message_id)
    assert said(runtime, practice).count("paid_look_person") == 1
    assert checks(runtime, practice, patient_id)


def test_a_payment_of_one_bill_in_parts_settles_that_bill_to_the_cent(
    runtime: Runtime, practice: Practice, patient_id: int
) -> None:
    with runtime.database.transaction(practice.id) as session:
        now = runtime.clock.now()
        (only,) = balances.balances_by_statement(session, practice.id, patient_id)
        balances.enter_payment(session, practice.id, patient_id, 5000, "a", now, first_id=only)
        balances.enter_payment(session, practice.id, patient_id, 17000, "b", now, first_id=only)
    assert owed(runtime, practice, patient_id) == 0


def ask_for_receipt(runtime: Runtime, practice: Practice) -> list[int]:
    """The ids of the mails that are to go out."""
    known(runtime, practice)
    hear(runtime, practice, "receipt please", "request_receipt")
    with runtime.database.transaction(practice.id) as session:
        return [mailing.id for mailing in session.query(Mailing)]


def test_receipts_are_mailed_once_and_without_a_sum_and_tried_again(
    runtime: Runtime, practice: Practice
) -> None:
    add_patient(runtime, practice.id, replace(PAID, email="alice@example.org"))
    (mailing_id,) = ask_for_receipt(runtime, practice)
    runtime.mail.failures.append(OSError("no mail server"))  # type: ignore[attr-defined]
    with pytest.raises(MailLater):
        send_mail(runtime, practice.id, mailing_id)
    for _ in range(2):
        send_mail(runtime, practice.id, mailing_id)
    (mail,) = runtime.mail.mails  # type: ignore[attr-defined]
    assert mail.to == "alice@example.org"
    assert "/receipts" in mail.body
    assert not {"$45.00", "Alice"} & set(mail.body.split())


def test_without_an_address_nothing_is_mailed(runtime: Runtime, practice: Practice) -> None:
    add_patient(runtime, practice.id, PAID)
    assert ask_for_receipt(runtime, practice) == []
