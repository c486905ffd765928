"""Asks the language model over HTTP; when it is away, the essentials by keyword."""

import logging
import time
from dataclasses import dataclass, replace
from datetime import date
from typing import Any

import requests

from nlu.breaker import Breaker
from nlu.context import in_context, told_apart
from nlu.decide import by_priority, costs, decide, suspecting, where_something_is_said
from nlu.entities import find_entities
from nlu.essentials import essentials
from nlu.language import language_of
from nlu.understanding import Decision, Entities, Intent, Understanding

_log = logging.getLogger(__name__)
_TIMEOUT = 2.0  # seconds: a patient's text waits no longer for the model


class ModelAway(Exception):
    """The model gave no usable answer."""


@dataclass(frozen=True)
class Heard:
    """What the model says of a text: intents taken as said, and its best guesses."""

    said: tuple[Intent, ...]
    ranking: tuple[Intent, ...]


class RasaEar:
    """Understands by the model at `url`; never raises."""

    def __init__(
        self, url: str, token: str, timeout: float = _TIMEOUT, breaker: Breaker | None = None
    ) -> None:
        self._address = f"{url.rstrip('/')}/parse"
        self._timeout = timeout
        self._breaker = breaker or Breaker(time.monotonic)
        self._session = requests.Session()
        self._session.trust_env = False
        self._session.headers["Authorization"] = f"Bearer {token}"

    def understand(self, text: str, today: date, open_question: str | None) -> Understanding:
        language = language_of(text)
        entities = find_entities(text, today, language)
        if not text.strip():
            return Understanding((), entities, language, Decision.PERSON)
        try:
            heard = self._heard(text, open_question)
        except ModelAway as away:
            _log.warning("the language model is away: %s", away)
            return replace(essentials(text), entities=entities, language=language)
        ranking = told_apart(heard.ranking, entities, today)
        said = heard.said if ranking == heard.ranking else ranking[:1]
        said = in_context(said, text, entities, open_question)
        return _understood(said, ranking, entities, language)

    def _heard(self, text: str, open_question: str | None) -> Heard:
        if self._breaker.is_open:
            raise ModelAway("not asked after repeated failures")
        try:
            heard = self._asked({"text": text, "context": open_question})
        except (requests.RequestException, ValueError, KeyError, TypeError) as error:
            self._breaker.failed()
            # The kind alone: an error's own words may hold the patient's.
            raise ModelAway(type(error).__name__) from None
        self._breaker.succeeded()
        return heard

    def _asked(self, question: dict[str, Any]) -> Heard:
        try:
            answer = self._session.post(self._address, json=question, timeout=self._timeout)
        except requests.ConnectionError:
            # A server that was restarted leaves its old connections dead: once more, freshly.
            answer = self._session.post(self._address, json=question, timeout=self._timeout)
        answer.raise_for_status()
        return _heard(answer.json(), is_asked=bool(question["context"]))


def _heard(found: dict[str, Any], *, is_asked: bool) -> Heard:
    table = costs()
    judged = tuple(Intent(str(g["name"]), float(g["confidence"])) for g in found["ranking"])
    none = table.none_when_asked if is_asked else table.none
    ranking = where_something_is_said(judged, none, table.whole)
    besides = {str(said["name"]) for said in found["intents"][1:]}
    others = tuple(guess for guess in ranking[1:] if guess.name in besides)
    return Heard((*ranking[:1], *others), ranking)


def _understood(
    said: tuple[Intent, ...],
    ranking: tuple[Intent, ...],
    entities: Entities,
    language: str | None,
) -> Understanding:
    ordered = by_priority(said, costs())
    decision = decide(ordered, ranking, costs())
    heard = suspecting(ordered, ranking, decision)
    return Understanding(heard, entities, language, decision, ranking)
