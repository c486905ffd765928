"""What tells of a death or an illness, in plain words."""

import json
from pathlib import Path

import pytest

from nlu.death_signs import may_tell_of_death, without_unsaid_death
from nlu.illness import with_illness
from nlu.understanding import Decision, Intent, Understanding

TEXTS = Path(__file__).parent / "texts"
DEATH = Understanding((Intent("deceased", 1.0),))
DANGER = Understanding((Intent("crisis", 1.0),))


def test_unread_writers_deaths_keep_a_sign() -> None:
    lines = (
        line for file in TEXTS.glob("*.jsonl") for line in file.read_text("utf-8").splitlines()
    )
    told = [row["text"] for row in map(json.loads, lines) if "deceased" in row["intents"]]
    assert sum(map(may_tell_of_death, told)) > 0.97 * len(told)


@pytest.mark.parametrize("text", ["im his mom", "im her daughter", "soy su mama", "cancer"])
def test_no_death_is_made_of_kin_or_illness(text: str) -> None:
    heard = without_unsaid_death(DEATH, text)
    assert (heard.intents, heard.decision) == ((), Decision.CLARIFY)


@pytest.mark.parametrize(
    "text", ["im in chemo", "my husband is in the icu", "tengo cancer", "no puedo pensar en pagos"]
)
def test_an_illness_is_hard_times(text: str) -> None:
    assert with_illness(DANGER, text).main == "financial_hardship"


@pytest.mark.parametrize(
    "text",
    ["im having a stroke", "i have cancer and want to die", "tengo cancer y ya no quiero vivir"],
)
def test_danger_stays_danger(text: str) -> None:
    assert with_illness(DANGER, text) is DANGER


@pytest.mark.parametrize("text", ["is chemo covered", "what is the surgery charge", "he died"])
def test_a_question_about_care_is_no_hardship(text: str) -> None:
    asked = Understanding((Intent("insurance_question", 0.9),))
    assert with_illness(asked, text) is asked
