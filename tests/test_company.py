"""Danger that a model hears only in who is with somebody."""

from datetime import date

import pytest

from bot.hearing import heard_by
from tests.ear import ScriptedEar

TODAY = date(2026, 3, 11)
WHOLE = "my kids live with me and i need help with this bill"
REST = "and i need help with this bill"


def main_of(meanings: dict[str, str], text: str = WHOLE) -> str:
    return heard_by(ScriptedEar(meanings), text, TODAY, None).main


def test_what_is_left_without_them_is_what_counts() -> None:
    meanings = {WHOLE: "crisis+financial_hardship", REST: "financial_hardship"}
    assert main_of(meanings) == "financial_hardship"


@pytest.mark.parametrize("rest", ["crisis", "?financial_hardship", "help", "?crisis+thank"])
def test_danger_or_doubt_in_what_is_left_keeps_it(rest: str) -> None:
    assert main_of({WHOLE: "crisis+financial_hardship", REST: rest}) == "crisis"


def test_a_word_of_danger_is_never_explained_away() -> None:
    text = "my kids live with me and i want to kill myself"
    assert main_of({text: "crisis", "and i want to kill myself": "thank"}, text) == "crisis"


def test_a_partner_may_be_who_they_fear() -> None:
    text = "my husband is here with me and i need help with this bill"
    assert main_of({text: "crisis", REST: "financial_hardship"}, text) == "crisis"
