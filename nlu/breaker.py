"""Stops asking a neighbour that does not answer, for a while."""

from collections.abc import Callable
from dataclasses import dataclass


@dataclass
class Breaker:
    """Opens after `failures_allowed` failures in a row, for `rest` seconds of `seconds()`.

    `seconds` is any steady clock. While open one attempt in each rest is let through, as a probe.
    """

    seconds: Callable[[], float]
    failures_allowed: int = 3
    rest: float = 10.0
    _failures: int = 0
    _closed_from: float = 0.0

    @property
    def is_open(self) -> bool:
        return self.seconds() < self._closed_from

    def succeeded(self) -> None:
        self._failures = 0

    def failed(self) -> None:
        self._failures += 1
        if self._failures >= self.failures_allowed:
            self._closed_from = self.seconds() + self.rest
