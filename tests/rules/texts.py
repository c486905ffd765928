"""One text of each kind that every rule allows, to be changed a fact at a time."""

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from typing import Any

from bot.rules.send_facts import SendFacts, TextKind
from bot.rules.states import State
from bot.rules.texting_wishes import NO_WISH

NOW = datetime(2026, 11, 23, 17, tzinfo=UTC)
ALLOWED = SendFacts(
    kind=TextKind.REMINDER,
    now=NOW,
    due_at=NOW,
    today=NOW.date(),
    is_first_party=True,
    is_sending_on=True,
    is_patients_number=True,
    has_consent=True,
    is_unencrypted_ok=True,
    is_wording_approved=True,
    state=State.BOT,
    discloses=False,
    statement_id=1,
    statement_on=date(2026, 11, 1),
    balance_cents=12050,
    is_payment_pending=False,
    holds=(),
    sent_at=(),
    zones=("America/New_York",),
    wish=NO_WISH,
)


def a_text(kind: TextKind = TextKind.REMINDER, **changes: Any) -> SendFacts:
    facts = replace(ALLOWED, kind=kind, **changes)
    confirms = kind is TextKind.CONFIRMATION and "opted_out_at" not in changes
    return replace(facts, opted_out_at=NOW - timedelta(minutes=1)) if confirms else facts
