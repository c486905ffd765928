"""The trained models that are kept: which is in use, which was before it, and what each is."""

import fcntl
import json
import os
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from nlu.overlay import OVERLAY, read_overlay

CURRENT = "current"
MODEL = "model.tar.gz"
WORKSHOP = "training-"
_BEFORE = "before"  # the models that were in use before, the latest last
_RECORD = "record.json"
_KEPT = 3  # models: the current one and two to roll back to


class NothingBefore(Exception):
    """No model is kept to go back to."""


@dataclass(frozen=True)
class Kept:
    """`lines` and `accuracy` are None where they were not counted or measured."""

    key: str
    is_current: bool
    trained_at: datetime
    lines: int | None
    corrections: int
    accuracy: float | None


def models_folder(home: Path) -> Path:
    """What the model's server is started with; its file `current` names the model in use."""
    return home / "models"


def is_model(folder: Path) -> bool:
    return (folder / MODEL).exists()


def current(home: Path) -> Path | None:
    """The folder of the model in use, if there is one."""
    pointer = models_folder(home) / CURRENT
    if not pointer.exists():
        return None
    folder = models_folder(home) / pointer.read_text(encoding="utf-8").strip()
    return folder if is_model(folder) else None


def overlay_in_use(home: Path) -> Path | None:
    """The corrections that the current model has learned."""
    folder = current(home)
    return folder / OVERLAY if folder and (folder / OVERLAY).exists() else None


def use(home: Path, key: str) -> None:
    """Makes a trained model the current one; the one before it can be gone back to."""
    before = current(home)
    if before is not None and before.name != key:
        _remember(home, [k for k in _before(home) if k not in (before.name, key)] + [before.name])
    _point_to(home, key)


def roll_back(home: Path) -> str:
    """The key of the model before, now current again. Raises NothingBefore."""
    with alone(home):
        now = current(home)
        known = [key for key in _before(home) if is_model(models_folder(home) / key)]
        known = [key for key in known if now is None or key != now.name]
        if not known:
            raise NothingBefore
        _point_to(home, known[-1])
        _remember(home, known[:-1])
        return known[-1]


def _point_to(home: Path, key: str) -> None:
    models = models_folder(home)
    if not is_model(models / key):
        raise FileNotFoundError(f"no trained model {key} in {models}")
    pointer = models / f"{CURRENT}.new"
    pointer.write_text(f"{key}\n", encoding="utf-8")
    pointer.replace(models / CURRENT)
    os.utime(models / key)


def _before(home: Path) -> list[str]:
    file = models_folder(home) / _BEFORE
    return file.read_text(encoding="utf-8").split() if file.exists() else []


def _remember(home: Path, keys: list[str]) -> None:
    file = models_folder(home) / f"{_BEFORE}.new"
    file.write_text("".join(f"{key}\n" for key in keys), encoding="utf-8")
    file.replace(models_folder(home) / _BEFORE)


@contextmanager
def alone(home: Path) -> Iterator[None]:
    """Whoever comes second waits, and then finds the model trained."""
    models = models_folder(home)
    models.mkdir(parents=True, exist_ok=True)
    with (models / ".lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        for left_over in models.glob(f"{WORKSHOP}*"):
            shutil.rmtree(left_over)
        yield


def forget_oldest(home: Path) -> None:
    """By when they were last put to use; the current one always is among the latest."""
    trained = [folder for folder in models_folder(home).iterdir() if is_model(folder)]
    for folder in sorted(trained, key=lambda each: each.stat().st_mtime, reverse=True)[_KEPT:]:
        shutil.rmtree(folder)


def note(folder: Path, **facts: Any) -> None:
    """What is known of a model, written down beside it; keeps what was noted before."""
    when = folder.stat().st_mtime
    fresh = folder / f"{_RECORD}.new"
    fresh.write_text(json.dumps({**noted(folder), **facts}), encoding="utf-8")
    fresh.replace(folder / _RECORD)
    os.utime(folder, (when, when))  # being measured is no use


def noted(folder: Path) -> dict[str, Any]:
    file = folder / _RECORD
    return dict(json.loads(file.read_text(encoding="utf-8"))) if file.exists() else {}


def kept(home: Path) -> list[Kept]:
    """The latest put to use first."""
    now, models = current(home), models_folder(home)
    folders = [folder for folder in models.iterdir() if is_model(folder)] if now else []
    return [
        _kept(folder, folder == now)
        for folder in sorted(folders, key=lambda each: each.stat().st_mtime, reverse=True)
    ]


def _kept(folder: Path, is_current: bool) -> Kept:
    known = noted(folder)
    return Kept(
        key=folder.name,
        is_current=is_current,
        trained_at=datetime.fromtimestamp((folder / MODEL).stat().st_mtime, UTC),
        lines=known.get("lines"),
        corrections=len(read_overlay(folder / OVERLAY)),
        accuracy=known.get("accuracy"),
    )
