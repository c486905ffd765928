"""What became of a text: statuses that never go back, and what each Twilio error asks of us."""

from dataclasses import dataclass
from enum import StrEnum


class MessageStatus(StrEnum):
    """`unknown`: Twilio was called and we never heard; a person sees it."""

    QUEUED = "queued"
    SENDING = "sending"
    SENT = "sent"
    DELIVERED = "delivered"
    UNDELIVERED = "undelivered"
    FAILED = "failed"
    UNKNOWN = "unknown"
    WITHHELD = "withheld"


# Twilio's words and ours on one scale; callbacks may come in any order (compliance.md section 3).
_RANK = {
    "accepted": 0,
    "scheduled": 1,
    "queued": 2,
    "sending": 3,
    "unknown": 4,
    "sent": 5,
    "delivered": 6,
    "undelivered": 6,
    "failed": 6,
    "read": 7,
    "withheld": 8,
}
_OURS = {
    "accepted": MessageStatus.SENT,
    "scheduled": MessageStatus.SENT,
    "queued": MessageStatus.SENT,
    "sending": MessageStatus.SENT,
    "sent": MessageStatus.SENT,
    "delivered": MessageStatus.DELIVERED,
    "read": MessageStatus.DELIVERED,
    "undelivered": MessageStatus.UNDELIVERED,
    "failed": MessageStatus.FAILED,
    "canceled": MessageStatus.FAILED,
}


def later(old: str, new: str) -> str:
    """The further of two statuses; of equal ones, and against a word we do not know, the old."""
    return new if _RANK.get(new, -1) > _RANK.get(old, -1) else old


def from_twilio(status: str) -> MessageStatus | None:
    """Ours for what Twilio reports: once it has the text, it is sent. None for a strange word."""
    return _OURS.get(status.lower())


class ErrorKind(StrEnum):
    PERMANENT_OPTOUT = "permanent_optout"
    BLOCKED = "blocked"
    BAD_NUMBER = "bad_number"
    REASSIGNED = "reassigned"
    RETRY_LATER = "retry_later"
    RETRY_NEXT_DAY = "retry_next_day"
    STOP_PRACTICE = "stop_practice"
    SUPPRESS_TEMPLATE = "suppress_template"
    UNKNOWN = "unknown"


@dataclass(frozen=True)
class ErrorAction:
    """`reason` in words staff can read. Retries re-run every gate and are one contact for caps."""

    kind: ErrorKind
    reason: str
    retry_after_minutes: int | None = None
    max_retries: int = 0


_NEXT_DAY = 24 * 60
_STRANGE = ErrorAction(ErrorKind.UNKNOWN, "the carrier refused it for a reason we do not know")
_BAD_NUMBER = ErrorAction(ErrorKind.BAD_NUMBER, "this number cannot receive texts")
_STOPPED = ErrorAction(ErrorKind.STOP_PRACTICE, "our texting account is not working")
_BUSY = ErrorAction(ErrorKind.RETRY_LATER, "too many texts at once", 5, 5)

_ACTIONS = {
    20003: _STOPPED,
    20429: ErrorAction(ErrorKind.RETRY_LATER, "too many texts at once", 1, 8),
    21211: _BAD_NUMBER,
    21610: ErrorAction(ErrorKind.PERMANENT_OPTOUT, "the patient opted out at the carrier"),
    21611: _BUSY,
    21614: _BAD_NUMBER,
    30001: _BUSY,
    30002: _STOPPED,
    30003: ErrorAction(ErrorKind.RETRY_NEXT_DAY, "the phone could not be reached", _NEXT_DAY, 1),
    30004: ErrorAction(ErrorKind.BLOCKED, "the patient or the carrier blocks our texts"),
    30005: ErrorAction(ErrorKind.REASSIGNED, "the number is unknown or no longer in use"),
    30006: ErrorAction(ErrorKind.BAD_NUMBER, "a landline, or a carrier that takes no texts"),
    30007: ErrorAction(ErrorKind.SUPPRESS_TEMPLATE, "the carrier took this wording for spam"),
    30008: ErrorAction(ErrorKind.RETRY_LATER, "the carrier gave no reason", 60, 1),
    30034: ErrorAction(ErrorKind.STOP_PRACTICE, "our number is not registered with the carriers"),
}

UNREACHABLE_AFTER = 3
"""Consecutive 30003 in 14 days that mark a number unreachable."""
SUPPRESS_TEMPLATE_AFTER = 3
"""30007 of one wording in 72 hours that stop that wording."""


def after_error(code: int | None) -> ErrorAction:
    return _ACTIONS.get(code or 0, _STRANGE)
