"""The two sides of the comparison: each trained, timed, and judged alone and in the product."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from benchmarks import nlu_diet
from benchmarks.homes import ROOT
from benchmarks.nlu_answers import answers
from benchmarks.nlu_server import served
from benchmarks.nlu_training import Training, trained
from bot.guards import guard, unmarked
from bot.listening import understood
from nlu.evaluate import Example, Report, evaluate
from nlu.train import interpreter
from nlu.understanding import Ear

TODAY = datetime.now(UTC).date()


@dataclass(frozen=True)
class Task:
    """`room` is a folder for what is made on the way; `repeats` loads and answers everything."""

    data: Path
    examples: Sequence[Example]
    room: Path
    repeats: int


@dataclass(frozen=True)
class Side:
    """`alone` is the pipeline by itself, `in_product` behind our keywords and alarms."""

    training: Training
    runs: list[dict[str, Any]]
    alone: Report
    in_product: Report


def our_side(task: Task) -> Side:
    folder = task.room / "ours"
    training = trained(interpreter(), ROOT / "config.yml", task.data, folder)
    runs = _runs(task, interpreter(), "reader", folder)
    with served(folder) as ear:
        return Side(training, runs, _alone(task, ear), _in_product(task, ear))


def diet_side(task: Task, epochs: int) -> tuple[Side, Report]:
    """And what DIET's guesses would come to if our table of costs decided over them."""
    python, config = nlu_diet.environment(), nlu_diet.config(epochs, task.room)
    folder = nlu_diet.model_folder(config, task.data)
    training = trained(python, config, task.data, folder)
    runs = _runs(task, python, "agent", folder)
    ear = nlu_diet.DietEar(runs[0]["guesses"], nlu_diet.by_threshold)
    weighing = nlu_diet.DietEar(runs[0]["guesses"], nlu_diet.by_our_costs)
    side = Side(training, runs, _alone(task, ear), _in_product(task, ear))
    return side, _alone(task, weighing)


def _alone(task: Task, ear: Ear) -> Report:
    return evaluate(
        task.examples, lambda example: ear.understand(example.text, TODAY, example.context)
    )


def _in_product(task: Task, ear: Ear) -> Report:
    return evaluate(
        task.examples, lambda example: understood(ear, example.text, TODAY, example.context)
    )


def _runs(task: Task, python: Path, door: str, model: Path) -> list[dict[str, Any]]:
    texts = _texts(task.examples)
    return [answers(python, door, model, texts, task.room) for _ in range(task.repeats)]


def _texts(examples: Sequence[Example]) -> list[str]:
    """As written, and as the guards hand them on."""
    written = [example.text for example in examples]
    return [*written, *(unmarked(guard(text).text) for text in written)]
