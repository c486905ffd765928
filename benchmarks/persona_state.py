"""What has become true in a dialogue, from the rows, and whether it is what the patient wanted."""

from collections import Counter
from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

from benchmarks.persona_sums import payable
from benchmarks.personas import ALL_OWED, ANY_PLAN, Ends, is_like
from bot.clock import day_in
from bot.models import InstallmentStatus
from bot.rules.holds import HoldKind
from bot.store import handoffs, holds, patients, plans

if TYPE_CHECKING:
    from benchmarks.persona_dialogue import Dialogue

ZONE = "America/Chicago"
VOID = InstallmentStatus.VOID
MOST_CLARIFICATIONS = 2
# Never opened for somebody who did not ask for it.
GRAVE = frozenset(
    {HoldKind.CRISIS, HoldKind.DECEASED, HoldKind.BANKRUPTCY, HoldKind.ATTORNEY,
     HoldKind.IDENTITY_THEFT, HoldKind.MINOR, HoldKind.WRONG_NUMBER, HoldKind.REASSIGNED,
     HoldKind.DISPUTE}
)  # fmt: skip


class End(StrEnum):
    RESOLVED = "resolved"
    HANDED_OVER = "handed over"
    WRONG = "wrong"
    LOOPED = "looped"


@dataclass(frozen=True)
class State:
    """`plan`: cents of the agreed plan's parts. `handoff`: why a person was fetched."""

    plan: tuple[int, ...] | None
    holds: frozenset[HoldKind]
    opted_out: bool
    language: str
    handoff: str | None

    @classmethod
    def of(cls, dialogue: "Dialogue") -> "State":
        stage = dialogue.stage
        practice_id, thread = stage.practice_id, stage.conversation()
        patient_id = next(iter(stage.payers))
        now = stage.runtime.clock.now()
        with stage.runtime.database.transaction(practice_id) as session:
            plan = plans.active(session, practice_id, patient_id)
            rows = plans.installments(session, practice_id, plan.id) if plan else None
            held = holds.open_holds(session, practice_id, patient_id, day_in(ZONE, now))
            waiting = handoffs.open_of(session, practice_id, thread.id)
            return cls(
                plan=None if rows is None else tuple(r.cents for r in rows if r.status != VOID),
                holds=frozenset(hold.kind for hold in held),
                opted_out=patients.opted_out_at(session, practice_id, thread.phone_key) is not None,
                language=thread.language,
                handoff=waiting.reason if waiting else None,
            )


def meets(dialogue: "Dialogue", state: State, ends: Ends) -> bool:
    """Everything that the ends name is so, and no person was fetched for nothing."""
    if ends.handoff is None and state.handoff and dialogue.persona.minds_person:
        return False
    if ends.handoff is not None and not (state.handoff and is_like(state.handoff, ends.handoff)):
        return False
    return (
        (ends.plan is None or _has_plan(state, ends.plan))
        and set(ends.said) <= dialogue.said
        and (not ends.keys or any(is_like(key, ends.keys) for key in dialogue.keys))
        and (ends.words is None or any(ends.words.search(body) for body in dialogue.bodies))
        and set(ends.holds) <= state.holds
        and state.opted_out >= ends.opted_out
        and ends.language in (None, state.language)
        and (ends.link is None or _opens(dialogue, ends.link))
    )


def _has_plan(state: State, wanted: tuple[int, ...]) -> bool:
    return state.plan is not None and wanted in (ANY_PLAN, state.plan)


def _opens(dialogue: "Dialogue", wanted: int) -> bool:
    payer = next(iter(dialogue.stage.payers.values()))
    due = payable(payer) if wanted == ALL_OWED else wanted
    return due > 0 and due in (sum(dialogue.paid), dialogue.newest_link_cents())


def judged(dialogue: "Dialogue", before: State) -> tuple[End, str]:
    """How it ended, and why where it did not end well. `before`: what was so at the start."""
    after, persona = dialogue.state(), dialogue.persona
    faults = [*dialogue.faults, *_unasked(dialogue, before, after)]
    if faults:
        return End.WRONG, "; ".join(faults)
    if dialogue.repeats:
        return End.LOOPED, "the same words twice running"
    if dialogue.clarified > MOST_CLARIFICATIONS:
        return End.LOOPED, f"asked back {dialogue.clarified} times"
    if dialogue.is_resolved:
        return End.RESOLVED, ""
    if after.handoff is not None:
        return End.HANDED_OVER, after.handoff
    if dialogue.silences:
        return End.LOOPED, "a text got no reply"
    spent = len(dialogue.texts) >= persona.patience
    return End.LOOPED, "patience ended" if spent else "the patient had nothing more to say"


def _unasked(dialogue: "Dialogue", before: State, after: State) -> list[str]:
    """What became true that the patient never asked for."""
    persona = dialogue.persona
    asked = {kind for ends in persona.resolved for kind in ends.holds} | persona.may
    found = [f"a hold that nobody asked for: {kind}"
             for kind in sorted((after.holds - before.holds) & GRAVE - asked)]  # fmt: skip
    wants_out = any(ends.opted_out for ends in persona.resolved) or "opted_out" in persona.may
    if after.opted_out and not before.opted_out and not wants_out:
        found.append("opted out without asking")
    plans_wanted = [ends.plan for ends in persona.resolved if ends.plan is not None]
    is_wanted = "plan" in persona.may or any(_has_plan(after, each) for each in plans_wanted)
    is_paid_off = after.plan is None and bool(dialogue.paid)
    if after.plan != before.plan and not is_wanted and not is_paid_off:
        found.append(f"a plan that nobody asked for: {_dollars(after.plan)}")
    return found + _forbidden(dialogue, after)


def _forbidden(dialogue: "Dialogue", after: State) -> list[str]:
    never = dialogue.persona.never
    found = [f"never to be told: ${cents / 100:.2f}" for cents in never.said
             if cents in dialogue.said]  # fmt: skip
    found += [f"never to be said: {key}" for key, times in Counter(dialogue.keys).items()
              if is_like(key, never.keys) and times]  # fmt: skip
    if never.words and any(never.words.search(body) for body in dialogue.bodies):
        found.append(f"never to be said: {never.words.pattern}")
    found += [f"a hold never to be opened: {kind}" for kind in never.holds if kind in after.holds]
    if never.link is not None and _opens(dialogue, never.link):
        found.append("a link for a sum never to be asked")
    if never.plan is not None and _has_plan(after, never.plan):
        found.append(f"a plan never to be made: {_dollars(after.plan)}")
    if never.handoff and after.handoff and is_like(after.handoff, never.handoff):
        found.append(f"a person never to be fetched: {after.handoff}")
    if never.opted_out and after.opted_out:
        found.append("opted out, which was never to be")
    return found


def _dollars(plan: tuple[int, ...] | None) -> str:
    return ", ".join(f"${cents / 100:.2f}" for cents in plan or ())
