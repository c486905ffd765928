"""Act, ask back, or fetch a person: whichever is expected to cost least (data/costs.yml)."""

from dataclasses import dataclass, replace
from functools import cache
from math import prod
from pathlib import Path
from typing import Any

import yaml

from nlu.understanding import Decision, Intent, Understanding

CRISIS, OPT_OUT = "crisis", "opt_out"
TABLE = Path(__file__).parent.parent / "data" / "costs.yml"
_JUMPS = 0.8
_EVEN = 0.5  # against the odds nothing is done, however cheap
SUSPECTED = 0.1  # the chance from which an unsure text is asked whether it is an opt-out

_GRAVE = frozenset({CRISIS, OPT_OUT, "deceased", "legal", "identity_theft", "medical_question"})


@dataclass(frozen=True)
class Cost:
    """In the table's own unit: `act` by mistake, `miss` what was meant."""

    act: float
    miss: float


@dataclass(frozen=True)
class Costs:
    """The table as read; all in its one unit."""

    clarify: float
    person: float
    unknown: float
    none: float
    none_when_asked: float
    sure: float
    beside: float
    whole: tuple[str, ...]
    default: Cost
    intents: dict[str, Cost]
    priority: tuple[str, ...]
    covers: dict[str, tuple[str, ...]]

    def overlooking(self, intent: str, surest: Intent) -> float:
        """What it costs not to do this besides `surest`; law and danger cost whole."""
        miss = self.of(intent).miss
        is_ordinary = intent not in self.whole and surest.confidence >= self.sure
        return miss * self.beside if is_ordinary else miss

    def of(self, intent: str) -> Cost:
        return self.intents.get(intent, self.default)


@cache
def costs(table: Path = TABLE) -> Costs:
    read: dict[str, Any] = yaml.safe_load(table.read_text(encoding="utf-8"))
    return Costs(
        clarify=float(read["clarify"]),
        person=float(read["person"]),
        unknown=float(read["unknown"]),
        none=float(read["none"]),
        none_when_asked=float(read["none_when_asked"]),
        sure=float(read["sure"]),
        beside=float(read["beside"]),
        whole=tuple(read["whole"]),
        default=Cost(**read["default"]),
        intents={name: Cost(**cost) for name, cost in read["intents"].items()},
        priority=tuple(read["priority"]),
        covers={name: tuple(others) for name, others in read["covers"].items()},
    )


def where_something_is_said(
    ranking: tuple[Intent, ...], none: float, whole: tuple[str, ...] = ()
) -> tuple[Intent, ...]:
    """The chances of intents that are judged one by one, given that hardly any text says none.

    P(intent | any) = p / (1 - product(1 - p)); `none` is the chance that a text says none of them.
    What is sure stays; a low guess without a rival rises, save for law and danger (`whole`).
    """
    nothing = (1 - none) * prod(1 - guess.confidence for guess in ranking)
    risen = (
        each if each.name in whole else replace(each, confidence=each.confidence / (1 - nothing))
        for each in ranking
    )
    return tuple(sorted(risen, key=lambda guess: -guess.confidence))


def by_priority(said: tuple[Intent, ...], table: Costs) -> tuple[Intent, ...]:
    """The one that decides what happens next first, as the table orders them.

    What is said besides stays only where doing it is expected to cost less than overlooking it.

    `_JUMPS` is the chance from which one said besides may go before the likeliest: at less, more
    main intents go wrong than right (docs/decisions/0010).
    """
    rank = {name: at for at, name in enumerate(table.priority)}

    def place(intent: Intent) -> int:
        jumps = intent is said[0] or intent.confidence >= _JUMPS
        return rank.get(intent.name, len(rank)) if jumps else len(rank)

    besides = tuple(each for each in said[1:] if _is_worth_doing(each, table.of(each.name)))
    return tuple(sorted((*said[:1], *besides), key=place))


def _is_worth_doing(besides: Intent, cost: Cost) -> bool:
    return (1 - besides.confidence) * cost.act < besides.confidence * cost.miss


def decide(said: tuple[Intent, ...], ranking: tuple[Intent, ...], table: Costs) -> Decision:
    """`said` are the intents taken as meant, main one first; `ranking` the best guesses.

    Somebody in danger is never asked what they mean.
    """
    if not said:
        return Decision.PERSON
    if said[0].name == CRISIS and said[0].confidence >= _EVEN:
        return Decision.ACT
    expected = {
        Decision.CLARIFY: _asking(ranking, table),
        Decision.PERSON: table.person,
    }
    if said[0].confidence >= _EVEN:
        expected[Decision.ACT] = _acting(said, ranking, table)
    return min(expected, key=lambda decision: expected[decision])


def suspecting(
    said: tuple[Intent, ...], ranking: tuple[Intent, ...], decision: Decision
) -> tuple[Intent, ...]:
    """An opt-out counts in any words (47 CFR 64.1200(a)(10)): the unsure says that it may be one.

    It is then asked about, never acted on.
    """
    if decision is Decision.ACT or any(intent.name == OPT_OUT for intent in said):
        return said
    likely = (guess for guess in ranking if guess.confidence >= SUSPECTED)
    return (*said, *(guess for guess in likely if guess.name == OPT_OUT))


def _acting(said: tuple[Intent, ...], ranking: tuple[Intent, ...], table: Costs) -> float:
    """The main intent may not have been meant; something else meant may be overlooked."""
    heard = {intent.name for intent in said}
    heard |= {name for intent in said for name in table.covers.get(intent.name, ())}
    surest = max(said, key=lambda intent: intent.confidence)
    overlooked = sum(
        guess.confidence * table.overlooking(guess.name, surest)
        for guess in ranking
        if guess.name not in heard
    )
    unheard_of = _beyond(ranking) * table.unknown
    return (1 - said[0].confidence) * table.of(said[0].name).act + overlooked + unheard_of


def _asking(ranking: tuple[Intent, ...], table: Costs) -> float:
    """A question offers the three best guesses; meant something else, it ends with a person."""
    return table.clarify + _beyond(ranking[:3]) * table.person


def _beyond(guesses: tuple[Intent, ...]) -> float:
    """The chance that none of the guesses was meant, as far as they tell."""
    return max(0.0, 1 - sum(guess.confidence for guess in guesses))


def may_be_grave(heard: Understanding) -> bool:
    """Danger, a stop, a death, the law, a stolen name or a medical matter may be meant."""
    guesses = (*heard.ranking, *heard.intents)
    return any(g.name in _GRAVE and g.confidence >= SUSPECTED for g in guesses)
