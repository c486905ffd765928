"""What the made-up patients write: our own training lines, the same ones every time."""

from itertools import cycle, islice

from benchmarks.homes import ROOT
from nlu.lines import read_lines


def sentences(count: int) -> list[str]:
    """Spread evenly over all intents; begun anew when there are fewer lines than wanted."""
    lines = [line.text for line in read_lines(ROOT / "data" / "nlu")]
    step = max(1, len(lines) // count)
    return list(islice(cycle(lines[::step]), count))
