"""Has a trained model answer texts in its own environment (nlu_answering.py)."""

import json
import subprocess
import sys
from collections.abc import Iterable
from pathlib import Path
from typing import Any

from benchmarks.homes import ROOT

ANSWERING = ROOT / "benchmarks" / "nlu_answering.py"


def answers(
    python: Path, door: str, model: Path, texts: Iterable[str], room: Path
) -> dict[str, Any]:
    """`load_s`, `rss_mb`, `seconds` a text, and its `guesses`; `room` is a folder to pass them."""
    asked, answered = room / "texts.json", room / "answers.json"
    asked.write_text(json.dumps(list(dict.fromkeys(texts))), encoding="utf-8")
    command = [python, "-W", "ignore", ANSWERING, door, model, asked, answered]
    subprocess.run(command, check=True, stdout=sys.stderr, cwd=room)
    found: dict[str, Any] = json.loads(answered.read_text(encoding="utf-8"))
    return found
