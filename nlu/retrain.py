"""A model that has learned corrections, trained beside the one in use and taken only if no worse.

A correction that was not learned, or by which texts that matter are lost, is set aside with its
reason and the rest is tried again without it: one silly correction does not block the others.
"""

import fcntl
import shutil
from collections.abc import Callable, Collection, Iterator, Sequence
from contextlib import AbstractContextManager, contextmanager
from dataclasses import dataclass, field
from enum import StrEnum
from pathlib import Path

from nlu import verdict
from nlu.benchmark import fingerprint
from nlu.blame import Blame, blame
from nlu.evaluate import Example, Understand
from nlu.models import alone, current, forget_oldest, is_model, models_folder, note, noted, use
from nlu.overlay import Lesson, overlay_text
from nlu.train import Say, model_key
from nlu.verdict import ALL, Heard, Marks

CANDIDATES = ".candidates"
_ROUNDS = 3  # trainings at most

Train = Callable[[Path, str], None]
Hear = Callable[[Path], AbstractContextManager[Understand]]


class Busy(Exception):
    """Another retraining is under way."""


class NoModel(Exception):
    """None is in use: train first."""


class ChangedMeanwhile(Exception):
    """The model in use is no longer the one that the candidate was compared with."""


class Fate(StrEnum):
    ACCEPTED = "accepted"
    REFUSED = "refused"
    NOTHING = "nothing"


@dataclass
class Outcome:
    """`why` are sentences; `learned` is what the model in use knows afterwards, if accepted."""

    fate: Fate
    key: str = ""
    why: list[str] = field(default_factory=list)
    aside: dict[int, Blame] = field(default_factory=dict)
    learned: tuple[Lesson, ...] = ()
    accuracy: tuple[float, float] | None = None


@dataclass(frozen=True)
class Bench:
    """`train` makes a model of an overlay's content in a folder, `hear` understands by one."""

    home: Path
    texts: Sequence[Example]
    train: Train
    hear: Hear
    say: Say


@dataclass(frozen=True)
class _Trial:
    """One model, measured: the benchmark's texts and the corrections' own."""

    folder: Path
    heard: list[Heard]
    taught: list[tuple[Lesson, Heard]]


def retrain(bench: Bench, lessons: Sequence[Lesson], fresh: Collection[int]) -> Outcome:
    """`fresh` are the ids of lessons that no model has learned. Raises Busy, NoModel."""
    with _one_at_a_time(bench.home) as room:
        in_use = current(bench.home)
        if in_use is None:
            raise NoModel
        outcome = Outcome(Fate.NOTHING)
        standing = _agreeing(lessons, outcome.aside)
        if model_key(overlay_text(standing) if standing else "") == in_use.name:
            outcome.fate = Fate.REFUSED if outcome.aside else Fate.NOTHING
            outcome.learned = tuple(standing)
            return outcome
        before = _measured(bench, in_use, ())
        _try(bench, room, in_use, before, standing, fresh, outcome)
    return outcome


def _try(
    bench: Bench,
    room: Path,
    in_use: Path,
    before: _Trial,
    lessons: list[Lesson],
    fresh: Collection[int],
    outcome: Outcome,
) -> None:
    reference = _reference(bench, in_use, before)
    note(in_use, accuracy=_accuracy(before))
    for _ in range(_ROUNDS):
        folder = _trained(bench, room, lessons)
        if folder == in_use:  # all that was new has been set aside
            outcome.fate, outcome.learned = Fate.REFUSED, tuple(lessons)
            return
        trial = _measured(bench, folder, lessons)
        found = verdict.faults(reference, verdict.marks(trial.heard))
        blamed = blame(found, before.heard, trial.heard, trial.taught, fresh)
        outcome.accuracy = (_accuracy(before), _accuracy(trial))
        if not found and not blamed:
            _accept(bench, in_use, trial, reference)
            outcome.fate, outcome.key, outcome.learned = Fate.ACCEPTED, folder.name, tuple(lessons)
            return
        outcome.why = [str(fault) for fault in found]
        if not blamed:
            break
        bench.say(f"{len(blamed)} set aside; trying again without")
        outcome.aside |= blamed
        lessons = [each for each in lessons if each.id not in blamed]
    outcome.fate = Fate.REFUSED


@contextmanager
def _one_at_a_time(home: Path) -> Iterator[Path]:
    """The room for candidates, empty: what a retraining that was killed left there is gone."""
    models = models_folder(home)
    models.mkdir(parents=True, exist_ok=True)
    with (models / ".retraining").open("w") as lock:
        try:
            fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            raise Busy from None
        room = models / CANDIDATES
        shutil.rmtree(room, ignore_errors=True)
        room.mkdir(mode=0o700)
        try:
            yield room
        finally:
            shutil.rmtree(room, ignore_errors=True)


def _agreeing(lessons: Sequence[Lesson], aside: dict[int, Blame]) -> list[Lesson]:
    """The same words cannot mean two things: what was said first stands."""
    first: dict[str, Lesson] = {}
    for lesson in sorted(lessons, key=lambda each: each.id):
        before = first.setdefault(" ".join(lesson.text.casefold().split()), lesson)
        if set(before.intents) != set(lesson.intents):
            aside[lesson.id] = Blame("contradicts", before.intents)
    return [each for each in lessons if each.id not in aside]


def _trained(bench: Bench, room: Path, lessons: Sequence[Lesson]) -> Path:
    overlay = overlay_text(lessons) if lessons else ""
    key = model_key(overlay)
    kept = models_folder(bench.home) / key
    if is_model(kept):
        return kept
    bench.say(f"training a candidate with {len(lessons)} corrections")
    bench.train(room / key, overlay)
    return room / key


def _measured(bench: Bench, folder: Path, lessons: Sequence[Lesson]) -> _Trial:
    bench.say(f"measuring {folder.name} on {len(bench.texts)} texts")
    with bench.hear(folder) as understand:
        heard = [(text, understand(text)) for text in bench.texts]
        taught = [(lesson, _heard(lesson, understand)) for lesson in lessons]
    return _Trial(folder, heard, taught)


def _heard(lesson: Lesson, understand: Understand) -> Heard:
    case = Example(lesson.text, lesson.intents, frozenset(lesson.intents[:1]))
    return case, understand(case)


def _reference(bench: Bench, in_use: Path, before: _Trial) -> Marks:
    """The model in use, or better where one before it was better on the same texts."""
    counted, known = verdict.marks(before.heard), noted(in_use)
    if known.get("benchmark") != fingerprint(bench.texts):
        return counted
    return verdict.best_of(counted, verdict.from_note(known["best"]))


def _accept(bench: Bench, compared: Path, trial: _Trial, reference: Marks) -> None:
    best = verdict.best_of(verdict.marks(trial.heard), reference)
    note(
        trial.folder,
        accuracy=_accuracy(trial),
        benchmark=fingerprint(bench.texts),
        best=verdict.as_noted(best),
    )
    with alone(bench.home):
        if current(bench.home) != compared:
            raise ChangedMeanwhile
        kept = models_folder(bench.home) / trial.folder.name
        if not is_model(kept):
            trial.folder.replace(kept)
        use(bench.home, kept.name)
        forget_oldest(bench.home)


def _accuracy(trial: _Trial) -> float:
    counted = verdict.marks(trial.heard)[ALL]
    return round(1 - counted.missed / max(counted.said, 1), 4)
