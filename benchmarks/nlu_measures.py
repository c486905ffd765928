"""The rows of the comparison: quality from a report, cost from a training and many answers."""

from collections.abc import Mapping, Sequence
from statistics import fmean, median
from typing import Any

from benchmarks.figures import percentile
from benchmarks.nlu_training import Training
from nlu.evaluate import Report

Row = Mapping[str, float | None]


def quality(report: Report) -> Row:
    """Shares, 0 to 1; `false_opt_outs` is a count. None where nothing was labelled."""
    stop = report.opt_out
    entities = report.entity_f1.values()
    return {
        "main_intent_accuracy": _plain(report.accuracy),
        "macro_f1": _plain(report.macro_f1),
        "any_intent_recall": _plain(report.any_intent_recall),
        "oos_auroc": _plain(report.oos_auroc),
        "calibration_error": _plain(report.calibration_error),
        "wrong_action_rate": _plain(report.wrong_action_rate),
        "right_action_rate": _plain(_acts_rightly(report)),
        "clarify_rate": _plain(report.clarify_rate),
        "person_rate": _plain(report.person_rate),
        "opt_out_recall": _plain(stop["recall"]),
        "false_opt_outs": stop["false"],
        "false_opt_outs_obeyed": stop["false_obeyed"],
        "entity_f1": _plain(fmean(entities)) if entities else None,
    }


def _acts_rightly(report: Report) -> float | None:
    """What is left of all texts: acting wrongly seldom is easy for who seldom acts."""
    others = (report.wrong_action_rate, report.clarify_rate, report.person_rate)
    return None if report.n == 0 else 1 - sum(share or 0.0 for share in others)


def cost(training: Training, runs: Sequence[dict[str, Any]]) -> Row:
    """Medians over the runs, each of which loaded the model and answered every text once."""
    return {
        "train_s": training.seconds,
        "train_peak_mb": training.peak_mb,
        "model_mb": training.model_mb,
        "load_s": _median(run["load_s"] for run in runs),
        "rss_mb": _median(run["rss_mb"] for run in runs),
        "parse_p50_ms": _median(percentile(run["seconds"], 0.50) * 1e3 for run in runs),
        "parse_p99_ms": _median(percentile(run["seconds"], 0.99) * 1e3 for run in runs),
        "messages_per_s": _median(len(run["seconds"]) / sum(run["seconds"]) for run in runs),
    }


def beside(ours: Row, diet: Row) -> dict[str, dict[str, float | None]]:
    """`ratio` is ours to DIET's, None where there is nothing to divide by."""
    return {
        name: {"ours": ours[name], "diet": diet[name], "ratio": ratio(ours[name], diet[name])}
        for name in ours
    }


def ratio(ours: float | None, diet: float | None) -> float | None:
    return None if ours is None or not diet else _plain(ours / diet, 3)


def _plain(number: float | None, digits: int = 4) -> float | None:
    return None if number is None else round(number, digits)


def _median(numbers: Any) -> float:
    return round(median(numbers), 2)
