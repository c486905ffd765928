"""One trained model answers many texts, one after another: its guesses, its times, its memory.

Run by benchmarks/nlu.py in the model's own environment:
    python nlu_answering.py reader|agent MODEL_FOLDER TEXTS.json ANSWERS.json
`reader` is the door of Tender's own server, `agent` the one Rasa gives to everybody.
"""

import asyncio
import json
import logging
import os
import sys
import time
import warnings
from collections.abc import Callable
from pathlib import Path
from typing import Any

BEGAN = time.perf_counter()
ROOM = Path(__file__).resolve().parent.parent / "nlu" / "rasa"
Ranking = list[dict[str, Any]]
Ask = Callable[[str], Ranking]


def main(door: str, model: Path, texts: Path, answers: Path) -> None:
    warnings.simplefilter("ignore")
    ask = DOORS[door](model)
    ask("the first text loads what is loaded late")
    ready = time.perf_counter() - BEGAN
    guesses: dict[str, Ranking] = {}
    seconds: list[float] = []
    for text in json.loads(texts.read_text(encoding="utf-8")):
        began = time.perf_counter()
        guesses[text] = ask(text)
        seconds.append(time.perf_counter() - began)
    found = {"load_s": ready, "rss_mb": rss_mb(), "seconds": seconds, "guesses": guesses}
    answers.write_text(json.dumps(found), encoding="utf-8")


def reader(model: Path) -> Ask:
    # As in Tender's own server: one thread a text.
    os.environ["OMP_NUM_THREADS"] = "1"
    sys.path.insert(0, str(ROOM))
    hush()
    import lean

    lean.install()
    from reader import Reader

    loaded = Reader(model)
    return lambda text: loaded.parse(text).ranking


def agent(model: Path) -> Ask:
    hush()
    from rasa.core.agent import Agent

    loaded = Agent.load(str(model / "model.tar.gz"))
    loop = asyncio.new_event_loop()

    def ask(text: str) -> Ranking:
        found = loop.run_until_complete(loaded.parse_message(text))
        top = found["intent"]["name"]
        return [{**guess, "is_top": guess["name"] == top} for guess in found["intent_ranking"]]

    return ask


def hush() -> None:
    """Before rasa is imported: by default it prints every text it parses."""
    import structlog

    structlog.configure(wrapper_class=structlog.make_filtering_bound_logger(logging.WARNING))


def rss_mb() -> float:
    lines = Path("/proc/self/status").read_text().splitlines()
    return next(int(line.split()[1]) / 1024 for line in lines if line.startswith("VmRSS:"))


DOORS: dict[str, Callable[[Path], Ask]] = {"reader": reader, "agent": agent}

if __name__ == "__main__":
    main(sys.argv[1], *(Path(name) for name in sys.argv[2:]))
