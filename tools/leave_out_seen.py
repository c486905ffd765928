"""Takes texts out of our own test set that new training lines say too.

Run after lines were added to data/nlu: `python -m tools.leave_out_seen`. What was trained on judges
nothing, and a training line that several people would write is worth more than a test line.
"""

import json
import sys
from pathlib import Path

from nlu.lines import read_lines
from nlu.unseen import read_before

ROOT = Path(__file__).resolve().parent.parent


def main() -> None:
    lines = read_lines(ROOT / "data" / "nlu")
    for file in sorted((ROOT / "tests" / "nlu" / "texts").glob("*.jsonl")):
        rows = file.read_text(encoding="utf-8").splitlines(keepends=True)
        seen = set(read_before([json.loads(row)["text"] for row in rows], lines))
        kept = [row for row in rows if json.loads(row)["text"] not in seen]
        file.write_text("".join(kept), encoding="utf-8")
        sys.stdout.write(f"{file.name}: {len(rows) - len(kept)} left out, {len(kept)} stay\n")


if __name__ == "__main__":
    main()
