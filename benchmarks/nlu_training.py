"""One training of one pipeline, in its own environment: what it takes and where the model is."""

import json
import os
import subprocess
import sys
import time
from dataclasses import asdict, dataclass
from pathlib import Path

from benchmarks.homes import ROOT

TRAINING = ROOT / "nlu" / "rasa" / "training.py"
MODEL = "model.tar.gz"
_NOTE = "training.json"


@dataclass(frozen=True)
class Training:
    """`was_done_before`: the seconds and megabytes are those of then."""

    seconds: float
    peak_mb: float
    model_mb: float
    was_done_before: bool = False


def trained(python: Path, config: Path, lines: Path, folder: Path) -> Training:
    """Into `folder`; a model that is there already is taken as it is."""
    note = folder / _NOTE
    if note.exists():
        return Training(**{**json.loads(note.read_text()), "was_done_before": True})
    folder.mkdir(parents=True, exist_ok=True)
    command = [python, "-W", "ignore", TRAINING, "--config", config, "--data", lines]
    began = time.monotonic()
    # Its own words go beside the JSON: an hour's work should tell how far it is.
    process = subprocess.Popen(
        [*command, "--out", folder], cwd=folder, stdout=sys.stderr, env=_environment()
    )
    _, status, used = os.wait4(process.pid, 0)
    process.returncode = os.waitstatus_to_exitcode(status)
    model = folder / MODEL
    if process.returncode or not model.exists():
        sys.exit(f"this training failed (see above): {config}")
    training = Training(
        seconds=round(time.monotonic() - began, 1),
        peak_mb=round(used.ru_maxrss / 1024, 1),
        model_mb=round(model.stat().st_size / 2**20, 2),
    )
    note.write_text(json.dumps(asdict(training)))
    return training


def _environment() -> dict[str, str]:
    return {**os.environ, "TF_CPP_MIN_LOG_LEVEL": "3", "RASA_TELEMETRY_ENABLED": "false"}
