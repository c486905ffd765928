"""What the gates look at: every fact about one text at the moment it would go."""

from dataclasses import dataclass
from datetime import date, datetime, timedelta
from enum import StrEnum

from bot.rules.caps import Caps
from bot.rules.holds import HoldFact
from bot.rules.quiet_hours import RECOMMENDED, Hours
from bot.rules.states import State
from bot.rules.texting_wishes import TextingWish


class TextKind(StrEnum):
    """`handoff` says that a person comes; `notice` is part of what the patient agreed to (a
    plan's due day, a failed charge); `asked` is a text at the hour that the patient named;
    `renewal` says that a promised answer takes longer; `confirmation` confirms an opt-out;
    `keyword` answers HELP; `code` proves to the web chat that the phone is at hand.
    """

    REPLY = "reply"
    HANDOFF = "handoff"
    REMINDER = "reminder"
    NOTICE = "notice"
    ASKED = "asked"
    RENEWAL = "renewal"
    RECEIPT = "receipt"
    CONFIRMATION = "confirmation"
    STAFF = "staff"
    KEYWORD = "keyword"
    CRISIS = "crisis"
    CODE = "code"


UNPROMPTED = frozenset(
    {TextKind.REMINDER, TextKind.NOTICE, TextKind.ASKED, TextKind.RENEWAL, TextKind.RECEIPT}
)
"""Nobody had just written."""


@dataclass(frozen=True)
class SendLimits:
    """The numbers of the rule table that gates compare with."""

    caps: Caps = Caps()
    confirm_within: timedelta = timedelta(minutes=5)
    quiet_after_reply: timedelta = timedelta(hours=72)
    quiet_after_call: timedelta = timedelta(days=7)
    min_bill_age_days: int = 1
    stale_after: timedelta = timedelta(hours=24)
    answer_within: timedelta = timedelta(hours=1)
    reply_any_hour: bool = True


STANDARD_LIMITS = SendLimits()


@dataclass(frozen=True, kw_only=True)
class SendFacts:
    """Defaults are the closed side: a fact nobody looked up never lets a text out.

    `due_at`: when it was meant to go. `today`: the practice's calendar day. `acted_at`: the text
    or the payment of the patient that this answers. `told_cents`: the balance written in it.
    `discloses`: it says an amount or anything else about the bill. `is_web`: shown in the web
    chat, in answer to whoever looks at it there. None: not looked up.
    `disputed_cents`: the part of the balance that is checked, and not asked for.
    `wish`: how they like to be texted; None: not looked up.
    """

    kind: TextKind
    now: datetime
    due_at: datetime
    today: date
    is_first_party: bool = False
    is_sending_on: bool = False
    is_patients_number: bool = False
    has_consent: bool = False
    is_unencrypted_ok: bool = False
    is_wording_approved: bool = False
    opted_out_at: datetime | None = None
    is_optout_confirmed: bool = False
    state: State = State.STAFF
    owner_id: int | None = None
    is_answered: bool = False
    acted_at: datetime | None = None
    discloses: bool = True
    is_web: bool = False
    is_verified: bool = False
    statement_id: int | None = None
    statement_on: date | None = None
    balance_cents: int | None = None
    disputed_cents: int = 0
    told_cents: int | None = None
    is_payment_pending: bool = True
    holds: tuple[HoldFact, ...] | None = None
    sent_at: tuple[datetime, ...] | None = None
    sent_for_balance: int = 0
    wish: TextingWish | None = None
    last_conversation_at: datetime | None = None
    last_call_at: datetime | None = None
    zones: tuple[str, ...] = ()
    hours: Hours = RECOMMENDED
    limits: SendLimits = STANDARD_LIMITS
