"""Texts sent one after the other are one thought; what it corrects counts as corrected."""

from bot.inbound import InboundText, accept, take_turn
from bot.models import Practice
from bot.runtime import Runtime
from tests.conversations.stage import Stage
from tests.world import Cast, add_patient


def test_a_sum_corrected_at_once_is_what_the_link_asks_for(
    runtime: Runtime, practice: Practice
) -> None:
    cast = Cast()
    ids = {"alice": add_patient(runtime, practice.id, cast)}
    stage = Stage(runtime, practice, cast.phone, ids)
    stage.text("balance", "ask_balance", [])
    stage.text("3/14/80", "out_of_scope", [])
    runtime.ear.meanings["pay 60"] = "pay_now"  # type: ignore[attr-defined]
    for place, body in enumerate(("pay 50", "wait no", "60")):
        accept(runtime, practice.id, InboundText(f"SM{place}{'a' * 31}", cast.phone, body))
    take_turn(runtime, practice.id, stage.conversation_id())
    last = stage.text("is that a link for it", "repeat", [])
    bodies = "\n".join(message.body for message in last)
    assert "$50" not in bodies
    assert "$60.00" in bodies
