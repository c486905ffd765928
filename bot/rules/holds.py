"""What stops the reminders of a balance or of a person, and who may end it (R17, R18)."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from enum import StrEnum


class Scope(StrEnum):
    PATIENT = "patient"
    ACCOUNT = "account"
    STATEMENT = "statement"


class HoldKind(StrEnum):
    """Gravest first: the gravest is the one named as the reason."""

    CRISIS = "crisis"
    DECEASED = "deceased"
    BANKRUPTCY = "bankruptcy"
    ATTORNEY = "attorney"
    IDENTITY_THEFT = "identity_theft"
    MINOR = "minor"
    WRONG_NUMBER = "wrong_number"
    REASSIGNED = "reassigned"
    DISPUTE = "dispute"
    SURPRISE_BILL = "surprise_bill"
    APPEAL = "appeal"
    INSURANCE_PENDING = "insurance_pending"
    ASSISTANCE_PENDING = "assistance_pending"
    STAFF = "staff"
    OPT_OUT_ASKED = "opt_out_asked"
    PAYMENT_CHECK = "payment_check"
    PLAN_CURRENT = "plan_current"
    PROMISE = "promise"
    HARDSHIP_PAUSE = "hardship_pause"


PERSON_LEVEL = frozenset(
    {
        HoldKind.CRISIS,
        HoldKind.DECEASED,
        HoldKind.BANKRUPTCY,
        HoldKind.ATTORNEY,
        HoldKind.IDENTITY_THEFT,
        HoldKind.MINOR,
        HoldKind.WRONG_NUMBER,
        HoldKind.REASSIGNED,
        HoldKind.ASSISTANCE_PENDING,
        HoldKind.HARDSHIP_PAUSE,
    }
)
"""These cover every balance of the patient, whatever scope they were recorded with."""

LEFT_TO_A_PERSON = frozenset({HoldKind.DECEASED, HoldKind.BANKRUPTCY, HoldKind.IDENTITY_THEFT})
"""While one stands, the assistant speaks of no balance, plan or payment at all."""

SILENT = frozenset({HoldKind.STAFF, HoldKind.OPT_OUT_ASKED})
"""A colleague's snooze, and whether we should stop texting: nothing is asked for meanwhile."""

TAKEN_BACK = (HoldKind.DISPUTE, HoldKind.PAYMENT_CHECK, HoldKind.INSURANCE_PENDING)
"""Opened on the patient's word, and let go on it."""

_DOUBTS = {
    "dispute": HoldKind.DISPUTE,
    "paid": HoldKind.PAYMENT_CHECK,
    "payment": HoldKind.PAYMENT_CHECK,
    "insurance": HoldKind.INSURANCE_PENDING,
}

LAPSES_BY_DATE = SILENT | {HoldKind.PROMISE, HoldKind.HARDSHIP_PAUSE}
"""Only these end by themselves, after `until`."""

RELEASED_BY_FACT = frozenset({HoldKind.PAYMENT_CHECK, HoldKind.PLAN_CURRENT})
"""Ended by what they wait for: the payment found or not, the plan done or stopped."""

HARDSHIP_PAUSE_DAYS = 14

_SEVERITY = {kind: rank for rank, kind in enumerate(HoldKind)}


@dataclass(frozen=True)
class HoldFact:
    """An open hold. `until`: the last day it holds, None while nobody has said.

    A hold of scope ACCOUNT is handed in only with statements of that account. A dispute of
    one line (`line_id`) lets the rest of its statement be asked for, by the ledger.
    """

    kind: HoldKind
    scope: Scope = Scope.PATIENT
    statement_id: int | None = None
    until: date | None = None
    line_id: int | None = None


def blocks_reminder(
    holds: Iterable[HoldFact], statement_id: int | None, today: date
) -> HoldKind | None:
    """The gravest hold in the way. `statement_id` None asks for the patient's whole balance."""
    standing = [
        hold.kind for hold in holds if _covers(hold, statement_id) and not has_lapsed(hold, today)
    ]
    return min(standing, key=_SEVERITY.__getitem__, default=None)


def has_lapsed(hold: HoldFact, today: date) -> bool:
    """Holds only a human may release never lapse, even with a date on them."""
    return hold.kind in LAPSES_BY_DATE and hold.until is not None and today > hold.until


def newest_doubt(last_keys: Iterable[str], handoff_reason: str = "") -> HoldKind | None:
    """What was just put on hold, by what was said of it, or added for who is to check it."""
    names = [handoff_reason if key == "added_for_person" else key for key in last_keys]
    starts = ("dispute" if "disputed" in n else n.removeprefix("new_").split("_")[0] for n in names)
    found = (_DOUBTS.get(start) for start in starts)
    return next((kind for kind in found if kind is not None), None)


def is_person_level(kind: HoldKind) -> bool:
    return kind in PERSON_LEVEL


def needs_human_release(kind: HoldKind) -> bool:
    """R18: a person with a reason, a closed dispute, or the patient who takes back their word."""
    return kind not in LAPSES_BY_DATE | RELEASED_BY_FACT or kind in SILENT


def _covers(hold: HoldFact, statement_id: int | None) -> bool:
    if hold.kind in PERSON_LEVEL:
        return True
    if hold.kind is HoldKind.DISPUTE and hold.line_id is not None:
        return False
    if statement_id is None or hold.statement_id is None:
        return True
    return hold.scope is not Scope.STATEMENT or hold.statement_id == statement_id
