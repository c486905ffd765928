"""`tender nlu`: train, evaluate, parse; and alone, the language model as one of the parts."""

import json
import os
import sys
from dataclasses import replace
from datetime import date
from pathlib import Path

import click

from bot.cli_settings import settings_or_exit
from bot.clock import Clock
from bot.guards import guard, unmarked
from bot.listening import listening
from bot.model_server import server_command
from nlu.evaluate import BadExample, Example, evaluate, read_examples
from nlu.evaluate_dates import evaluate_dates
from nlu.train import TrainingFailed, train
from nlu.understanding import Decision, Ear, Intent, Understanding
from nlu.wordless import without_words


@click.group(invoke_without_command=True)
@click.pass_context
def nlu(context: click.Context) -> None:
    """The language model. Alone, this serves it."""
    if context.invoked_subcommand is None:
        settings = settings_or_exit()
        command = server_command(settings, int(os.environ.get("NLU_PORT", "8002")))
        os.environ.setdefault("NLU_TOKEN", settings.nlu_token)
        os.execv(command[0], command)


@nlu.command("train")
def train_model() -> None:
    """Trains when data or pipeline changed; says each step."""
    try:
        click.echo(train(settings_or_exit().home, click.echo))
    except TrainingFailed as fault:
        raise click.ClickException(f"training failed:\n{fault}") from fault


@nlu.command("evaluate")
@click.argument("file", required=False, type=click.Path(exists=True, path_type=Path))
@click.option("--dates", type=click.Path(exists=True, path_type=Path), help="A date file.")
@click.option("--json", "as_json", is_flag=True)
@click.option("--min-accuracy", type=float, help="Exit 1 below this share.")
def evaluate_model(
    file: Path | None, dates: Path | None, as_json: bool, min_accuracy: float | None
) -> None:
    """How well texts are understood: exactly what a turn would use, guards included."""
    if (file is None) == (dates is None):
        raise click.UsageError("name a file of texts, or --dates with a file of dates")
    if dates is not None:
        click.echo(json.dumps(evaluate_dates(dates.read_text().splitlines())))
        return
    assert file is not None
    try:
        examples = read_examples(file.read_text().splitlines())
    except BadExample as fault:
        raise click.ClickException(str(fault)) from fault
    settings = settings_or_exit()
    today = Clock(settings.clock_file).now().date()
    with listening(settings, _aside) as ear:
        report = evaluate(examples, lambda example: _of_example(ear, example, today))
    click.echo(report.as_json() if as_json else _summary(report.__dict__))
    if min_accuracy is not None and (report.accuracy or 0) < min_accuracy:
        sys.exit(1)


@nlu.command("parse")
@click.argument("text", required=False)
@click.option("--file", type=click.Path(exists=True, path_type=Path), help="JSON lines: text.")
@click.option("--context", "question", help="The question that was open.")
@click.option("--json", "as_json", is_flag=True, help="The default: one JSON line a text.")
def parse(text: str | None, file: Path | None, question: str | None, as_json: bool) -> None:
    """What a text is understood to say, one JSON line a text."""
    if (text is None) == (file is None):
        raise click.UsageError("give a text, or --file with JSON lines")
    settings = settings_or_exit()
    today = Clock(settings.clock_file).now().date()
    with listening(settings, _aside) as ear:
        for body, context in _texts(text, file, question):
            click.echo(json.dumps(_line(body, understood(ear, body, today, context))))


def understood(ear: Ear, body: str, today: date, question: str | None) -> Understanding:
    """As in a turn: the law's keywords and alarms first, then what the model heard besides."""
    guarded = guard(body)
    own = unmarked(guarded.text)
    heard = without_words(ear.understand(own, today, question), own, question)
    if guarded.intents:
        others = tuple(each for each in heard.intents if each.name not in guarded.intents)
        sure = tuple(Intent(name, 1.0) for name in guarded.intents)
        return replace(heard, intents=sure + others, decision=Decision.ACT)
    return replace(heard, decision=Decision.CLARIFY) if guarded.asks_opt_out else heard


def _aside(line: str) -> None:
    """Progress goes beside the JSON, not into it."""
    click.echo(line, err=True)


def _of_example(ear: Ear, example: Example, today: date) -> Understanding:
    return understood(ear, example.text, today, example.context)


def _texts(
    text: str | None, file: Path | None, question: str | None
) -> list[tuple[str, str | None]]:
    if text is not None:
        return [(text, question)]
    assert file is not None
    rows = [json.loads(line) for line in file.read_text().splitlines() if line.strip()]
    return [(row["text"], row.get("context", question)) for row in rows]


def _line(text: str, heard: Understanding) -> dict[str, object]:
    return {
        "text": text,
        "intents": [intent.name for intent in heard.intents],
        "confidence": round(heard.confidence, 4),
        "decision": heard.decision,
        "entities": json.loads(json.dumps(heard.entities, default=_plain)),
        "language": heard.language,
    }


def _plain(value: object) -> object:
    if hasattr(value, "__dataclass_fields__"):
        return {name: getattr(value, name) for name in value.__dataclass_fields__}
    return str(value)


def _summary(report: dict[str, object]) -> str:
    names = ("n", "accuracy", "macro_f1", "any_intent_recall", "oos_auroc", "clarify_rate",
             "person_rate", "wrong_action_rate", "latency_ms")  # fmt: skip
    return "\n".join(f"{name:20} {report[name]}" for name in names)
