"""One judged text, and what a set of them adds up to."""

import time
from collections.abc import Callable, Iterable
from dataclasses import dataclass

from nlu.examples import Example
from nlu.scores import share
from nlu.understanding import Decision, Understanding

Understand = Callable[[Example], Understanding]
Share = float | None  # None where nothing was there to measure


@dataclass(frozen=True)
class Result:
    example: Example
    understood: Understanding
    seconds: float

    @property
    def main(self) -> str:
        """The label the text carries."""
        return self.example.intents[0]

    @property
    def is_right(self) -> bool:
        return self.understood.main in self.example.accept

    @property
    def acts_wrongly(self) -> bool:
        return self.understood.decision is Decision.ACT and not self.is_right

    @property
    def acts_on_the_unsaid(self) -> bool:
        """Worse than the second thing said done first: the text does not say it at all."""
        named = self.understood.main in self.example.intents
        return self.acts_wrongly and not named


def judged(example: Example, understand: Understand) -> Result:
    begun = time.perf_counter()
    understood = understand(example)
    return Result(example, understood, time.perf_counter() - begun)


def accuracy(results: Iterable[Result]) -> Share:
    return share([each.is_right for each in results])


def wrong_action_rate(results: Iterable[Result]) -> Share:
    return share([each.acts_wrongly for each in results])


def unsaid_action_rate(results: Iterable[Result]) -> Share:
    return share([each.acts_on_the_unsaid for each in results])


def recall(results: Iterable[Result]) -> Share:
    """Of all labelled intents; a main intent that another accepted label stands for is found."""
    found: list[bool] = []
    for each in results:
        said = {intent.name for intent in each.understood.intents}
        main, *others = each.example.intents
        found.append(main in said or (each.is_right and not others))
        found.extend(other in said for other in others)
    return share(found)
