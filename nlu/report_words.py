"""A report as people read it: the whole, then apart, then where it goes wrong."""

from collections.abc import Iterator, Mapping

from nlu.evaluate import Report
from nlu.groups import Scores

_WORST = 8
_COLUMNS = ("n", "accuracy", "any_intent_recall", "wrong_action_rate")
_HEADS = ("n", "right", "all found", "wrong action")
_NAMED = 24  # letters of the first column


def report_words(report: Report) -> str:
    return "\n".join(
        [
            *_whole(report),
            *_apart("language", report.by_language),
            *_apart("words in the text", report.by_length),
            *_apart("writer", report.by_writer),
            *_worst(report),
            *_confusions(report),
        ]
    )


def percent(share: float | None) -> str:
    return "-" if share is None else f"{share * 100:.1f} %"


def measures(report: Report) -> dict[str, str]:
    """The few figures of the whole, in words, in the order they are told."""
    stop, noise = report.opt_out, report.noise
    heard = f"{percent(stop['recall'])} of {stop['n'] or 0:.0f}"
    false = f"{stop['false'] or 0:.0f} of {stop['others'] or 0:.0f}"
    named = {
        "texts": str(report.n),
        "main intent right": percent(report.accuracy),
        "macro F1": percent(report.macro_f1),
        "of all intents said, found": percent(report.any_intent_recall),
        "out of scope told apart (AUROC)": _plain(report.oos_auroc),
        "calibration error": _plain(report.calibration_error),
        "acted wrongly": percent(report.wrong_action_rate),
        "acted on what is not said at all": percent(report.unsaid_action_rate),
        "asked back": percent(report.clarify_rate),
        "handed to a person": percent(report.person_rate),
        "STOP heard": heard,
        "STOP heard where nobody said it": f"{false}, {stop['false_obeyed'] or 0:.0f} obeyed",
    }
    if noise is not None:
        named["right on a mistyped copy"] = percent(noise["accuracy"])
    if report.entity_f1:
        mean = sum(report.entity_f1.values()) / len(report.entity_f1)
        named["entities F1, mean of kinds"] = percent(mean)
    return named


def _plain(number: float | None) -> str:
    return "-" if number is None else f"{number:.3f}"


def _whole(report: Report) -> Iterator[str]:
    for name, value in measures(report).items():
        yield f"{name:34}{value}"
    speed = report.latency_ms
    yield f"{'ms a text':34}p50 {speed['p50']:.1f}, p95 {speed['p95']:.1f}, p99 {speed['p99']:.1f}"


def _apart(by: str, scores: Mapping[str, Scores]) -> Iterator[str]:
    if not scores:
        return
    yield ""
    yield f"{'by ' + by:{_NAMED}}" + "".join(f"{head:>14}" for head in _HEADS)
    for name, own in scores.items():
        shares = "".join(f"{percent(own[column]):>14}" for column in _COLUMNS[1:])
        yield f"  {name:{_NAMED - 2}}{own['n'] or 0:14.0f}{shares}"


def _worst(report: Report) -> Iterator[str]:
    said = {name: scores for name, scores in report.by_intent.items() if scores["n"]}
    worst = sorted(said, key=lambda name: said[name]["f1"])[:_WORST]
    if not worst:
        return
    yield ""
    heads = ("n", "found", "rightly so", "F1")
    yield f"{'worst intents':{_NAMED}}" + "".join(f"{head:>14}" for head in heads)
    for name in worst:
        own = said[name]
        shares = "".join(f"{percent(own[each]):>14}" for each in ("recall", "precision", "f1"))
        yield f"  {name:{_NAMED - 2}}{own['n']:14.0f}{shares}"


def _confusions(report: Report) -> Iterator[str]:
    if not report.confusions:
        return
    yield ""
    yield "taken for another most often"
    for cell in report.confusions[:_WORST]:
        yield f"{cell['n']:5}  {cell['said']} -> {cell['understood']}"
