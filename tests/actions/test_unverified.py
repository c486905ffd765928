"""Before the check nothing can be said: no amount, no name, no link, whatever is texted."""

import re
from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from actions import registry
from bot import engine
from bot.action import (
    AgreePlan,
    Bills,
    Context,
    Link,
    Memory,
    Money,
    Outcome,
    ProposePlan,
    RequestPayment,
    Schedule,
    ShowPage,
    Verified,
)
from bot.guards import guard
from bot.remembering import remembered
from bot.wording import Frame, load_wording
from nlu.understanding import Decision
from tests.factories import ALICE, BOB, CEDAR, TODAY, unknown

ACTIONS = registry()
WORDING = load_wording()
MOM = replace(ALICE, dependents=("Leo",))
TEXTS = st.sampled_from([
    "how much do i owe", "AGREE", "pay 40", "ill pay friday", "this is her husband", "and bob's?",
    "what about my daughter's?", "why do you need that", "she's at work", "my mom handles this",
    "its for my son leo 6/1/2015", "3/15/1980", "alice", "78702", "Bob 3/14/1980", "wrong number",
    "soy su esposo", "cuanto debe ella", "no le doy mi fecha", "im not giving you that", "half",
    "yes", "no", "thats wrong", "the last one", "who is this",
    "i cant afford this", "hes in the hospital", "APPLY", "PAUSE",
    "im her mom", "can i pay for him", "this isnt me", "no me alcanza", "can you lower it",
    "is this a scam", "hours?",
    "3/14/1980 7/2/1978 1/1/1970", "im fine i was joking", "he moved out", "como pago",
])  # fmt: skip
MEANINGS = st.lists(st.sampled_from(sorted(ACTIONS)), min_size=1, max_size=2, unique=True)
OWN_BILL = re.compile(
    r"\b(?:bill|bills|balance|owes?|debt|plan|past due|"
    r"factura|facturas|cuenta|saldo|deb[ea]n?|deuda)\b",
    re.IGNORECASE,
)
MENUS = ("greeting", "help", "clarify", "repeat_what", "payment_methods", "who_is")
"""What anybody may ask about; no word of what this one has."""
NUMBERS = st.sampled_from([(ALICE,), (MOM,), (ALICE, BOB), (MOM, BOB), ()])
TELLING = Money | Schedule | Bills | Link
DOING = AgreePlan | ProposePlan | RequestPayment | ShowPage


@given(
    NUMBERS,
    st.lists(st.tuples(TEXTS, MEANINGS, st.sampled_from(Decision)), min_size=1, max_size=7),
    st.sampled_from(["en", "es"]),
)
def test_nothing_is_told_and_nothing_done_before_the_check(
    people: tuple[object, ...], texts: list[tuple[str, list[str], Decision]], language: str
) -> None:
    memory = Memory()
    for text, means, decision in texts:
        context = unknown(text, "+".join(means), people=people, memory=memory, language=language)
        heard = replace(context.understanding, decision=decision)
        context = replace(context, understanding=heard)
        outcome = engine.take_turn(ACTIONS, context, guard(text))
        if any(isinstance(fact, Verified) for fact in outcome.facts):
            return
        assert not any(isinstance(fact, DOING) for fact in outcome.facts)
        assert not any(isinstance(v, TELLING) for say in outcome.says for v in say.values.values())
        assert not [
            name for name in ("Alice", "Bob", "Leo", "$") if name in _said(context, outcome)
        ]
        own = replace(outcome, says=tuple(s for s in outcome.says if not s.key.startswith(MENUS)))
        assert not OWN_BILL.search(_said(context, own)), own.says
        memory = remembered(memory, outcome, context)


def _said(context: Context, outcome: Outcome) -> str:
    frame = Frame(context.language, "plain", CEDAR.name, CEDAR.phone, "", CEDAR.timezone, TODAY)
    return WORDING.render(outcome.says, frame) if outcome.says else ""
