"""May this number be texted about bills: a yes on record for it, and no standing no (R01, R13)."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

BILLING = "billing"


@dataclass(frozen=True)
class ConsentFact:
    """`phone` is the number, or its key, that the yes was given for."""

    phone: str
    scope: str
    given_at: datetime
    revoked_at: datetime | None = None
    unencrypted_ok: bool = False


@dataclass(frozen=True)
class OptOutFact:
    """It never expires; `lifted_at` is the patient's own START."""

    phone: str
    opted_out_at: datetime
    lifted_at: datetime | None = None


class ConsentRefusal(StrEnum):
    OPTED_OUT = "the patient asked us to stop texting"
    NO_CONSENT = "no consent to billing texts on this number"


def may_receive(
    phone: str, consents: Iterable[ConsentFact], opt_outs: Iterable[OptOutFact], now: datetime
) -> bool:
    return why_not(phone, consents, opt_outs, now) is None


def why_not(
    phone: str, consents: Iterable[ConsentFact], opt_outs: Iterable[OptOutFact], now: datetime
) -> ConsentRefusal | None:
    if is_opted_out(phone, opt_outs):
        return ConsentRefusal.OPTED_OUT
    if active_consent(phone, consents, now) is None:
        return ConsentRefusal.NO_CONSENT
    return None


def is_opted_out(phone: str, opt_outs: Iterable[OptOutFact]) -> bool:
    return any(fact.phone == phone and fact.lifted_at is None for fact in opt_outs)


def active_consent(
    phone: str, consents: Iterable[ConsentFact], now: datetime
) -> ConsentFact | None:
    """The newest yes in force for that very number."""
    active = [
        fact
        for fact in consents
        if fact.phone == phone
        and fact.scope == BILLING
        and fact.revoked_at is None
        and fact.given_at <= now
    ]
    return max(active, key=lambda fact: fact.given_at, default=None)
