"""What colleagues corrected goes into the language model, unless that makes it worse."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

from bot.lessons import gather, set_aside, settle
from bot.listening import listening_by, understood
from bot.models import Practice
from bot.runtime import Runtime
from bot.web.staff_words import meanings, said
from nlu.benchmark import read_benchmark
from nlu.blame import Blame
from nlu.evaluate import Understand
from nlu.models import models_folder, roll_back
from nlu.overlay import OVERLAY, read_overlay
from nlu.retrain import Bench, Fate, Outcome, retrain
from nlu.train import train_into


def learn(runtime: Runtime, only: Practice | None, bench: Bench) -> tuple[Outcome, dict[int, str]]:
    """What became of it, and of each correction set aside the reason in words for staff.

    A refused model leaves every other correction as it is, to be tried again.
    """
    lessons = gather(runtime, only)
    outcome = retrain(bench, lessons.teach, lessons.fresh)
    outcome.aside |= {each: Blame("lawful", names) for each, names in lessons.lawful.items()}
    reasons = {each: _reason(blame) for each, blame in outcome.aside.items()}
    if outcome.fate is Fate.NOTHING and reasons:
        outcome.fate = Fate.REFUSED
    set_aside(runtime, reasons)
    if outcome.fate is not Fate.REFUSED or outcome.learned:
        settle(runtime, outcome.learned)
    return outcome, reasons


def go_back(runtime: Runtime) -> str:
    """The key of the model before, now in use. Raises NothingBefore."""
    key = roll_back(runtime.settings.home)
    settle(runtime, read_overlay(models_folder(runtime.settings.home) / key / OVERLAY))
    return key


def bench_of(runtime: Runtime, tell: Callable[[str], None]) -> Bench:
    """With the real model. Raises NoBenchmark, BadExample."""
    today = runtime.clock.now().date()

    @contextmanager
    def hear(folder: Path) -> Iterator[Understand]:
        with listening_by(runtime.settings, folder) as ear:
            yield lambda example: understood(ear, example.text, today, example.context)

    def train(folder: Path, overlay: str) -> None:
        train_into(folder, overlay, tell)

    return Bench(runtime.settings.home, read_benchmark(), train, hear, tell)


def _reason(blame: Blame) -> str:
    return said("refusals", blame.kind, said=meanings(blame.said), count=str(blame.count))
