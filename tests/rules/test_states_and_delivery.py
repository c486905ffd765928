"""Conversations change hands, and statuses forward, in known ways only."""

from itertools import permutations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.rules.delivery import ErrorKind, MessageStatus, after_error, from_twilio, later
from bot.rules.states import Event, RefusedTransition, State, may_move, move

TWILIO = ["accepted", "queued", "sending", "sent", "delivered"]


@given(st.sampled_from(State), st.sampled_from(Event))
def test_every_event_in_every_state_moves_or_is_refused(state: State, event: Event) -> None:
    try:
        assert isinstance(move(state, event), State)
        assert may_move(state, event)
    except RefusedTransition as refusal:
        assert (refusal.state, refusal.event) == (state, event)
        assert not may_move(state, event)


@given(st.sampled_from(State), st.lists(st.sampled_from(Event), max_size=30))
def test_a_patient_is_heard_after_anything(state: State, events: list[Event]) -> None:
    for event in events:
        state = move(state, event) if may_move(state, event) else state
    assert move(state, Event.PATIENT_WROTE) in {State.BOT, State.STAFF}


@pytest.mark.parametrize(
    ("state", "event", "then"),
    [
        (State.STAFF, Event.PATIENT_WROTE, State.STAFF),
        (State.STAFF, Event.RETURNED, State.BOT),
        (State.CLOSED, Event.PATIENT_WROTE, State.BOT),
        (State.CLOSED, Event.REOPENED, State.STAFF),
        (State.BOT, Event.HANDED_OFF, State.STAFF),
    ],
)
def test_a_colleague_keeps_the_word_until_it_is_given_back(
    state: State, event: Event, then: State
) -> None:
    assert move(state, event) is then


def test_what_is_not_in_the_table_is_refused() -> None:
    with pytest.raises(RefusedTransition, match="a bot conversation cannot be returned"):
        move(State.BOT, Event.RETURNED)


@pytest.mark.parametrize("order", list(permutations(TWILIO)))
def test_callbacks_in_any_order_end_at_the_same_status(order: tuple[str, ...]) -> None:
    status = "queued"
    for report in order:
        status = later(status, report)
    assert status == "delivered"


@given(st.text(), st.sampled_from(MessageStatus))
def test_a_strange_status_changes_nothing(strange: str, status: MessageStatus) -> None:
    known = {*MessageStatus, "accepted", "scheduled", "read"}
    assert strange in known or later(status, strange) == status


@pytest.mark.parametrize("end", ["delivered", "undelivered", "failed"])
def test_an_end_stays_the_end(end: str) -> None:
    assert {later(end, status) for status in MessageStatus if status != "withheld"} == {end}


def test_what_was_withheld_was_never_sent() -> None:
    assert later("withheld", "delivered") == "withheld"


@pytest.mark.parametrize(
    ("report", "ours"),
    [("queued", "sent"), ("Delivered", "delivered"), ("read", "delivered"), ("canceled", "failed")],
)
def test_twilio_words_become_ours(report: str, ours: str) -> None:
    assert from_twilio(report) == ours


def test_a_word_twilio_never_used_before_is_none_of_ours() -> None:
    assert from_twilio("levitating") is None


@pytest.mark.parametrize(
    ("code", "kind", "retries"),
    [
        (21610, ErrorKind.PERMANENT_OPTOUT, 0),
        (21211, ErrorKind.BAD_NUMBER, 0),
        (21614, ErrorKind.BAD_NUMBER, 0),
        (30006, ErrorKind.BAD_NUMBER, 0),
        (30005, ErrorKind.REASSIGNED, 0),
        (30004, ErrorKind.BLOCKED, 0),
        (30007, ErrorKind.SUPPRESS_TEMPLATE, 0),
        (30034, ErrorKind.STOP_PRACTICE, 0),
        (20003, ErrorKind.STOP_PRACTICE, 0),
        (30003, ErrorKind.RETRY_NEXT_DAY, 1),
        (30008, ErrorKind.RETRY_LATER, 1),
        (99999, ErrorKind.UNKNOWN, 0),
        (None, ErrorKind.UNKNOWN, 0),
    ],
)
def test_each_error_has_one_answer(code: int | None, kind: ErrorKind, retries: int) -> None:
    action = after_error(code)
    assert (action.kind, action.max_retries) == (kind, retries)
    assert (action.retry_after_minutes is not None) == (retries > 0)
