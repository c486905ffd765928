"""Which line of a file is which line on record; a file may sort its rows anew every night."""

from collections import defaultdict
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from bot.store.billed import KeptLine, Line


@dataclass(frozen=True)
class Pairing:
    """`absent`: lines on record that the file names no more."""

    both: tuple[tuple[KeptLine, Line], ...]
    new: tuple[KeptLine, ...]
    absent: tuple[KeptLine, ...]

    @property
    def gone(self) -> tuple[KeptLine, ...]:
        """Absent with something still owed on them."""
        return tuple(k for k in self.absent if k.line.amounts.net)


def paired(kept: Sequence[KeptLine], told: Sequence[Line]) -> Pairing:
    """By day, words and code; else by day and charge (words were corrected); else in order."""
    first = 1 + max((k.position for k in kept), default=0)
    both: list[tuple[KeptLine, Line]] = []
    kept, told = _match(both, kept, told, lambda line: line.key)
    kept, told = _match(both, kept, told, lambda line: (line.service_on, line.amounts.charge))
    live = [k for k in kept if k.line.amounts.net][: len(told)]
    both += zip(live, told, strict=False)
    new = [KeptLine(place, line) for place, line in enumerate(told[len(live) :], start=first)]
    return Pairing(tuple(both), tuple(new), tuple(k for k in kept if k not in live))


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
