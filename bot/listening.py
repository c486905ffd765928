"""An ear for a command: the running language model, or one started for as long as it lasts."""

import os
import subprocess
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import replace
from datetime import date
from pathlib import Path

import requests

from bot.embedded import free_port
from bot.guards import guard, unmarked
from bot.model_server import note_of, server_command
from bot.settings import Settings
from bot.weighing import sobered, weighed
from bot.wishing import with_wish, without_limited_stop
from nlu.breaker import Breaker
from nlu.client import RasaEar
from nlu.decide import OPT_OUT
from nlu.train import is_trained, train
from nlu.understanding import Decision, Ear, Intent, Understanding
from nlu.wordless import without_words

PATIENCE_SECONDS = 60
_MAYBE = 0.5  # what a pattern says that only asks


class NotListening(Exception):
    """The language model could not be started."""


class NotMeasured(Exception):
    """The model did not answer: what is understood by keyword is no measure of it."""


class Unforgiving(Breaker):
    """The first failure ends it."""

    def failed(self) -> None:
        raise NotMeasured


@contextmanager
def listening(settings: Settings, tell: Callable[[str], None]) -> Iterator[RasaEar]:
    """Raises NotListening."""
    known = note_of(settings.home).read_text() if note_of(settings.home).exists() else ""
    for url in (known, settings.nlu_url):
        if url and _answers(url):
            yield RasaEar(url, settings.nlu_token)
            return
    if not is_trained(settings.home):
        tell("training the language model first: its data or pipeline changed")
        train(settings.home, tell)
    with _started(settings, None) as url:
        yield RasaEar(url, settings.nlu_token)


@contextmanager
def listening_by(settings: Settings, model: Path) -> Iterator[RasaEar]:
    """By this one model, patiently. Raises NotListening; the ear raises NotMeasured."""
    with _started(replace(settings, nlu_workers=1), model) as url:
        breaker = Unforgiving(time.monotonic)
        yield RasaEar(url, settings.nlu_token, PATIENCE_SECONDS, breaker)


@contextmanager
def _started(settings: Settings, model: Path | None) -> Iterator[str]:
    url, process = _start(settings, model)
    try:
        yield url
    finally:
        process.terminate()
        process.wait(timeout=10)


def understood(ear: Ear, body: str, today: date, question: str | None) -> Understanding:
    """As in a turn: the law's keywords and alarms first, then what the model heard besides."""
    guarded = guard(body)
    own = unmarked(guarded.text)
    heard = without_words(ear.understand(own, today, question), own, question, today)
    heard = sobered(own, heard)
    heard = with_wish(heard, own, today, question)
    guarded = without_limited_stop(weighed(guarded, [body], heard), [body], today)
    if guarded.intents:
        others = tuple(
            each
            for each in heard.intents
            if each.name not in guarded.intents and each.confidence >= _MAYBE
        )
        sure = tuple(Intent(name, 1.0) for name in guarded.intents)
        return replace(heard, intents=sure + others, decision=Decision.ACT)
    return _asking(heard) if guarded.asks_opt_out else heard


def _asking(heard: Understanding) -> Understanding:
    """It may be an opt-out: asked about before anything else is done."""
    named = {intent.name for intent in heard.intents}
    maybe = () if OPT_OUT in named else (Intent(OPT_OUT, _MAYBE),)
    return replace(heard, intents=(*heard.intents, *maybe), decision=Decision.CLARIFY)


def _start(settings: Settings, model: Path | None) -> tuple[str, "subprocess.Popen[bytes]"]:
    port = free_port()
    process = subprocess.Popen(
        server_command(settings, port, model),
        env={**os.environ, "NLU_TOKEN": settings.nlu_token},
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    )
    url = f"http://127.0.0.1:{port}"
    until = time.monotonic() + PATIENCE_SECONDS
    while not _answers(url):
        if process.poll() is not None or time.monotonic() > until:
            process.kill()
            raise NotListening("the language model could not be started")
        time.sleep(0.1)
    return url, process


def _answers(url: str) -> bool:
    try:
        return requests.get(f"{url}/healthz", timeout=1).ok
    except requests.RequestException:
        return False
