"""Trains the language model in its own environment; what has not changed is not trained again."""

import hashlib
import os
import shutil
import subprocess
import tempfile
from collections.abc import Callable, Iterator
from pathlib import Path

from nlu.intents import known_intents
from nlu.lines import check_lines, read_lines
from nlu.models import (
    MODEL,
    WORKSHOP,
    alone,
    forget_oldest,
    is_model,
    models_folder,
    note,
    overlay_in_use,
    use,
)
from nlu.overlay import OVERLAY, read_overlay, write_overlay

ROOT = Path(__file__).parent.parent
DATA = ROOT / "data" / "nlu"
_ROOM = ROOT / "nlu" / "rasa"
_LINES = "lines"
_LAST = f"zz_{OVERLAY}"  # read last: the same committed lines get the same misspelled copies
_LAST_WORDS = 15  # lines of a failed training that are shown

Say = Callable[[str], None]


class TrainingFailed(Exception):
    """Carries the last lines of the training's own output."""


def interpreter() -> Path:
    """The language model's own Python; NLU_PYTHON names another."""
    return Path(os.environ.get("NLU_PYTHON", _ROOM / ".venv" / "bin" / "python"))


def model_key(overlay: str = "") -> str:
    """Changes with anything that the model is made of; `overlay` is that file's content."""
    digest = hashlib.sha256()
    for file in _ingredients():
        digest.update(file.relative_to(ROOT).as_posix().encode() + b"\0")
        digest.update(hashlib.sha256(file.read_bytes()).digest())
    digest.update(overlay.encode())
    return digest.hexdigest()[:16]


def _ingredients() -> Iterator[Path]:
    yield ROOT / "config.yml"
    yield ROOT / "locks" / "nlu.txt"
    yield from sorted((_ROOM / "components").glob("*.py"))
    yield from sorted(DATA.glob("*.yml"))


def is_trained(home: Path) -> bool:
    return is_model(models_folder(home) / model_key(_learned(home)))


def train(home: Path, say: Say) -> Path:
    """The folder of the model for today's lines and pipeline, now the current one.

    What the model in use has learned of colleagues' corrections is learned again with them.
    """
    check_lines(read_lines(DATA), known_intents())
    with alone(home):
        learned = _learned(home)
        trained = models_folder(home) / model_key(learned)
        if not is_model(trained):
            train_into(trained, learned, say)
        use(home, trained.name)
        forget_oldest(home)
    return trained


def _learned(home: Path) -> str:
    file = overlay_in_use(home)
    return file.read_text(encoding="utf-8") if file else ""


def train_into(folder: Path, overlay: str, say: Say, data: Path = DATA) -> None:
    """Beside its place and then moved there, so that half a model is never found."""
    folder.parent.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory(dir=folder.parent, prefix=WORKSHOP) as made:
        workshop = Path(made)
        lines = _gather(workshop, overlay, data)
        _run(workshop, say)
        (workshop / MODEL).chmod(0o644)
        folder.mkdir(exist_ok=True)
        if overlay:
            (workshop / OVERLAY).replace(folder / OVERLAY)
        note(folder, lines=lines)
        (workshop / MODEL).replace(folder / MODEL)


def _gather(workshop: Path, overlay: str, data: Path) -> int:
    """All lines in one folder, and how many; what was taught of an intent long gone stays out."""
    lines = workshop / _LINES
    shutil.copytree(data, lines)
    taught = workshop / OVERLAY
    taught.touch(mode=0o600)
    taught.write_text(overlay, encoding="utf-8")
    known = known_intents(data)
    lessons = [each for each in read_overlay(taught) if known.issuperset(each.intents)]
    if lessons:
        write_overlay(lessons, lines / _LAST)
    return len(read_lines(lines))


def _run(workshop: Path, say: Say) -> None:
    command: list[str | Path] = [interpreter(), "-W", "ignore", _ROOM / "training.py"]
    command += ["--config", ROOT / "config.yml", "--data", workshop / _LINES, "--out", workshop]
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
