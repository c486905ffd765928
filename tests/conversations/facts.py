"""The facts after a dialogue: ledger, holds, plan, hand-off, opt-out."""

from decimal import Decimal
from typing import Any
from zoneinfo import ZoneInfo

from sqlalchemy.orm import Session

from bot.clock import day_in
from bot.models import Patient
from bot.models.crypto import blind_index
from bot.rules.texting_wishes import in_words
from bot.store import asked_texts, balances, handoffs, holds, patients, plans
from tests.conversations.stage import Stage

KNOWN = {"balance", "holds", "plan", "handoff", "opted_out", "language",
         "remembered_language", "wish", "asks", "email", "asked"}  # fmt: skip


def check_after(stage: Stage, after: dict[str, Any]) -> None:
    unknown = set(after) - KNOWN
    assert not unknown, f"unknown facts: {unknown}"
    for name, wanted in after.items():
        found = FACTS[name](stage)
        assert found == _wanted(name, wanted), f"{name} after the dialogue"


def _wanted(name: str, wanted: Any) -> Any:
    if name == "balance":
        return int(Decimal(str(wanted)) * 100)
    return sorted(wanted) if name == "holds" else wanted


def _first(stage: Stage) -> int:
    return next(iter(stage.ids.values()))


def _balance(stage: Stage) -> int:
    with stage.runtime.database.transaction(stage.practice.id) as session:
        return balances.balance_cents(session, stage.practice.id, _first(stage))


def _holds(stage: Stage) -> list[str]:
    today = day_in(stage.practice.timezone, stage.runtime.clock.now())
    with stage.runtime.database.transaction(stage.practice.id) as session:
        found = holds.open_holds(session, stage.practice.id, _first(stage), today)
    return sorted(hold.kind.value for hold in found)


def _plan(stage: Stage) -> list[str] | None:
    """Amounts of the agreed plan, as dollars."""
    with stage.runtime.database.transaction(stage.practice.id) as session:
        plan = plans.active(session, stage.practice.id, _first(stage))
        if plan is None:
            return None
        parts = plans.installments(session, stage.practice.id, plan.id)
        return [f"{part.cents / 100:.2f}" for part in parts]


def _handoff(stage: Stage) -> str | None:
    with stage.runtime.database.transaction(stage.practice.id) as session:
        found = handoffs.open_of(session, stage.practice.id, stage.conversation_id())
        return found.reason if found else None


def _opted_out(stage: Stage) -> bool:
    with stage.runtime.database.transaction(stage.practice.id) as session:
        key = blind_index(stage.phone)
        return patients.opted_out_at(session, stage.practice.id, key) is not None


def _language(stage: Stage) -> str:
    from bot.store import conversations

    with stage.runtime.database.transaction(stage.practice.id) as session:
        found = conversations.get(session, stage.practice.id, stage.conversation_id())
        assert found is not None
        return found.language


def _remembered_language(stage: Stage) -> str:
    with stage.runtime.database.transaction(stage.practice.id) as session:
        return patients.get(session, stage.practice.id, _first(stage)).language


def _wish(stage: Stage) -> str:
    """As colleagues read it; "" where nothing was asked for."""
    with stage.runtime.database.transaction(stage.practice.id) as session:
        return in_words(patients.as_person(_patient(stage, session)).wish)


def _email(stage: Stage) -> str | None:
    with stage.runtime.database.transaction(stage.practice.id) as session:
        return _patient(stage, session).email


def _patient(stage: Stage, session: Session) -> Patient:
    return patients.get(session, stage.practice.id, _first(stage))


def _asks(stage: Stage) -> list[str]:
    """What the open hand-off asks of the staff."""
    with stage.runtime.database.transaction(stage.practice.id) as session:
        found = handoffs.open_of(session, stage.practice.id, stage.conversation_id())
        return (found.asks or "").splitlines() if found else []


def _asked(stage: Stage) -> str | None:
    """The text that is due: its kind, when in Austin, and the sum of a promise."""
    with stage.runtime.database.transaction(stage.practice.id) as session:
        row = asked_texts.open_of(session, stage.practice.id, _first(stage))
        if row is None:
            return None
        local = row.due_at.astimezone(ZoneInfo(stage.practice.timezone))
        sum_ = f" {row.cents / 100:.2f}" if row.cents else ""
        return f"{row.kind} {local:%Y-%m-%d %H:%M}{sum_}"


FACTS = {
    "balance": _balance,
    "holds": _holds,
    "plan": _plan,
    "handoff": _handoff,
    "opted_out": _opted_out,
    "language": _language,
    "remembered_language": _remembered_language,
    "wish": _wish,
    "asks": _asks,
    "email": _email,
    "asked": _asked,
}
