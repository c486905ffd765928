"""Twilio's default opt-out words (docs: "Twilio support for opt-out keywords")."""

from __future__ import annotations

from dataclasses import dataclass

from sandbox.state import Store

STOP = frozenset(
    {"STOP", "STOPALL", "UNSUBSCRIBE", "CANCEL", "END", "QUIT", "REVOKE", "OPTOUT"},
)
START = frozenset({"START", "UNSTOP", "YES"})
HELP = frozenset({"HELP", "INFO"})

_STOPPED = (
    "You have successfully been unsubscribed. You will not receive any more messages from this "
    "number. Reply START to resubscribe."
)
_STARTED = (
    "You have successfully been re-subscribed to messages from this number. Reply HELP for help. "
    "Reply STOP to unsubscribe. Msg&Data Rates May Apply."
)
_HELPED = "Reply STOP to unsubscribe. Msg&Data Rates May Apply."


@dataclass(frozen=True)
class Pair:
    """A block holds between one patient and one sender."""

    patient: str
    sender: str

    @property
    def id(self) -> str:
        return f"{self.patient}|{self.sender}"


def is_blocked(store: Store, pair: Pair) -> bool:
    return store.get("block", pair.id) is not None


def hear(store: Store, pair: Pair, body: str) -> str | None:
    """Twilio's own reply to a text whose whole body is such a word, else None."""
    word = body.strip().upper()
    blocked = is_blocked(store, pair)
    if word in STOP and not blocked:
        store.put("block", {"id": pair.id})
        return _STOPPED
    if word in START and blocked:
        store.remove("block", pair.id)
        return _STARTED
    return _HELPED if word in HELP and not blocked else None
