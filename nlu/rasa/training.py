"""Trains the language model: `python training.py --config C --data D --out FOLDER`."""

import argparse
import logging
import os
import sys
import tempfile
import warnings
from pathlib import Path

import lean

lean.install()


def main() -> int:
    wanted = _arguments()
    _quiet()
    with tempfile.TemporaryDirectory() as cache:
        os.environ["RASA_CACHE_DIRECTORY"] = cache
        model = _trained(wanted)
    return 0 if model is not None else 1


def _arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--config", type=Path, required=True)
    parser.add_argument("--data", type=Path, required=True)
    parser.add_argument("--out", type=Path, required=True)
    return parser.parse_args()


def _quiet() -> None:
    warnings.simplefilter("ignore")
    os.environ["RASA_TELEMETRY_ENABLED"] = "false"
    logging.getLogger("rasa.engine").setLevel(logging.INFO)
    logging.basicConfig(stream=sys.stdout, format="%(message)s", level=logging.WARNING)


def _trained(wanted: argparse.Namespace) -> str | None:
    from rasa.model_training import train_nlu

    return train_nlu(
        config=str(wanted.config),
        nlu_data=str(wanted.data),
        output=str(wanted.out),
        fixed_model_name="model",
    )


if __name__ == "__main__":
    sys.exit(main())
