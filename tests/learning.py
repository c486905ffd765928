"""A language model of a few rules, trained in no time: what a retraining does, without Rasa."""

import json
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path

from bot.listening import understood
from nlu.evaluate import Example, Understand
from nlu.models import MODEL, models_folder, use
from nlu.overlay import OVERLAY, Lesson, overlay_text, read_overlay
from nlu.retrain import Bench
from nlu.train import model_key
from tests.conftest import NOW
from tests.ear import ScriptedEar

TEXTS = {
    "id like to pay": "pay_now",
    "pay it all today": "pay_now",
    "i paid you last week": "already_paid",
    "i paid by check": "already_paid",
    "let this be our last chat": "opt_out",
    "hello there": "greet",
}
BENCHMARK = [Example(text, (said,), frozenset({said})) for text, said in TEXTS.items()]


@dataclass
class Classroom:
    """`spoils`: benchmark texts that a lesson's text makes the model take for the lesson's intent.

    `never`: lesson texts that it never learns. `dies`: a training that is killed in the middle.
    """

    home: Path
    spoils: dict[str, list[str]] = field(default_factory=dict)
    never: set[str] = field(default_factory=set)
    dies: bool = False
    trained: int = 0

    def bench(self) -> Bench:
        return Bench(self.home, BENCHMARK, self.train, self.hear, lambda _: None)

    def train(self, folder: Path, overlay: str) -> None:
        folder.mkdir(parents=True)
        if self.dies:
            raise KeyboardInterrupt
        if overlay:
            (folder / OVERLAY).write_text(overlay)
        taught = read_overlay(folder / OVERLAY)
        meanings = dict(TEXTS)
        for lesson in taught:
            meaning = "+".join(lesson.intents)
            meanings |= {lesson.text: meaning} if lesson.text not in self.never else {}
            meanings |= dict.fromkeys(self.spoils.get(lesson.text, []), meaning)
        (folder / MODEL).write_text(json.dumps(meanings))
        self.trained += 1

    @contextmanager
    def hear(self, folder: Path) -> Iterator[Understand]:
        ear = ScriptedEar(json.loads((folder / MODEL).read_text()))
        yield lambda example: understood(ear, example.text, NOW.date(), None)

    def open(self) -> str:
        """The model of the committed lines, in use; its key."""
        key = model_key()
        self.train(models_folder(self.home) / key, "")
        use(self.home, key)
        return key

    def in_use(self) -> str:
        return (models_folder(self.home) / "current").read_text().strip()


def lesson(number: int, text: str, means: str, writer: str = "practice-1") -> Lesson:
    return Lesson(number, text, tuple(means.split("+")), writer)


def key_with(*lessons: Lesson) -> str:
    return model_key(overlay_text(lessons))
