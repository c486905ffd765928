"""Which line of a file is which line on record; a file may sort its rows anew every night."""

from collections import defaultdict
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from bot.store.billed import KeptLine, Line


@dataclass(frozen=True)
class Pairing:
    """`gone`: lines with something owed on them that the file names no more."""

    both: tuple[tuple[KeptLine, Line], ...]
    new: tuple[KeptLine, ...]
    gone: tuple[KeptLine, ...]


def paired(kept: Sequence[KeptLine], told: Sequence[Line]) -> Pairing:
    """By day, words and code; else by day and charge (words were corrected); else in order."""
    first = 1 + max((k.position for k in kept), default=0)
    both: list[tuple[KeptLine, Line]] = []
    kept, told = _match(both, kept, told, lambda line: line.key)
    kept, told = _match(both, kept, told, lambda line: (line.service_on, line.amounts.charge))
    live = [k for k in kept if k.line.amounts.net]
    both += zip(live, told, strict=False)
    new = [KeptLine(place, line) for place, line in enumerate(told[len(live) :], start=first)]
    return Pairing(tuple(both), tuple(new), tuple(live[len(told) :]))


def _match(
    both: list[tuple[KeptLine, Line]],
    kept: Sequence[KeptLine],
    told: Sequence[Line],
    sameness: Callable[[Line], object],
) -> tuple[list[KeptLine], list[Line]]:
    """What is left over on either side. Of equal lines the first meets the first."""
    waiting: defaultdict[object, list[KeptLine]] = defaultdict(list)
    for candidate in reversed(kept):
        waiting[sameness(candidate.line)].append(candidate)
    left = []
    for line in told:
        if waiting[sameness(line)]:
            both.append((waiting[sameness(line)].pop(), line))
        else:
            left.append(line)
    met = {k.position for k, _ in both}
    return [k for k in kept if k.position not in met], left
