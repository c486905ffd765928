"""Grave words: what stops, who is called, and what is never said."""

import pytest

from actions import registry
from bot.action import FetchPerson, Memory, OpenHold, OptOutNumber, Question
from bot.rules.holds import HoldKind
from nlu.understanding import Decision, Intent, Understanding
from tests.factories import asked, facts, keys, make_context, unknown

ACTIONS = registry()


@pytest.mark.parametrize(
    ("intent", "text", "kind"),
    [
        ("crisis", "i want to die", HoldKind.CRISIS),
        ("deceased", "she passed away", HoldKind.DECEASED),
        ("legal", "i filed chapter 7", HoldKind.BANKRUPTCY),
        ("legal", "me declare en bancarrota", HoldKind.BANKRUPTCY),
        ("legal", "talk to my attorney", HoldKind.ATTORNEY),
        ("identity_theft", "that was not me", HoldKind.IDENTITY_THEFT),
        ("dispute_charge", "wrong bill", HoldKind.DISPUTE),
    ],
)
def test_an_unknown_caller_is_held_for_and_gets_a_person(
    intent: str, text: str, kind: HoldKind
) -> None:
    outcome = ACTIONS[intent].respond(unknown(text, intent))
    assert [fact.kind for fact in outcome.facts if isinstance(fact, OpenHold)] == [kind]
    assert "FetchPerson" in facts(outcome)


def test_danger_pages_somebody() -> None:
    outcome = ACTIONS["crisis"].respond(make_context())
    assert any(isinstance(fact, FetchPerson) and fact.urgent for fact in outcome.facts)


def test_hardship_pauses_for_fourteen_days_and_asks_for_nothing() -> None:
    outcome = ACTIONS["financial_hardship"].respond(unknown("lost my job", "financial_hardship"))
    hold = outcome.facts[0]
    assert isinstance(hold, OpenHold)
    assert hold.until is not None
    assert (hold.until - make_context().today).days == 14


def test_a_wrong_number_is_forgotten() -> None:
    assert "ForgetNumber" in facts(ACTIONS["wrong_person"].respond(unknown()))


def test_a_sure_opt_out_is_obeyed() -> None:
    outcome = ACTIONS["opt_out"].respond(unknown("quit texting", "opt_out"))
    assert outcome.facts == (OptOutNumber("text"),)


def test_an_opt_out_is_confirmed_once() -> None:
    assert ACTIONS["opt_out"].respond(unknown(opted_out=True)).says == ()


def test_an_unsure_opt_out_is_asked_and_nothing_is_sent_meanwhile() -> None:
    heard = Understanding((Intent("opt_out", 0.4),), decision=Decision.CLARIFY)
    outcome = ACTIONS["opt_out"].respond(unknown(understanding=heard))
    assert outcome.question == Question("opt_out_sure", "opt_out")
    assert facts(outcome) == ["OpenHold"]


@pytest.mark.parametrize(
    "intent",
    ["request_call", "medical_question", "request_refund", "update_contact"],
)  # fmt: skip
def test_who_waits_for_a_person_is_not_promised_another_time(intent: str) -> None:
    first = ACTIONS[intent].respond(make_context("x", intent))
    again = ACTIONS[intent].respond(make_context("x", intent, handed_off=True))
    assert "time" in first.says[0].values
    assert keys(again) == ["added_for_person"]


def test_anger_is_heard_once_and_then_brings_a_person() -> None:
    first = ACTIONS["complaint"].respond(make_context("x", "complaint"))
    memory = Memory(introduced=True, complaints=1)
    second = ACTIONS["complaint"].respond(make_context("x", "complaint", memory=memory))
    assert (keys(first), facts(first)) == (["complaint_heard"], [])
    assert (keys(second), facts(second)) == (["complaint"], ["FetchPerson"])


def test_spanish_asked_for_is_spoken() -> None:
    outcome = ACTIONS["change_language"].respond(unknown("spanish please", "change_language"))
    assert facts(outcome) == ["SpeakLanguage"]


def test_another_language_gets_a_person() -> None:
    outcome = ACTIONS["change_language"].respond(unknown("do you speak french", "change_language"))
    assert keys(outcome) == ["language_unsupported"]


def test_a_second_link_that_fails_gets_a_person() -> None:
    memory = Memory(introduced=True, last_keys=("fresh_link",))
    outcome = ACTIONS["payment_problem"].respond(
        make_context("no", "payment_problem", memory=memory)
    )
    assert facts(outcome) == ["FetchPerson"]


def test_paid_twice_is_checked() -> None:
    context = make_context("i was charged twice", "payment_problem")
    assert facts(ACTIONS["payment_problem"].respond(context)) == ["OpenHold", "FetchPerson"]


def test_never_mind_lets_the_question_go() -> None:
    memory = asked(Question("agree_plan", "set_up_plan", {}))
    outcome = ACTIONS["cancel"].respond(make_context("never mind", "cancel", memory=memory))
    assert outcome.question is None
    assert not outcome.kept
