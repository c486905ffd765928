"""The few measures of an evaluation, over plain numbers."""

import math
from collections.abc import Sequence


def share(claims: Sequence[bool] | Sequence[float]) -> float | None:
    """The mean; None of nothing."""
    return sum(claims) / len(claims) if claims else None


def f1(pairs: Sequence[tuple[str, str]], name: str) -> dict[str, float]:
    """`pairs` are (said, understood); `n` counts the texts that said `name`."""
    said = sum(pair[0] == name for pair in pairs)
    understood = sum(pair[1] == name for pair in pairs)
    both = sum(pair == (name, name) for pair in pairs)
    return {
        "n": float(said),
        "precision": both / understood if understood else 0.0,
        "recall": both / said if said else 0.0,
        "f1": 2 * both / (said + understood),
    }


def auroc(scores: Sequence[float], truths: Sequence[bool]) -> float | None:
    """Chance that a true one scores above a false one, ties half; None without both kinds."""
    positives, negatives = sum(truths), len(truths) - sum(truths)
    if not positives or not negatives:
        return None
    ranks = _ranks(scores)
    above = sum(rank for rank, truth in zip(ranks, truths, strict=True) if truth)
    return (above - positives * (positives + 1) / 2) / (positives * negatives)


def _ranks(scores: Sequence[float]) -> list[float]:
    """From 1, equal scores share the mean of their places."""
    places: dict[float, list[int]] = {}
    for place, score in enumerate(sorted(scores), 1):
        places.setdefault(score, []).append(place)
    return [sum(places[score]) / len(places[score]) for score in scores]


def percentile(numbers: Sequence[float], percent: int) -> float:
    """The nearest rank; 0 of nothing."""
    if not numbers:
        return 0.0
    return sorted(numbers)[max(math.ceil(len(numbers) * percent / 100) - 1, 0)]
