"""Trains the language model in its own environment; what has not changed is not trained again."""

import fcntl
import hashlib
import os
import shutil
import subprocess
import tempfile
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

from nlu.intents import known_intents
from nlu.lines import check_lines, read_lines

ROOT = Path(__file__).parent.parent
DATA = ROOT / "data" / "nlu"
CURRENT = "current"
MODEL = "model.tar.gz"
_ROOM = ROOT / "nlu" / "rasa"
_WORKSHOP = "training-"
_KEPT = 3  # models: the current one and two to roll back to
_LAST_WORDS = 15  # lines of a failed training that are shown

Say = Callable[[str], None]


class TrainingFailed(Exception):
    """Carries the last lines of the training's own output."""


def interpreter() -> Path:
    """The language model's own Python; NLU_PYTHON names another."""
    return Path(os.environ.get("NLU_PYTHON", _ROOM / ".venv" / "bin" / "python"))


def model_key() -> str:
    """Changes with anything that the model is made of."""
    digest = hashlib.sha256()
    for file in _ingredients():
        digest.update(file.relative_to(ROOT).as_posix().encode() + b"\0")
        digest.update(hashlib.sha256(file.read_bytes()).digest())
    return digest.hexdigest()[:16]


def _ingredients() -> Iterator[Path]:
    yield ROOT / "config.yml"
    yield ROOT / "locks" / "nlu.txt"
    yield from sorted((_ROOM / "components").glob("*.py"))
    yield from sorted(DATA.glob("*.yml"))


def models_folder(home: Path) -> Path:
    """What the model's server is started with; its file `current` names the model in use."""
    return home / "models"


def is_trained(home: Path) -> bool:
    return (models_folder(home) / model_key() / MODEL).exists()


def train(home: Path, say: Say) -> Path:
    """The folder of the model for today's lines and pipeline, now the current one."""
    check_lines(read_lines(DATA), known_intents())
    models = models_folder(home)
    models.mkdir(parents=True, exist_ok=True)
    trained = models / model_key()
    with _alone(models):
        if not (trained / MODEL).exists():
            _train_into(trained, say)
        use(home, trained.name)
        _forget_oldest(models)
    return trained


@contextmanager
def _alone(models: Path) -> Iterator[None]:
    """Whoever comes second waits, and then finds the model trained."""
    with (models / ".lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        for left_over in models.glob(f"{_WORKSHOP}*"):
            shutil.rmtree(left_over)
        yield


def use(home: Path, key: str) -> None:
    """Makes a trained model the current one: after training, or to roll back."""
    models = models_folder(home)
    if not (models / key / MODEL).exists():
        raise FileNotFoundError(f"no trained model {key} in {models}")
    pointer = models / f"{CURRENT}.new"
    pointer.write_text(f"{key}\n", encoding="utf-8")
    pointer.replace(models / CURRENT)
    os.utime(models / key)


def _train_into(folder: Path, say: Say) -> None:
    """Beside its place and then moved there, so that half a model is never found."""
    with tempfile.TemporaryDirectory(dir=folder.parent, prefix=_WORKSHOP) as workshop:
        _run(Path(workshop), say)
        (Path(workshop) / MODEL).chmod(0o644)
        folder.mkdir(exist_ok=True)
        (Path(workshop) / MODEL).replace(folder / MODEL)


def _run(workshop: Path, say: Say) -> None:
    command: list[str | Path] = [interpreter(), "-W", "ignore", _ROOM / "training.py"]
    command += ["--config", ROOT / "config.yml", "--data", DATA, "--out", workshop]
    said: list[str] = []
    with subprocess.Popen(
        command, cwd=workshop, text=True, stdout=subprocess.PIPE, stderr=subprocess.STDOUT
    ) as training:
        for line in training.stdout or ():
            said.append(line.rstrip())
            if line.startswith(("Starting", "Finished", "Step")):
                say(line.rstrip())
    if training.returncode != 0 or not (workshop / MODEL).exists():
        raise TrainingFailed("\n".join(said[-_LAST_WORDS:]))


def _forget_oldest(models: Path) -> None:
    trained = [folder for folder in models.iterdir() if (folder / MODEL).exists()]
    for folder in sorted(trained, key=lambda each: each.stat().st_mtime, reverse=True)[_KEPT:]:
        shutil.rmtree(folder)
