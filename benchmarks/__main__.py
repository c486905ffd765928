"""`python -m benchmarks`: the whole product measured on this machine, one JSON object.

Some four minutes. Everything listens on 127.0.0.1; every loop ends by count and by time.
"""

import argparse
import json
import sys
import time
from collections.abc import Sequence
from pathlib import Path

from benchmarks.answering import AT_ONCE, CALM_AT_ONCE, burst, calm
from benchmarks.figures import machine, medians
from benchmarks.homes import MODELS, fresh_home
from benchmarks.listening import latency
from benchmarks.patients import accounts, open_practice
from benchmarks.processes import memory
from benchmarks.product import Product, running, stop_politely_when_told
from benchmarks.sentences import sentences
from nlu.train import is_trained, train

BURST_TEXTS = 200
CALM_TEXTS = 40
NLU_TEXTS = 200
SETTLE_SECONDS = "2"


def main() -> None:
    repeats = _repeats()
    stop_politely_when_told()
    trained_before = is_trained(MODELS.parent)
    training_seconds = _train()
    starts: list[dict[str, float]] = []
    for _ in range(repeats - 1):
        with fresh_home() as home:
            starts.append(_two_starts(home))
    with fresh_home() as home:
        first = _start_seconds(home)
        with running(home, {"SETTLE_SECONDS": SETTLE_SECONDS}) as product:
            starts.append({"first_s": first, "second_s": round(product.ready_seconds, 1)})
            measured = _measured(product, repeats)
    found = {
        "machine": machine(),
        "repeats": repeats,
        "training": {"was_done_before": trained_before, "seconds": training_seconds},
        "start_to_ready": medians(starts),
        **measured,
    }
    sys.stdout.write(json.dumps(found, indent=2) + "\n")


def _repeats() -> int:
    parser = argparse.ArgumentParser(prog="python -m benchmarks", description=__doc__)
    parser.add_argument("--repeats", type=int, default=3, choices=range(1, 10), metavar="1..9")
    return int(parser.parse_args().repeats)


def _train() -> float:
    """Before the first start is timed, so that a start is measured and not a training."""
    began = time.monotonic()
    train(MODELS.parent, _say)
    return round(time.monotonic() - began, 1)


def _say(line: str) -> None:
    sys.stderr.write(f"{line}\n")


def _two_starts(home: Path) -> dict[str, float]:
    return {"first_s": _start_seconds(home), "second_s": _start_seconds(home)}


def _start_seconds(home: Path) -> float:
    with running(home) as product:
        return round(product.ready_seconds, 1)


def _measured(product: Product, repeats: int) -> dict[str, object]:
    idle_memory = memory(product.pid)
    people = accounts(["en"] * (CALM_TEXTS + repeats * BURST_TEXTS))
    open_practice(product, people)
    numbers = [person.phone for person in people]
    replies = calm(product, numbers[:CALM_TEXTS], sentences(CALM_TEXTS))
    bursts = _bursts(product, numbers[CALM_TEXTS:], repeats)
    return {
        "reply": {
            "about": f"webhook accepted to reply sent, {CALM_AT_ONCE} at a time",
            "settle_seconds": float(SETTLE_SECONDS),
            **replies,
        },
        "burst": {"about": f"{AT_ONCE} webhooks at once, medians of {repeats}", **bursts},
        "language_model": [latency(product, sentences(NLU_TEXTS), at_once) for at_once in (1, 2)],
        "memory_after_start": idle_memory,
        "memory_after_work": memory(product.pid),
    }


def _bursts(product: Product, numbers: Sequence[str], repeats: int) -> dict[str, float]:
    bodies = sentences(BURST_TEXTS)
    shares = [numbers[n * BURST_TEXTS : (n + 1) * BURST_TEXTS] for n in range(repeats)]
    return medians([burst(product, share, bodies) for share in shares])


if __name__ == "__main__":
    main()
