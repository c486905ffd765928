"""Whether a confidence of 0.8 is right eight times in ten: bins of equal width, and their gap."""

from collections.abc import Sequence
from dataclasses import dataclass

from nlu.scores import share

BINS = 10


@dataclass(frozen=True)
class Bin:
    """`confidence` and `accuracy` are means over the `n` answers from `low` to `high`."""

    low: float
    high: float
    n: int
    confidence: float
    accuracy: float


def bins(confidences: Sequence[float], rights: Sequence[bool]) -> list[Bin]:
    """Empty bins are left out; a confidence of 1 belongs to the last."""
    held: dict[int, list[tuple[float, bool]]] = {}
    for confidence, right in zip(confidences, rights, strict=True):
        held.setdefault(min(int(confidence * BINS), BINS - 1), []).append((confidence, right))
    return [_bin(at, held[at]) for at in sorted(held)]


def _bin(at: int, answers: Sequence[tuple[float, bool]]) -> Bin:
    return Bin(
        low=at / BINS,
        high=(at + 1) / BINS,
        n=len(answers),
        confidence=share([confidence for confidence, _ in answers]) or 0.0,
        accuracy=share([right for _, right in answers]) or 0.0,
    )


def calibration_error(found: Sequence[Bin]) -> float | None:
    """The expected calibration error: the bins' gaps, each weighed by its answers."""
    total = sum(each.n for each in found)
    if not total:
        return None
    return sum(each.n * abs(each.confidence - each.accuracy) for each in found) / total
