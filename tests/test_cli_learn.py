"""`tender nlu models | rollback | retrain` as an operator reads them."""

import json
import shutil
from collections.abc import Iterator

import pytest
from click.testing import CliRunner, Result

from bot.cli_learn import nlu, told
from bot.models import Practice
from bot.retraining import learn
from bot.runtime import Runtime
from nlu.models import models_folder
from nlu.retrain import Fate, Outcome
from tests.learning import Classroom
from tests.test_tenancy import correct


@pytest.fixture
def room(runtime: Runtime, monkeypatch: pytest.MonkeyPatch) -> Iterator[Classroom]:
    monkeypatch.setenv("TENDER_HOME", str(runtime.settings.home))
    yield Classroom(runtime.settings.home)
    shutil.rmtree(models_folder(runtime.settings.home))


def run(runtime: Runtime, *words: str) -> Result:
    return CliRunner().invoke(nlu, words, obj=lambda _: runtime)


def test_models_are_listed_with_what_they_know(
    runtime: Runtime, practice: Practice, room: Classroom
) -> None:
    plain = room.open()
    correct(runtime, practice.id, "+15125550101", "SM1")
    taught = learn(runtime, None, room.bench())[0].key
    first, second = run(runtime, "models").output.splitlines()
    assert first.startswith(f"* {taught}")
    assert "1 corrections  100.0% right" in first
    assert second.startswith(f"  {plain}")
    rows = [json.loads(line) for line in run(runtime, "models", "--json").output.splitlines()]
    assert [row["is_current"] for row in rows] == [True, False]


def test_going_back_says_to_which(runtime: Runtime, practice: Practice, room: Classroom) -> None:
    plain = room.open()
    correct(runtime, practice.id, "+15125550101", "SM1")
    learn(runtime, None, room.bench())
    answer = run(runtime, "rollback")
    assert answer.exit_code == 0
    assert f"Back to {plain}" in answer.output
    assert room.in_use() == plain


def test_where_nothing_was_before_going_back_is_refused(runtime: Runtime, room: Classroom) -> None:
    room.open()
    answer = run(runtime, "rollback")
    assert answer.exit_code == 1
    assert "no model is kept to go back to" in answer.output


def test_a_practice_that_is_none_is_named(runtime: Runtime, room: Classroom) -> None:
    room.open()
    answer = run(runtime, "retrain", "--practice", "nowhere")
    assert answer.exit_code == 1
    assert "there is no practice 'nowhere'" in answer.output


def test_a_refusal_says_why_in_sentences() -> None:
    outcome = Outcome(Fate.REFUSED, why=["opt_out: 1 of the 9 texts that say it are missed."])
    outcome.accuracy = (0.8, 0.75)
    assert told(outcome, {7: "It would hide a STOP."}).splitlines() == [
        "Refused. The model in use stays; nothing was lost.",
        "Right before 80.0%, with it 75.0%.",
        "opt_out: 1 of the 9 texts that say it are missed.",
        "Correction 7 was set aside: It would hide a STOP.",
    ]
