"""Whatever a patient writes, in whatever order: what must hold of every dialogue.

WALKS sets how many are walked; a failing one is cut down to its shortest and printed.
"""

import os
from collections.abc import Sequence
from itertools import count, pairwise
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from benchmarks.persona_dialogue import Dialogue
from benchmarks.persona_stage import Stage, staged
from benchmarks.persona_sums import owed
from benchmarks.personas import is_like, read_personas
from bot.models import Message
from bot.runtime import Runtime
from bot.store import balances, messages
from tests.conversations.walking import CLARIFIES, CRISES, STEPS, YESES, Says, Step

WALKS = int(os.environ.get("WALKS", "30"))
LONGEST = 14
LEDGERS = {each.name: each for each in read_personas([Path(__file__).parent / "ledgers.yml"])}
PLACES = count(1)
SLOW = [HealthCheck.too_slow]
OFFERS = ("plan_offer", "plan_change_offer", "plan_end_offer", "plan_take_time")


@pytest.mark.slow
def test_a_random_walk_breaks_no_promise(runtime: Runtime) -> None:
    @settings(max_examples=WALKS, derandomize=True, database=None, suppress_health_check=SLOW)
    @given(
        ledger=st.sampled_from(sorted(LEDGERS)),
        steps=st.lists(st.sampled_from(STEPS), min_size=1, max_size=LONGEST),
    )
    def walk(ledger: str, steps: list[Step]) -> None:
        persona = LEDGERS[ledger]
        _walked(Dialogue(persona, staged(runtime, persona, next(PLACES))), steps)

    walk()


def _walked(dialogue: Dialogue, steps: Sequence[Step]) -> None:
    for step in steps:
        before, heard = dialogue.state(), len(dialogue.replies)
        step.do(dialogue)
        fresh = dialogue.replies[heard:]
        _is_answered(dialogue, step, fresh, before.opted_out)
        _crisis_is_alone(step, fresh)
        _agreed_only_by_a_yes(dialogue, before.plan)
    _never_twice(dialogue)
    _asks_back_twice_at_most(dialogue)
    _nothing_moved(dialogue)
    assert not dialogue.faults, _told(dialogue, "; ".join(dialogue.faults))


def _is_answered(
    dialogue: Dialogue, step: Step, fresh: Sequence[Message], was_opted_out: bool
) -> None:
    """A reply that went out, one that was withheld with its reason, or nobody wants one."""
    if not isinstance(step, Says):
        return
    assert all(row.status == "sent" or row.reason for row in fresh), _told(dialogue, "no reason")
    assert fresh or was_opted_out, _told(dialogue, f"{step.body!r} was not answered")
    assert not _untaken(dialogue.stage), _told(dialogue, "a text was never taken")


def _crisis_is_alone(step: Step, fresh: Sequence[Message]) -> None:
    if isinstance(step, Says) and step.body in CRISES:
        assert [row.says for row in fresh] == [["crisis"]]


def _agreed_only_by_a_yes(dialogue: Dialogue, before: tuple[int, ...] | None) -> None:
    """A plan begins, changes or ends by a yes that came after its offer; by nothing else."""
    if dialogue.state().plan == before:
        return
    offers = [n for n, row in enumerate(dialogue.script) if any(k in row for k in OFFERS)]
    assert offers, _told(dialogue, "a plan that was never offered")
    yeses = {f"patient: {yes}" for yes in YESES}
    assert yeses & set(dialogue.script[offers[0] :]), _told(dialogue, "a plan without a yes")


def _never_twice(dialogue: Dialogue) -> None:
    for one, two in pairwise(dialogue.bodies):
        assert one != two, _told(dialogue, "the same words twice running")


def _asks_back_twice_at_most(dialogue: Dialogue) -> None:
    running = 0
    for row in dialogue.replies:
        asks_back = any(is_like(key, CLARIFIES) for key in row.says)
        running = running + 1 if asks_back else 0
        assert running <= 2, _told(dialogue, "asked back three times running")


def _nothing_moved(dialogue: Dialogue) -> None:
    """Words alone charge nobody and change no balance."""
    stage = dialogue.stage
    assert not stage.bank.charges
    with stage.runtime.database.transaction(stage.practice_id) as session:
        for patient_id, payer in stage.payers.items():
            left = balances.balance_cents(session, stage.practice_id, patient_id)
            assert left == sum(owed(payer).values()), _told(dialogue, "the ledger moved")


def _untaken(stage: Stage) -> int:
    with stage.runtime.database.transaction(stage.practice_id) as session:
        return len(messages.unanswered(session, stage.practice_id, stage.conversation().id))


def _told(dialogue: Dialogue, what: str) -> str:
    return "\n".join([what, f"({dialogue.persona.name})", *dialogue.script])
