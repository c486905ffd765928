"""The facts after a dialogue: ledger, holds, plan, hand-off, opt-out."""

from decimal import Decimal
from typing import Any

from bot.clock import day_in
from bot.models.crypto import blind_index
from bot.store import balances, handoffs, holds, patients, plans
from tests.conversations.stage import Stage

KNOWN = {"balance", "holds", "plan", "handoff", "opted_out", "language",
         "remembered_language", "note", "unlinked", "held", "known"}  # fmt: skip


def check_after(stage: Stage, after: dict[str, Any]) -> None:
    unknown = set(after) - KNOWN
    assert not unknown, f"unknown facts: {unknown}"
    for name, wanted in after.items():
        found = FACTS[name](stage)
        assert found == _wanted(name, wanted), f"{name} after the dialogue"


def _wanted(name: str, wanted: Any) -> Any:
    if name == "balance":
        return int(Decimal(str(wanted)) * 100)
    return sorted(wanted) if name in ("holds", "held", "unlinked") else wanted


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


def _note(stage: Stage) -> str | None:
    """What a hand-off says of whom to write to instead."""
    with stage.runtime.database.transaction(stage.practice.id) as session:
        found = handoffs.open_of(session, stage.practice.id, stage.conversation_id())
        return found.note if found else None


def _unlinked(stage: Stage) -> list[str]:
    """Who is no longer reached on this number, by first name."""
    with stage.runtime.database.transaction(stage.practice.id) as session:
        on = {p.id for p in patients.on_number(session, stage.practice.id, stage.phone)}
    return sorted(name for name, patient_id in stage.ids.items() if patient_id not in on)


def _held(stage: Stage) -> list[str]:
    """Everybody with an open hold, by first name."""
    today = day_in(stage.practice.timezone, stage.runtime.clock.now())
    with stage.runtime.database.transaction(stage.practice.id) as session:
        return sorted(
            name
            for name, patient_id in stage.ids.items()
            if holds.open_holds(session, stage.practice.id, patient_id, today)
        )


def _known(stage: Stage) -> str | None:
    """Who has passed the check in this thread, by first name, while it lasts."""
    from bot.context import verified_person
    from bot.store import conversations

    with stage.runtime.database.transaction(stage.practice.id) as session:
        thread = conversations.get(session, stage.practice.id, stage.conversation_id())
        people = patients.on_number(session, stage.practice.id, stage.phone)
        assert thread is not None
        person = verified_person(thread, people, stage.runtime.clock.now())
    return person.first_name.lower() if person else None


FACTS = {
    "note": _note,
    "unlinked": _unlinked,
    "held": _held,
    "known": _known,
    "balance": _balance,
    "holds": _holds,
    "plan": _plan,
    "handoff": _handoff,
    "opted_out": _opted_out,
    "language": _language,
    "remembered_language": _remembered_language,
}
