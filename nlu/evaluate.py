"""How well texts are understood: labelled texts in, one report out."""

import json
import time
from collections import Counter
from collections.abc import Callable, Iterable
from dataclasses import asdict, dataclass, field
from typing import Any

from nlu.entity_score import Found, entity_f1
from nlu.scores import auroc, f1, percentile, share
from nlu.understanding import Decision, Understanding

OUT = "out_of_scope"
_CONFUSIONS = 20


class BadExample(Exception):
    """Names the line and what is wrong with it."""


@dataclass(frozen=True)
class Example:
    """`intents` main one first; `accept` are the main intents counted right."""

    text: str
    intents: tuple[str, ...]
    accept: frozenset[str]
    lang: str | None = None
    entities: dict[str, Any] | None = None
    context: str | None = None


@dataclass(frozen=True)
class Result:
    example: Example
    understood: Understanding
    seconds: float

    @property
    def is_right(self) -> bool:
        return self.understood.main in self.example.accept

    @property
    def acts_wrongly(self) -> bool:
        return self.understood.decision is Decision.ACT and not self.is_right


@dataclass(frozen=True)
class Report:
    """Shares 0 to 1, None where nothing was there to measure; latency in milliseconds."""

    n: int
    accuracy: float | None
    macro_f1: float | None
    any_intent_recall: float | None
    oos_auroc: float | None
    clarify_rate: float | None
    person_rate: float | None
    wrong_action_rate: float | None
    by_intent: dict[str, dict[str, float]] = field(default_factory=dict)
    by_language: dict[str, dict[str, float | None]] = field(default_factory=dict)
    entity_f1: dict[str, float] = field(default_factory=dict)
    confusions: list[dict[str, Any]] = field(default_factory=list)
    latency_ms: dict[str, float] = field(default_factory=dict)

    def as_json(self) -> str:
        return json.dumps(asdict(self), ensure_ascii=False)


Understand = Callable[[Example], Understanding]


def read_examples(lines: Iterable[str]) -> list[Example]:
    """One JSON object a line. Raises BadExample with the line's number."""
    return [_example(line, at) for at, line in enumerate(lines, 1) if line.strip()]


def _example(line: str, at: int) -> Example:
    try:
        read = json.loads(line)
        intents = tuple(read.get("intents") or [read["intent"]])
        accept = frozenset(read.get("accept") or intents[:1])
        text = read["text"]
    except (ValueError, KeyError, AttributeError, TypeError) as error:
        raise BadExample(f"line {at}: expected text and intents ({error!r})") from error
    if not isinstance(text, str):
        raise BadExample(f"line {at}: text is not a string")
    return Example(
        text, intents, accept, read.get("lang"), read.get("entities"), read.get("context")
    )


def evaluate(examples: Iterable[Example], understand: Understand) -> Report:
    results = [_result(example, understand) for example in examples]
    by_intent = _by_intent(results)
    return Report(
        n=len(results),
        accuracy=_accuracy(results),
        macro_f1=share([scores["f1"] for scores in by_intent.values() if scores["n"]]),
        any_intent_recall=_recall(results),
        oos_auroc=auroc(
            [_strangeness(each.understood) for each in results],
            [OUT in each.example.intents for each in results],
        ),
        clarify_rate=_deciding(results, Decision.CLARIFY),
        person_rate=_deciding(results, Decision.PERSON),
        wrong_action_rate=share([each.acts_wrongly for each in results]),
        by_intent=by_intent,
        by_language=_by_language(results),
        entity_f1=entity_f1(
            [Found(each.example.entities, each.understood.entities) for each in results]
        ),
        confusions=_confusions(results),
        latency_ms={
            f"p{p}": percentile([r.seconds for r in results], p) * 1e3 for p in (50, 95, 99)
        },
    )


def _result(example: Example, understand: Understand) -> Result:
    begun = time.perf_counter()
    understood = understand(example)
    return Result(example, understood, time.perf_counter() - begun)


def _accuracy(results: list[Result]) -> float | None:
    return share([each.is_right for each in results])


def _recall(results: list[Result]) -> float | None:
    """Of all labelled intents; a main intent that another accepted label stands for is found."""
    found: list[bool] = []
    for each in results:
        said = {intent.name for intent in each.understood.intents}
        main, *others = each.example.intents
        found.append(main in said or (each.is_right and not others))
        found.extend(other in said for other in others)
    return share(found)


def _strangeness(understood: Understanding) -> float:
    """From 0, surely one of ours, to 1, surely about something else."""
    chances = {guess.name: guess.confidence for guess in understood.ranking}
    ours = max((chance for name, chance in chances.items() if name != OUT), default=0.0)
    return (1 - ours + chances.get(OUT, 0.0)) / 2


def _deciding(results: list[Result], decision: Decision) -> float | None:
    return share([each.understood.decision is decision for each in results])


def _by_intent(results: list[Result]) -> dict[str, dict[str, float]]:
    """A right answer by an accepted label counts for the label of the text."""
    pairs = [
        (
            each.example.intents[0],
            each.example.intents[0] if each.is_right else each.understood.main,
        )
        for each in results
    ]
    names = sorted({name for pair in pairs for name in pair})
    return {name: f1(pairs, name) for name in names}


def _by_language(results: list[Result]) -> dict[str, dict[str, float | None]]:
    languages = sorted({each.example.lang for each in results if each.example.lang})
    apart = {lang: [r for r in results if r.example.lang == lang] for lang in languages}
    return {
        lang: {
            "n": float(len(own)),
            "accuracy": _accuracy(own),
            "any_intent_recall": _recall(own),
            "language_right": share([each.understood.language == lang for each in own]),
        }
        for lang, own in apart.items()
    }


def _confusions(results: list[Result]) -> list[dict[str, Any]]:
    mixed = Counter(
        (each.example.intents[0], each.understood.main) for each in results if not each.is_right
    )
    return [
        {"said": said, "understood": understood, "n": n}
        for (said, understood), n in mixed.most_common(_CONFUSIONS)
    ]
