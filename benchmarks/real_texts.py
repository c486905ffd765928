"""The command around playing.py: `python benchmarks/real_texts.py FILE.jsonl [--limit N]`."""

import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

from benchmarks.playing import main  # noqa: E402

if __name__ == "__main__":
    main()
