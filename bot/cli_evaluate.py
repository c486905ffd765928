"""`tender nlu evaluate` and `noise`: how well texts are understood, in words, JSON and pictures."""

import json
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import date
from pathlib import Path

import click

from bot.cli_settings import settings_or_exit
from bot.clock import Clock
from bot.listening import NotListening, listening, understood
from nlu.evaluate import (
    BadExample,
    Example,
    Report,
    Understand,
    evaluate,
    noisy,
    read_examples,
    with_noise,
)
from nlu.evaluate_dates import evaluate_dates
from nlu.evaluate_entities import evaluate_entities
from nlu.intents import known_intents
from nlu.lines import BadLines
from nlu.noise import SHARE, noised
from nlu.pictures import draw
from nlu.report_page import NoPlace, write_figures
from nlu.report_words import report_words
from nlu.train import ROOT, TrainingFailed
from nlu.understanding import Ear, Understanding

OWN = ROOT / "tests" / "nlu" / "texts"
_TOLD_EVERY = 5.0  # seconds
_OWN_NOISE = 1  # the seed of our own test set's mistyped copy
_FILE = click.Path(exists=True, dir_okay=False, path_type=Path)
_FOLDER = click.Path(file_okay=False, path_type=Path)


@click.command("evaluate")
@click.argument("files", nargs=-1, type=_FILE)
@click.option("--dates", type=_FILE, help="A date file, instead of texts.")
@click.option("--entities", type=_FILE, help="A file of texts with labelled entities alone.")
@click.option("--json", "as_json", is_flag=True)
@click.option("--min-accuracy", type=float, help="Exit 1 below this share.")
@click.option("--noise", "seed", type=int, help="Also on a mistyped copy made with this seed.")
@click.option("--pictures", type=_FOLDER, help="Draws confusion.svg and reliability.svg there.")
@click.option("--page", type=_FILE, help="Writes the figures between the marks of this page.")
def evaluate_model(
    files: tuple[Path, ...],
    dates: Path | None,
    entities: Path | None,
    as_json: bool,
    min_accuracy: float | None,
    seed: int | None,
    pictures: Path | None,
    page: Path | None,
) -> None:
    """How well texts are understood: exactly what a turn would use, guards included.

    Without FILES, our own test set: texts that were never trained on.
    """
    if bool(files) + bool(dates) + bool(entities) > 1:
        raise click.UsageError("name files of texts, or --dates or --entities with one file")
    if dates or entities:
        with _faults_said():
            click.echo(json.dumps(_read_alone(dates, entities)))
        return
    if seed is None and not files:
        seed = _OWN_NOISE
    with _faults_said():
        report = _judged(_examples(files), seed)
        _keep(report, pictures, page)
    click.echo(report.as_json() if as_json else report_words(report))
    if min_accuracy is not None and (report.accuracy or 0) < min_accuracy:
        sys.exit(1)


def _read_alone(dates: Path | None, entities: Path | None) -> float | dict[str, float] | None:
    """What the grammars read, without any model: the share of days right, or F1 by entity."""
    if dates is not None:
        return evaluate_dates(_lines(dates))
    assert entities is not None
    return evaluate_entities(_lines(entities))


@click.command("noise")
@click.argument("file", type=_FILE)
@click.option("--seed", type=int, default=_OWN_NOISE, show_default=True)
@click.option(
    "--share",
    type=click.FloatRange(0, 1),
    default=SHARE,
    show_default=True,
    help="Of the letters that are mistyped.",
)
def noise(file: Path, seed: int, share: float) -> None:
    """A mistyped copy of a labelled FILE, as JSON lines; its labels stay."""
    with _faults_said():
        lines = _lines(file)
        read_examples(lines)
    for row in (json.loads(line) for line in lines if line.strip()):
        click.echo(
            json.dumps({**row, "text": noised(row["text"], seed, share)}, ensure_ascii=False)
        )


@contextmanager
def _faults_said() -> Iterator[None]:
    try:
        yield
    except (BadExample, BadLines, NotListening, NoPlace, TrainingFailed) as fault:
        raise click.ClickException(str(fault)) from fault


def _examples(files: tuple[Path, ...]) -> list[Example]:
    """Raises BadExample, each fault with its file."""
    named = files or tuple(sorted(OWN.glob("*.jsonl")))
    read: list[Example] = []
    for file in named:
        try:
            read += read_examples(_lines(file), known_intents())
        except BadExample as faults:
            raise BadExample("\n".join(f"{file}: {f}" for f in str(faults).split("\n"))) from faults
    if not read:
        raise BadExample(f"no texts in {', '.join(map(str, named)) or OWN}")
    return read


def _lines(file: Path) -> list[str]:
    """Split at line ends alone: a text may hold other separators."""
    try:
        return file.read_text(encoding="utf-8-sig").split("\n")
    except UnicodeDecodeError as error:
        raise BadExample(f"{file} is not UTF-8 text ({error})") from error


def _judged(examples: list[Example], seed: int | None) -> Report:
    settings = settings_or_exit()
    today = Clock(settings.clock_file).now().date()
    rounds = 1 if seed is None else 2
    with listening(settings, _aside) as ear:
        understand = telling(_as_in_a_turn(ear, today), rounds * len(examples), _aside)
        report = evaluate(examples, understand)
        if seed is None:
            return report
        return with_noise(report, evaluate(noisy(examples, seed), understand), seed)


def _as_in_a_turn(ear: Ear, today: date) -> Understand:
    return lambda example: understood(ear, example.text, today, example.context)


def telling(
    understand: Understand,
    total: int,
    tell: Callable[[str], None],
    clock: Callable[[], float] = time.monotonic,
) -> Understand:
    """The same, but every few seconds it tells how far it is and how long it will take."""
    began = told = clock()
    done = 0

    def counted(example: Example) -> Understanding:
        nonlocal done, told
        found = understand(example)
        done += 1
        now = clock()
        if now - told >= _TOLD_EVERY:
            told = now
            left = (now - began) / done * (total - done)
            tell(f"{done} of {total} texts, about {left:.0f} s left")
        return found

    return counted


def _keep(report: Report, pictures: Path | None, page: Path | None) -> None:
    if pictures is not None:
        for drawn in draw(report, known_intents(), pictures):
            _aside(f"drew {drawn}")
    if page is not None:
        write_figures(page, report)
        _aside(f"wrote the figures into {page}")


def _aside(line: str) -> None:
    """Progress goes beside the JSON, not into it."""
    click.echo(line, err=True)
