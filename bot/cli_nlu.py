"""`tender nlu`: train, evaluate, parse; and alone, the language model as one of the parts."""

import json
import os
from pathlib import Path

import click

from bot.cli_evaluate import evaluate_model, noise
from bot.cli_settings import settings_or_exit
from bot.clock import Clock
from bot.listening import listening, understood
from bot.model_server import server_command
from nlu.train import TrainingFailed, train
from nlu.understanding import Understanding


@click.group(invoke_without_command=True)
@click.pass_context
def nlu(context: click.Context) -> None:
    """The language model. Alone, this serves it."""
    if context.invoked_subcommand is None:
        settings = settings_or_exit()
        command = server_command(settings, int(os.environ.get("NLU_PORT", "8002")))
        os.environ.setdefault("NLU_TOKEN", settings.nlu_token)
        os.execv(command[0], command)


nlu.add_command(evaluate_model)
nlu.add_command(noise)


@nlu.command("train")
def train_model() -> None:
    """Trains when data or pipeline changed; says each step."""
    try:
        click.echo(train(settings_or_exit().home, click.echo))
    except TrainingFailed as fault:
        raise click.ClickException(f"training failed:\n{fault}") from fault


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


def _aside(line: str) -> None:
    """Progress goes beside the JSON, not into it."""
    click.echo(line, err=True)


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
