"""Rasa's default pipeline: its environment with TensorFlow, its training, what it would decide.

The environment (2.5 GB) is made by the first run in build/diet, from locks/diet.txt; neither the
product nor any test needs it.
"""

import contextlib
import hashlib
import sys
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

from benchmarks.homes import ROOT
from nlu.decide import costs, decide
from nlu.understanding import Decision, Intent, Understanding
from tools import setup

CONFIG = ROOT / "benchmarks" / "diet.yml"
LOCK = ROOT / "locks" / "diet.txt"
_VENV = ROOT / "build" / "diet"
_MODELS = ROOT / "build" / "diet-models"
_UNSURE = "nlu_fallback"

Decide = Callable[[tuple[Intent, ...], bool], Decision]  # the guesses; whether Rasa is sure


def environment() -> Path:
    """Its Python; made when it is not there."""
    with contextlib.redirect_stdout(sys.stderr):
        uv = setup.find_uv()
        setup.sync(uv, _VENV, setup.find_python310(uv), LOCK, "Rasa as declared, 2.5 GB")
    return _VENV / "bin" / "python"


def config(epochs: int, folder: Path) -> Path:
    """The default pipeline, trained for so many rounds."""
    file = folder / "diet.yml"
    file.write_text(CONFIG.read_text().replace("epochs: 100", f"epochs: {epochs}"))
    return file


def model_folder(settings: Path, lines: Path) -> Path:
    """One for each pipeline and set of lines: hours of training are not spent twice."""
    digest = hashlib.sha256(settings.read_bytes() + LOCK.read_bytes())
    for file in sorted(lines.glob("*.yml")):
        digest.update(file.read_bytes())
    return _MODELS / digest.hexdigest()[:16]


@dataclass(frozen=True)
class DietEar:
    """Understands by the guesses laid down for each text beforehand."""

    guesses: dict[str, list[dict[str, Any]]]
    decide: Decide

    def understand(self, text: str, today: date, open_question: str | None) -> Understanding:
        ranked = self.guesses[text]
        is_sure = not any(guess["name"] == _UNSURE and guess["is_top"] for guess in ranked)
        joined = [guess for guess in ranked if guess["name"] != _UNSURE]
        ranking = _apart(joined)
        names = joined[0]["name"].split("+") if joined else []
        said = tuple(Intent(name, joined[0]["confidence"]) for name in names)
        return Understanding(said, decision=self.decide(ranking, is_sure), ranking=ranking)


def by_threshold(guesses: tuple[Intent, ...], is_sure: bool) -> Decision:
    """As Rasa's FallbackClassifier: 0.3, and 0.1 ahead of the next."""
    return Decision.ACT if is_sure else Decision.CLARIFY


def by_our_costs(guesses: tuple[Intent, ...], is_sure: bool) -> Decision:
    return decide(guesses[:1], guesses, costs())


def _apart(joined: Iterable[dict[str, Any]]) -> tuple[Intent, ...]:
    """A chance of "a+b" is a chance of a and of b; likeliest first."""
    chances: dict[str, float] = {}
    for guess in joined:
        for name in guess["name"].split("+"):
            chances[name] = min(chances.get(name, 0.0) + guess["confidence"], 1.0)
    ranked = sorted(chances.items(), key=lambda pair: -pair[1])
    return tuple(Intent(name, chance) for name, chance in ranked)
