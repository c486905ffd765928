"""What a model says of each line of a file, as JSON: `python parity.py MODEL_FOLDER TEXTS`.

Run it in two environments and compare the outputs; they must be the same to 1e-6.
"""

import json
import os
import sys
from pathlib import Path

os.environ.setdefault("OMP_NUM_THREADS", "1")

import lean  # noqa: E402

lean.install()

from reader import Reader  # noqa: E402


def main(folder: Path, texts: Path) -> None:
    reader = Reader(folder)
    for text in texts.read_text(encoding="utf-8").splitlines():
        guesses = [(guess["name"], guess["confidence"]) for guess in reader.parse(text).ranking]
        sys.stdout.write(json.dumps({"text": text, "ranking": guesses}) + "\n")


if __name__ == "__main__":
    main(Path(sys.argv[1]), Path(sys.argv[2]))
