"""How well texts are understood: labelled texts in, one report out."""

import json
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import asdict, dataclass, field, replace
from typing import Any

from nlu import groups
from nlu.calibration import Bin, bins, calibration_error
from nlu.entity_score import Found, entity_f1
from nlu.examples import BadExample, Example, read_examples
from nlu.noise import SHARE, noised
from nlu.results import (
    Result,
    Share,
    Understand,
    accuracy,
    judged,
    recall,
    unsaid_action_rate,
    wrong_action_rate,
)
from nlu.scores import auroc, percentile, share
from nlu.understanding import Decision, Understanding

__all__ = [
    "BadExample",
    "Example",
    "Report",
    "Understand",
    "evaluate",
    "noisy",
    "read_examples",
    "with_noise",
]

OUT = "out_of_scope"
_CONFUSIONS = 20


@dataclass(frozen=True)
class Report:
    """Shares 0 to 1, None where nothing was there to measure; latency in milliseconds."""

    n: int
    accuracy: Share
    macro_f1: Share
    any_intent_recall: Share
    oos_auroc: Share
    clarify_rate: Share
    person_rate: Share
    wrong_action_rate: Share
    unsaid_action_rate: Share = None
    calibration_error: Share = None
    by_intent: dict[str, dict[str, float]] = field(default_factory=dict)
    by_language: dict[str, groups.Scores] = field(default_factory=dict)
    by_length: dict[str, groups.Scores] = field(default_factory=dict)
    by_writer: dict[str, groups.Scores] = field(default_factory=dict)
    opt_out: groups.Scores = field(default_factory=dict)
    noise: groups.Scores | None = None
    entity_f1: dict[str, float] = field(default_factory=dict)
    calibration: list[Bin] = field(default_factory=list)
    confusions: list[dict[str, Any]] = field(default_factory=list)
    matrix: list[dict[str, Any]] = field(default_factory=list)
    latency_ms: dict[str, float] = field(default_factory=dict)

    def as_json(self) -> str:
        return json.dumps(asdict(self), ensure_ascii=False)


def evaluate(examples: Iterable[Example], understand: Understand) -> Report:
    results = [judged(example, understand) for example in examples]
    by_intent = groups.by_intent(results)
    calibration = _calibration(results)
    cells = _cells(results)
    return Report(
        n=len(results),
        accuracy=accuracy(results),
        macro_f1=share([scores["f1"] for scores in by_intent.values() if scores["n"]]),
        any_intent_recall=recall(results),
        oos_auroc=auroc(
            [_strangeness(each.understood) for each in results],
            [OUT in each.example.intents for each in results],
        ),
        clarify_rate=_deciding(results, Decision.CLARIFY),
        person_rate=_deciding(results, Decision.PERSON),
        wrong_action_rate=wrong_action_rate(results),
        unsaid_action_rate=unsaid_action_rate(results),
        calibration_error=calibration_error(calibration),
        by_intent=by_intent,
        by_language=groups.by_language(results),
        by_length=groups.by_length(results),
        by_writer=groups.by_writer(results),
        opt_out=groups.opt_outs(results),
        entity_f1=entity_f1(
            [Found(each.example.entities, each.understood.entities) for each in results]
        ),
        calibration=calibration,
        confusions=[cell for cell in cells if cell["said"] != cell["understood"]][:_CONFUSIONS],
        matrix=cells,
        latency_ms=_latency(results),
    )


def noisy(examples: Iterable[Example], seed: int, letters: float = SHARE) -> list[Example]:
    """The same texts, mistyped; `letters` is the share of letters hit."""
    return [replace(each, text=noised(each.text, seed, letters)) for each in examples]


def with_noise(report: Report, of_noisy: Report, seed: int) -> Report:
    """The report, with what the noised copy of the same texts came to."""
    found: groups.Scores = {
        "seed": float(seed),
        "letters": SHARE,
        "accuracy": of_noisy.accuracy,
        "macro_f1": of_noisy.macro_f1,
        "any_intent_recall": of_noisy.any_intent_recall,
        "wrong_action_rate": of_noisy.wrong_action_rate,
        "opt_out_recall": of_noisy.opt_out["recall"],
    }
    return replace(report, noise=found)


def _strangeness(understood: Understanding) -> float:
    """From 0, surely one of ours, to 1, surely about something else."""
    chances = {guess.name: guess.confidence for guess in understood.ranking}
    ours = max((chance for name, chance in chances.items() if name != OUT), default=0.0)
    return (1 - ours + chances.get(OUT, 0.0)) / 2


def _deciding(results: Sequence[Result], decision: Decision) -> Share:
    return share([each.understood.decision is decision for each in results])


def _calibration(results: Sequence[Result]) -> list[Bin]:
    """Of the main intent; a text that nothing was heard in has no confidence to judge."""
    heard = [each for each in results if each.understood.intents]
    return bins([each.understood.confidence for each in heard], [each.is_right for each in heard])


def _cells(results: Sequence[Result]) -> list[dict[str, Any]]:
    """Every pair of label and answer that occurred, the commonest first; right ones as labelled."""
    counted = Counter(
        (each.main, each.main if each.is_right else each.understood.main) for each in results
    )
    return [
        {"said": said, "understood": understood, "n": n}
        for (said, understood), n in counted.most_common()
    ]


def _latency(results: Sequence[Result]) -> dict[str, float]:
    seconds = [each.seconds for each in results]
    return {f"p{p}": percentile(seconds, p) * 1e3 for p in (50, 95, 99)}
