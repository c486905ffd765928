"""Erasing one of several on a number: their words go everywhere, the other's stay."""

from datetime import date, timedelta

from sqlalchemy import select

from bot.models import Conversation, Handoff, Hold, Message, PlanRequest, Practice
from bot.runtime import Runtime
from tests.test_erasure import erased, said
from tests.world import Bill, Cast, add_patient


def a_family(runtime: Runtime, practice_id: int) -> int:
    """Alice is in the book already; Bob's id."""
    meanings = runtime.ear.meanings  # type: ignore[attr-defined]
    meanings |= {
        "the charge of march is wrong": "dispute_charge",
        "refund my 20 dollars": "request_refund",
        "call me about it at work": "request_call",
        "alice moreno wants a person": "request_human",
    }
    bob = Cast(name="Bob Reyes", born=date(1975, 7, 2), bills=(Bill(number="S2"),))
    return add_patient(runtime, practice_id, bob)


def told_by_alice_then_bob(runtime: Runtime, practice_id: int) -> None:
    """Hours lie between: her check has lapsed when he writes."""
    said(runtime, practice_id, "the charge of march is wrong")
    said(runtime, practice_id, "alice 3/14/1980")
    runtime.clock.advance(timedelta(hours=30))  # type: ignore[attr-defined]
    said(runtime, practice_id, "refund my 20 dollars")
    said(runtime, practice_id, "bob 7/2/1975")


def rows_of(runtime: Runtime, practice_id: int, column: object) -> list[object]:
    with runtime.database.transaction(practice_id) as session:
        return list(session.scalars(select(column)))  # type: ignore[call-overload]


def test_the_note_to_a_person_keeps_the_others_lines(
    runtime: Runtime, practice: Practice, patient_id: int
) -> None:
    bob = a_family(runtime, practice.id)
    told_by_alice_then_bob(runtime, practice.id)
    [note] = rows_of(runtime, practice.id, Handoff.note)
    assert note == "the charge of march is wrong\nrefund my 20 dollars"
    erased(runtime, practice.id, patient_id)
    assert rows_of(runtime, practice.id, Handoff.note) == ["refund my 20 dollars"]
    assert rows_of(runtime, practice.id, Handoff.note_of) == [[bob]]


def test_their_texts_go_and_the_others_stay(
    runtime: Runtime, practice: Practice, patient_id: int
) -> None:
    bob = a_family(runtime, practice.id)
    told_by_alice_then_bob(runtime, practice.id)
    erased(runtime, practice.id, patient_id)
    with runtime.database.transaction(practice.id) as session:
        came = select(Message).where(Message.direction == "in").order_by(Message.id)
        texts = session.scalars(came).all()
        left = [(row.body, row.patient_id) for row in texts if row.body]
        assert left == [("refund my 20 dollars", bob), ("bob 7/2/1975", bob)]


def test_words_of_whoever_held_the_phone_that_name_them_go(
    runtime: Runtime, practice: Practice, patient_id: int
) -> None:
    a_family(runtime, practice.id)
    said(runtime, practice.id, "hello there")
    said(runtime, practice.id, "alice moreno wants a person")
    erased(runtime, practice.id, patient_id)
    bodies = rows_of(runtime, practice.id, Message.body)
    assert "hello there" in bodies
    assert "alice moreno wants a person" not in bodies


def test_nobody_is_known_in_the_thread_any_more(
    runtime: Runtime, practice: Practice, patient_id: int
) -> None:
    a_family(runtime, practice.id)
    said(runtime, practice.id, "alice 3/14/1980")
    erased(runtime, practice.id, patient_id)
    with runtime.database.transaction(practice.id) as session:
        thread = session.scalars(select(Conversation)).one()
        assert (thread.patient_id, thread.verified_at) == (None, None)
        assert thread.memory["question"] is None


def test_what_they_told_stands_in_nobody_elses_hold_or_request(
    runtime: Runtime, practice: Practice, patient_id: int
) -> None:
    a_family(runtime, practice.id)
    runtime.ear.meanings["this is alice i lost my job"] = (  # type: ignore[attr-defined]
        "financial_hardship"
    )
    runtime.ear.meanings["alice can only pay 5 a month"] = (  # type: ignore[attr-defined]
        "financial_hardship"
    )
    said(runtime, practice.id, "this is alice i lost my job")
    said(runtime, practice.id, "alice can only pay 5 a month")
    assert any(rows_of(runtime, practice.id, PlanRequest.said))
    erased(runtime, practice.id, patient_id)
    assert set(rows_of(runtime, practice.id, Hold.note)) == {""}
    assert set(rows_of(runtime, practice.id, PlanRequest.said)) == {""}
