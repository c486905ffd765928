"""Training at a start or after an upgrade keeps what the model in use has learned."""

import shutil
from pathlib import Path

import pytest

from nlu.models import MODEL, current, kept, models_folder, note, noted, roll_back, use
from nlu.overlay import OVERLAY, overlay_text, read_overlay
from nlu.train import TrainingFailed, is_trained, model_key, train
from tests.learning import lesson

MONDAY = lesson(1, "you get it monday", "promise_to_pay")
GONE = lesson(2, "fax it to me", "send_fax")  # an intent of an older version
SCRIPT = """#!/bin/sh
cat "$7"/*.yml > "$9/model.tar.gz"
"""


@pytest.fixture
def quick(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A home whose "model" is all its lines, made by a trainer that takes no time."""
    python = tmp_path / "python"
    python.write_text(SCRIPT)
    python.chmod(0o755)
    monkeypatch.setenv("NLU_PYTHON", str(python))
    return tmp_path / "home"


def taught(home: Path, key: str, overlay: str) -> None:
    """A model of an older version, in use, that has learned corrections."""
    folder = models_folder(home) / key
    folder.mkdir(parents=True)
    (folder / MODEL).write_text("older")
    (folder / OVERLAY).write_text(overlay)
    use(home, key)


def test_a_first_start_has_nothing_learned(quick: Path) -> None:
    assert not is_trained(quick)
    assert train(quick, print).name == model_key()
    assert is_trained(quick)
    assert noted(models_folder(quick) / model_key())["lines"] > 5000


def test_an_upgrade_learns_the_corrections_again(quick: Path) -> None:
    overlay = overlay_text([MONDAY])
    taught(quick, "older", overlay)
    assert not is_trained(quick)
    trained = train(quick, print)
    assert trained.name == model_key(overlay)
    assert MONDAY.text in (trained / MODEL).read_text()
    assert read_overlay(trained / OVERLAY) == [MONDAY]
    assert is_trained(quick)
    assert roll_back(quick) == "older"


def test_what_was_taught_of_an_intent_long_gone_is_not_learned(quick: Path) -> None:
    overlay = overlay_text([MONDAY, GONE])
    taught(quick, "older", overlay)
    trained = train(quick, print)
    assert GONE.text not in (trained / MODEL).read_text()
    assert trained == train(quick, print)


def test_a_restart_after_going_back_stays_there(quick: Path) -> None:
    plain = train(quick, print).name
    taught(quick, model_key(overlay_text([MONDAY])), overlay_text([MONDAY]))
    roll_back(quick)
    assert train(quick, print).name == plain
    assert [each.is_current for each in kept(quick)] == [True, False]


def test_measuring_a_model_does_not_count_as_use(quick: Path) -> None:
    plain = train(quick, print)
    taught(quick, "newer", overlay_text([MONDAY]))
    note(plain, accuracy=0.5)
    assert [each.key for each in kept(quick)] == ["newer", plain.name]


def test_a_training_that_fails_leaves_the_model_in_use(quick: Path) -> None:
    taught(quick, "older", overlay_text([MONDAY]))
    (quick.parent / "python").write_text("#!/bin/sh\nexit 3\n")
    with pytest.raises(TrainingFailed):
        train(quick, print)
    in_use = current(quick)
    assert in_use is not None
    assert in_use.name == "older"
    assert [each.key for each in kept(quick)] == ["older"]


def test_a_model_that_was_deleted_is_not_in_use(quick: Path) -> None:
    taught(quick, "older", overlay_text([MONDAY]))
    shutil.rmtree(models_folder(quick) / "older")
    assert current(quick) is None
    assert train(quick, print).name == model_key()
