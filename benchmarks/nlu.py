"""`python -m benchmarks.nlu`: our language model beside Rasa's default pipeline, one JSON object.

Both are trained on the same lines (data/nlu) and judged by the same texts (tests/nlu/texts and any
FILES besides), each alone and behind the product's keywords and alarms. Rasa's default pipeline is
DIET at 100 epochs, which takes hours on two cores; `--epochs` and `--lines` make it shorter and
stand in the JSON. A DIET model that was trained before on the very same is taken again.
"""

import argparse
import json
import sys
import tempfile
from pathlib import Path
from typing import Any

from benchmarks.figures import machine
from benchmarks.nlu_lines import labelled_texts, some, write_lines
from benchmarks.nlu_measures import beside, cost, quality
from benchmarks.nlu_page import write_comparison
from benchmarks.nlu_sides import Side, Task, diet_side, our_side
from nlu.evaluate import Report
from nlu.lines import read_lines
from nlu.train import DATA


def main() -> None:
    wanted = _arguments()
    lines, examples = some(read_lines(DATA), wanted.lines), labelled_texts(wanted.files)
    with tempfile.TemporaryDirectory(prefix="tender-nlu-") as name:
        room = Path(name)
        data = DATA if wanted.lines is None else write_lines(lines, room / "lines")
        task = Task(data, examples, room, wanted.repeats)
        before = machine()
        ours = our_side(task)
        diet, weighed = diet_side(task, wanted.epochs)
    found = {
        "machine": before,
        "lines": len(lines),
        "texts": len(examples),
        "epochs": wanted.epochs,
        "repeats": wanted.repeats,
        "diet_was_trained_before": diet.training.was_done_before,
        **_compared(ours, diet, weighed),
    }
    if wanted.page:
        write_comparison(wanted.page, found)
    sys.stdout.write(json.dumps(found, indent=2) + "\n")


def _compared(ours: Side, diet: Side, weighed: Report) -> dict[str, Any]:
    """`diet_at_our_costs`: the same guesses, acted on as data/costs.yml weighs them."""
    at_our_costs = quality(weighed)
    decided = ("wrong_action_rate", "right_action_rate", "clarify_rate", "person_rate")
    return {
        "alone": beside(quality(ours.alone), quality(diet.alone)),
        "in_product": beside(quality(ours.in_product), quality(diet.in_product)),
        "diet_at_our_costs": {name: at_our_costs[name] for name in decided},
        "cost": beside(cost(ours.training, ours.runs), cost(diet.training, diet.runs)),
    }


def _arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="python -m benchmarks.nlu", description=__doc__)
    parser.add_argument("files", type=Path, nargs="*", help="labelled texts besides our own")
    parser.add_argument("--epochs", type=int, default=100, help="of DIET (100)")
    parser.add_argument("--lines", type=int, help="train both on so many lines only")
    parser.add_argument("--repeats", type=int, default=3, help="times each answers all (3)")
    parser.add_argument("--page", type=Path, help="write the table into this page")
    return parser.parse_args()


if __name__ == "__main__":
    main()
