"""From a correction in the database to the model in use, and back: practice by practice."""

import shutil
import time
from collections.abc import Iterator

import pytest

from bot.lessons import gather
from bot.listening import NotMeasured, Unforgiving
from bot.models import Correction, Practice
from bot.retraining import go_back, learn
from bot.runtime import Runtime
from nlu.client import RasaEar
from nlu.models import models_folder
from nlu.retrain import Fate, retrain
from tests.conftest import NOW, make_practice
from tests.learning import Classroom
from tests.test_tenancy import correct


@pytest.fixture
def elsewhere(runtime: Runtime, practice: Practice) -> Practice:
    return make_practice(runtime.database, runtime.clock, "maple", "+15125550200")


@pytest.fixture
def room(runtime: Runtime) -> Iterator[Classroom]:
    room = Classroom(runtime.settings.home)
    room.open()
    yield room
    shutil.rmtree(models_folder(room.home))


def states(runtime: Runtime, practice_id: int) -> list[tuple[str, str | None]]:
    with runtime.database.transaction(practice_id) as session:
        return [(row.state, row.reason) for row in session.query(Correction).order_by("id")]


def test_what_staff_corrected_becomes_learned(
    runtime: Runtime, practice: Practice, elsewhere: Practice, room: Classroom
) -> None:
    correct(runtime, practice.id, "+15125550101", "SM1")
    correct(runtime, elsewhere.id, "+15125550301", "SM2", "buenas", "greet")
    outcome, reasons = learn(runtime, None, room.bench())
    assert (outcome.fate, reasons) == (Fate.ACCEPTED, {})
    assert {each.writer for each in outcome.learned} == {
        f"practice-{practice.id}",
        f"practice-{elsewhere.id}",
    }
    assert states(runtime, practice.id) == [("learned", None)]
    assert states(runtime, elsewhere.id) == [("learned", None)]


def test_one_practices_turn_takes_up_only_its_own_new_ones(
    runtime: Runtime, practice: Practice, elsewhere: Practice, room: Classroom
) -> None:
    correct(runtime, practice.id, "+15125550101", "SM1")
    learn(runtime, None, room.bench())
    correct(runtime, practice.id, "+15125550101", "SM3", "hola pues", "greet")
    correct(runtime, elsewhere.id, "+15125550301", "SM2", "buenas", "greet")
    outcome, _ = learn(runtime, elsewhere, room.bench())
    assert sorted(each.text for each in outcome.learned) == ["buenas", "hello"]
    assert states(runtime, practice.id) == [("learned", None), ("new", None)]


def test_a_silly_one_is_refused_with_its_reason_and_the_rest_is_learned(
    runtime: Runtime, practice: Practice, room: Classroom
) -> None:
    correct(runtime, practice.id, "+15125550101", "SM1")
    correct(runtime, practice.id, "+15125550101", "SM2", "id like to say it all today", "greet")
    room.spoils["id like to say it all today"] = ["pay it all today", "id like to pay"]
    learn(runtime, None, room.bench())
    assert states(runtime, practice.id) == [
        ("learned", None),
        (
            "refused",
            "Texts that say otherwise (wants to pay) would have been misunderstood: 2 of them.",
        ),
    ]


def test_a_refused_model_leaves_corrections_waiting(
    runtime: Runtime, practice: Practice, room: Classroom
) -> None:
    correct(runtime, practice.id, "+15125550101", "SM1", "purple lemons", "complaint")
    room.spoils["purple lemons"] = ["let this be our last chat"]
    outcome, _ = learn(runtime, None, room.bench())
    assert outcome.fate is Fate.REFUSED
    assert states(runtime, practice.id) == [("new", None)]


def test_what_the_law_decides_cannot_be_taught_otherwise(
    runtime: Runtime, practice: Practice, room: Classroom
) -> None:
    correct(runtime, practice.id, "+15125550101", "SM1", "STOP", "greet")
    outcome, _ = learn(runtime, None, room.bench())
    assert (outcome.fate, room.trained) == (Fate.REFUSED, 1)
    ((state, reason),) = states(runtime, practice.id)
    assert state == "refused"
    assert "wants no more texts" in str(reason)


def test_going_back_lets_what_is_unlearned_wait_again(
    runtime: Runtime, practice: Practice, room: Classroom
) -> None:
    correct(runtime, practice.id, "+15125550101", "SM1")
    learn(runtime, None, room.bench())
    correct(runtime, practice.id, "+15125550101", "SM2", "hola pues", "greet")
    learn(runtime, None, room.bench())
    go_back(runtime)
    assert states(runtime, practice.id) == [("learned", None), ("new", None)]


def test_a_correction_that_was_learned_before_a_crash_is_known_as_learned(
    runtime: Runtime, practice: Practice, room: Classroom
) -> None:
    correct(runtime, practice.id, "+15125550101", "SM1")
    retrain(room.bench(), gather(runtime, None).teach, {1})
    assert states(runtime, practice.id) == [("new", None)]
    outcome, _ = learn(runtime, None, room.bench())
    assert outcome.fate is Fate.NOTHING
    assert states(runtime, practice.id) == [("learned", None)]


def test_what_is_understood_by_keyword_measures_nothing() -> None:
    away = RasaEar("http://127.0.0.1:9", "x", breaker=Unforgiving(time.monotonic))
    with pytest.raises(NotMeasured):
        away.understand("i paid", NOW.date(), None)
