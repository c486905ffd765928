"""The facts after a dialogue: ledger, holds, plan, hand-off, opt-out."""

from decimal import Decimal
from typing import Any

from sqlalchemy import select

from bot.bill import Bill
from bot.clock import day_in
from bot.models import Mailing
from bot.models.crypto import blind_index
from bot.store import balances, conversations, handoffs, holds, messages, patients, plans
from tests.conversations.stage import Stage

KNOWN = {"balance", "holds", "plan", "handoff", "opted_out", "language", "remembered_language",
         "payable", "asked", "items_held", "mailed", "in_no_text"}  # fmt: skip


def check_after(stage: Stage, after: dict[str, Any]) -> None:
    unknown = set(after) - KNOWN
    assert not unknown, f"unknown facts: {unknown}"
    for name, wanted in after.items():
        found = _untold(stage, wanted) if name == "in_no_text" else FACTS[name](stage)
        assert found == _wanted(name, wanted), f"{name} after the dialogue"


def _wanted(name: str, wanted: Any) -> Any:
    if name in ("balance", "payable"):
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


def _bill(stage: Stage) -> Bill:
    zone = stage.practice.timezone
    today = day_in(zone, stage.runtime.clock.now())
    with stage.runtime.database.transaction(stage.practice.id) as session:
        return balances.bill_of(session, stage.practice.id, _first(stage), today, zone)


def _payable(stage: Stage) -> int:
    return _bill(stage).payable_cents


def _items_held(stage: Stage) -> list[str]:
    """Statement and number of each line that is disputed alone: "S1/2"."""
    return [
        f"{statement.number}/{number}"
        for statement in _bill(stage).statements
        for number, line in enumerate(statement.lines, start=1)
        if line.disputed
    ]


def _asked(stage: Stage) -> list[str]:
    """The open hand-off's note, line by line."""
    with stage.runtime.database.transaction(stage.practice.id) as session:
        found = handoffs.open_of(session, stage.practice.id, stage.conversation_id())
        return (found.note or "").splitlines() if found else []


def _mailed(stage: Stage) -> list[str]:
    with stage.runtime.database.transaction(stage.practice.id) as session:
        return list(session.scalars(select(Mailing.address).order_by(Mailing.id)))


def _untold(stage: Stage, words: list[str]) -> list[str]:
    """Those of the words that stand in no text of the thread, either way, and in no memory."""
    with stage.runtime.database.transaction(stage.practice.id) as session:
        thread = messages.thread(session, stage.practice.id, stage.conversation_id())
        kept = conversations.get(session, stage.practice.id, stage.conversation_id())
        assert kept is not None
        told = "\n".join([*(row.body for row in thread), str(kept.memory)])
    return [word for word in words if word not in told]


def _language(stage: Stage) -> str:
    with stage.runtime.database.transaction(stage.practice.id) as session:
        found = conversations.get(session, stage.practice.id, stage.conversation_id())
        assert found is not None
        return found.language


def _remembered_language(stage: Stage) -> str:
    with stage.runtime.database.transaction(stage.practice.id) as session:
        return patients.get(session, stage.practice.id, _first(stage)).language


FACTS = {
    "balance": _balance,
    "holds": _holds,
    "plan": _plan,
    "handoff": _handoff,
    "opted_out": _opted_out,
    "language": _language,
    "remembered_language": _remembered_language,
    "payable": _payable,
    "asked": _asked,
    "items_held": _items_held,
    "mailed": _mailed,
}
