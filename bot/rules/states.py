"""Who has the word in a conversation, and the only ways it changes hands."""

from enum import StrEnum


class State(StrEnum):
    BOT = "bot"
    STAFF = "staff"
    CLOSED = "closed"


class Event(StrEnum):
    """`handed_off` by the assistant, `taken_over` and `returned` and so on by a colleague."""

    PATIENT_WROTE = "patient_wrote"
    HANDED_OFF = "handed_off"
    TAKEN_OVER = "taken_over"
    RETURNED = "returned"
    RESOLVED = "resolved"
    REOPENED = "reopened"


class RefusedTransition(ValueError):
    """A change of hands nobody foresaw: a bug to be shown, not ignored."""

    def __init__(self, state: State, event: Event) -> None:
        super().__init__(f"a {state} conversation cannot be {event}")
        self.state, self.event = state, event


TRANSITIONS: dict[tuple[State, Event], State] = {
    (State.BOT, Event.PATIENT_WROTE): State.BOT,
    (State.BOT, Event.HANDED_OFF): State.STAFF,
    (State.BOT, Event.TAKEN_OVER): State.STAFF,
    (State.BOT, Event.RESOLVED): State.CLOSED,
    (State.STAFF, Event.PATIENT_WROTE): State.STAFF,
    (State.STAFF, Event.HANDED_OFF): State.STAFF,
    (State.STAFF, Event.TAKEN_OVER): State.STAFF,
    (State.STAFF, Event.RETURNED): State.BOT,
    (State.STAFF, Event.RESOLVED): State.CLOSED,
    (State.CLOSED, Event.PATIENT_WROTE): State.BOT,
    (State.CLOSED, Event.HANDED_OFF): State.STAFF,
    (State.CLOSED, Event.TAKEN_OVER): State.STAFF,
    (State.CLOSED, Event.REOPENED): State.STAFF,
}


def move(state: State, event: Event) -> State:
    try:
        return TRANSITIONS[state, event]
    except KeyError:
        raise RefusedTransition(state, event) from None


def may_move(state: State, event: Event) -> bool:
    """For a page to show only the buttons that work."""
    return (state, event) in TRANSITIONS
