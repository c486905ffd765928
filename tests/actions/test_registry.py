"""Every intent has its action, and nothing else has."""

from pathlib import Path

import yaml

from actions import registry

NLU = Path(__file__).parents[2] / "data" / "nlu"


def test_every_intent_with_training_lines_has_an_action_and_no_other() -> None:
    intents = {path.stem for path in NLU.glob("*.yml")} - {"several"}
    assert set(registry()) == intents
    assert len(intents) == 39


def test_every_intent_named_in_lines_of_several_has_an_action() -> None:
    raw = yaml.safe_load((NLU / "several.yml").read_text())
    named = {name for block in raw["nlu"] for name in block["intent"].split("+")}
    assert named <= set(registry())


def test_amounts_are_told_only_by_actions_that_need_identity() -> None:
    tells = {"ask_balance", "ask_due_date", "explain_charge", "pay_now", "set_up_plan",
             "change_plan", "request_statement", "request_receipt", "request_refund",
             "payment_problem"}  # fmt: skip
    assert tells == {name for name, action in registry().items() if action.needs_identity}
