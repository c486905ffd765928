"""`tender nlu retrain | rollback | models`: learning what staff corrected, and unlearning it."""

import json
import sys
from dataclasses import asdict
from typing import TYPE_CHECKING

import click

from bot.cli_nlu import nlu
from bot.cli_settings import settings_or_exit
from bot.listening import NotListening, NotMeasured
from nlu.benchmark import NoBenchmark
from nlu.evaluate import BadExample
from nlu.models import Kept, NothingBefore, kept
from nlu.retrain import Busy, ChangedMeanwhile, Fate, NoModel, Outcome
from nlu.train import TrainingFailed

if TYPE_CHECKING:
    from bot.commands import Wire

REFUSALS: dict[type[Exception], str] = {
    Busy: "Another retraining is under way; this one has changed nothing.",
    NoModel: "No model is in use yet: run `tender nlu train` first.",
    ChangedMeanwhile: "The model in use was changed meanwhile; run this again.",
    NotListening: "The language model could not be started; nothing has changed.",
    NotMeasured: "The language model did not answer every text; nothing has changed.",
}
VERDICTS = {
    Fate.ACCEPTED: "Accepted. Running servers change over between two texts.",
    Fate.REFUSED: "Refused. The model in use stays; nothing was lost.",
    Fate.NOTHING: "There is nothing new to learn.",
}


@nlu.command("retrain")
@click.option("--practice", "slug", help="Take up only this practice's new corrections.")
@click.option("--json", "as_json", is_flag=True)
@click.pass_obj
def retrain_model(wire: "Wire", slug: str | None, as_json: bool) -> None:
    """Learns what staff corrected; exit 1 when the model would be worse, and why."""
    from bot.commands import opened, the_practice
    from bot.retraining import bench_of, learn

    with opened(wire) as runtime:
        only = the_practice(runtime, slug) if slug else None
        try:
            bench = bench_of(runtime, lambda line: click.echo(line, err=True))
            outcome, reasons = learn(runtime, only, bench)
        except (NoBenchmark, BadExample, TrainingFailed) as fault:
            raise click.ClickException(str(fault)) from fault
        except tuple(REFUSALS) as fault:
            raise click.ClickException(REFUSALS[type(fault)]) from fault
    click.echo(json.dumps(_as_json(outcome, reasons)) if as_json else told(outcome, reasons))
    sys.exit(1 if outcome.fate is Fate.REFUSED else 0)


@nlu.command("rollback")
@click.pass_obj
def roll_back_model(wire: "Wire") -> None:
    """Back to the model before; what it had not learned waits again."""
    from bot.commands import opened
    from bot.retraining import go_back

    with opened(wire) as runtime:
        try:
            key = go_back(runtime)
        except NothingBefore as fault:
            raise click.ClickException("no model is kept to go back to") from fault
    (now,) = [each for each in kept(runtime.settings.home) if each.key == key]
    click.echo(f"Back to {_line(now)}")


@nlu.command("models")
@click.option("--json", "as_json", is_flag=True, help="One JSON object a line.")
def list_models(as_json: bool) -> None:
    """The models that are kept, the latest used first; * is the one in use."""
    for each in kept(settings_or_exit().home):
        line = json.dumps({**asdict(each), "trained_at": each.trained_at.isoformat()})
        click.echo(line if as_json else f"{'*' if each.is_current else ' '} {_line(each)}")


def _line(model: Kept) -> str:
    lines = "?" if model.lines is None else model.lines
    accuracy = "not measured" if model.accuracy is None else f"{model.accuracy:.1%} right"
    when = f"{model.trained_at:%Y-%m-%d %H:%M} UTC"
    return f"{model.key}  {when}  {lines} lines  {model.corrections} corrections  {accuracy}"


def told(outcome: Outcome, reasons: dict[int, str]) -> str:
    lines = [VERDICTS[outcome.fate]]
    if outcome.accuracy:
        lines.append("Right before {:.1%}, with it {:.1%}.".format(*outcome.accuracy))
    lines += outcome.why if outcome.fate is Fate.REFUSED else []
    lines += [f"Correction {each} was set aside: {reason}" for each, reason in reasons.items()]
    return "\n".join(lines)


def _as_json(outcome: Outcome, reasons: dict[int, str]) -> dict[str, object]:
    before, after = outcome.accuracy or (None, None)
    return {
        "verdict": outcome.fate,
        "model": outcome.key or None,
        "why": outcome.why,
        "set_aside": [{"correction": each, "why": why} for each, why in reasons.items()],
        "learned": [lesson.id for lesson in outcome.learned],
        "accuracy": {"before": before, "after": after},
    }
