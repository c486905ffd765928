"""The facts after a dialogue: ledger, holds, plan, hand-off, opt-out."""

from decimal import Decimal
from typing import Any

from sqlalchemy import select

from bot.bill import Bill
from bot.clock import day_in
from bot.models import PaymentRequest, PlanChange
from bot.models.crypto import blind_index
from bot.store import (
    balances,
    conversations,
    handoffs,
    holds,
    messages,
    patients,
    plan_changes,
    plans,
)
from tests.conversations.contact_facts import CONTACT_FACTS
from tests.conversations.mail_facts import MAIL_FACTS
from tests.conversations.stage import Stage


def check_after(stage: Stage, after: dict[str, Any]) -> None:
    unknown = set(after) - set(FACTS) - {"in_no_text"}
    assert not unknown, f"unknown facts: {unknown}"
    for name, wanted in after.items():
        found = _untold(stage, wanted) if name == "in_no_text" else FACTS[name](stage)
        assert found == _wanted(name, wanted), f"{name} after the dialogue"


def _wanted(name: str, wanted: Any) -> Any:
    if name in ("balance", "payable"):
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
        return [f"{part.cents / 100:.2f}" for part in parts if part.status != "void"]


def _installments(stage: Stage) -> list[str] | None:
    """Day, dollars and state of each payment of the running plan."""
    with stage.runtime.database.transaction(stage.practice.id) as session:
        plan = plans.active(session, stage.practice.id, _first(stage))
        if plan is None:
            return None
        parts = plans.installments(session, stage.practice.id, plan.id)
        return [
            f"{part.due_on.isoformat()} {part.cents / 100:.2f} {part.status}"
            for part in parts
            if part.status != "void"
        ]


def _plan_of(stage: Stage) -> str | None:
    """The one bill the running plan is for."""
    with stage.runtime.database.transaction(stage.practice.id) as session:
        plan = plans.active(session, stage.practice.id, _first(stage))
        assert plan is not None
        rows = balances.statements_of(session, stage.practice.id, _first(stage))
        return next((row.external_id for row in rows if row.id == plan.statement_id), None)


def _changes(stage: Stage) -> list[str]:
    """Kinds of all changes of this patient's plans; each leaves total and consent behind."""
    with stage.runtime.database.transaction(stage.practice.id) as session:
        rows = session.query(PlanChange).order_by(PlanChange.id).all()
        for row in rows:
            is_spread = row.kind not in ("end", "paid_beside")
            same = sum(c for _, c in row.before) == sum(c for _, c in row.after)
            assert same or not is_spread, "a change keeps the total"
            assert row.consent_text or row.kind == "paid_beside"
        return [row.kind for row in rows]


def _autopay(stage: Stage) -> bool:
    with stage.runtime.database.transaction(stage.practice.id) as session:
        plan = plans.active(session, stage.practice.id, _first(stage))
        return plan is not None and plan.payment_method_id is not None


def _request(stage: Stage) -> list[str] | None:
    """Kind and words of the newest request that was written down for a person."""
    with stage.runtime.database.transaction(stage.practice.id) as session:
        row = plan_changes.newest_request(session, stage.practice.id, stage.conversation_id())
        return [row.kind, *row.said.split("\n")] if row else None


def _schedule(stage: Stage, name: str) -> list[str] | None:
    with stage.runtime.database.transaction(stage.practice.id) as session:
        row = plan_changes.newest_request(session, stage.practice.id, stage.conversation_id())
        schedule = row.pack[name] if row else None
        return [f"{on} {cents / 100:.2f}" for on, cents in schedule["rows"]] if schedule else None


def _asked(stage: Stage) -> list[str] | None:
    return _schedule(stage, "asked")


def _nearest(stage: Stage) -> list[str] | None:
    return _schedule(stage, "nearest")


def _topic(stage: Stage) -> str | None:
    with stage.runtime.database.transaction(stage.practice.id) as session:
        found = handoffs.open_of(session, stage.practice.id, stage.conversation_id())
        return found.topic if found else None


def _until(stage: Stage) -> dict[str, str]:
    """Kind of hold -> its last day, of those that have one."""
    today = day_in(stage.practice.timezone, stage.runtime.clock.now())
    with stage.runtime.database.transaction(stage.practice.id) as session:
        found = holds.open_holds(session, stage.practice.id, _first(stage), today)
    return {hold.kind.value: hold.until.isoformat() for hold in found if hold.until}


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


def _note(stage: Stage) -> list[str]:
    """The patient's own words in the open hand-off, line by line."""
    with stage.runtime.database.transaction(stage.practice.id) as session:
        found = handoffs.open_of(session, stage.practice.id, stage.conversation_id())
        return (found.note or "").splitlines() if found else []


def _held_bills(stage: Stage) -> list[str]:
    """Numbers of the bills that are being checked."""
    return [s.number for s in _bill(stage).statements if s.disputed]


def _owed(stage: Stage) -> dict[str, str]:
    """By the bill's number, in dollars; paid ones are left out."""
    return {s.number: f"{s.balance_cents / 100:.2f}" for s in _bill(stage).statements}


def _link(stage: Stage) -> str | None:
    """What the newest link asks for: a sum, "all", or nothing where there is none open."""
    with stage.runtime.database.transaction(stage.practice.id) as session:
        found = session.scalars(
            select(PaymentRequest)
            .where(PaymentRequest.status == "open", PaymentRequest.patient_id == _first(stage))
            .order_by(PaymentRequest.id.desc())
        ).first()
    if found is None:
        return None
    return "all" if found.cents is None else f"{found.cents / 100:.2f}"


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
    "held_bills": _held_bills,
    "owed": _owed,
    "link": _link,
    "unlinked": _unlinked,
    "held": _held,
    "known": _known,
    "balance": _balance,
    "holds": _holds,
    "plan": _plan,
    "installments": _installments,
    "plan_of": _plan_of,
    "changes": _changes,
    "autopay": _autopay,
    "request": _request,
    "asked": _asked,
    "nearest": _nearest,
    "topic": _topic,
    "until": _until,
    "handoff": _handoff,
    "opted_out": _opted_out,
    "language": _language,
    "remembered_language": _remembered_language,
    "payable": _payable,
    "items_held": _items_held,
    **MAIL_FACTS,
    **CONTACT_FACTS,
}
