"""What the model's server answers to a request, without the HTTP around it."""

import hmac
import json
import threading
from dataclasses import dataclass
from http import HTTPStatus
from pathlib import Path
from typing import Any

from reader import Reader, model_folder

_POINTER_CHECKED_EVERY = 2.0  # seconds


@dataclass(frozen=True)
class Answer:
    status: HTTPStatus
    body: dict[str, Any]


class Refused(Exception):
    """Says which answer to give instead of the one asked for."""

    def __init__(self, status: HTTPStatus, why: str) -> None:
        super().__init__(why)
        self.answer = Answer(status, {"error": why})


class Answers:
    """Holds the current model; a new one takes its place between two texts."""

    def __init__(self, models: Path, token: str) -> None:
        self._models = models
        self._token = token
        self._reading = threading.Lock()
        self._reloading = threading.Lock()
        self._reader = Reader(model_folder(models))

    def to(self, verb: str, path: str, credentials: str | None, body: bytes) -> Answer:
        try:
            return self._to(f"{verb} {path}", credentials, body)
        except Refused as refused:
            return refused.answer

    def _to(self, request: str, credentials: str | None, body: bytes) -> Answer:
        if request == "GET /healthz":
            return Answer(HTTPStatus.OK, {"status": "ok", "model": self._reader.model})
        self._check(credentials)
        if request == "POST /parse":
            return self._parse(_text_in(body))
        if request == "POST /model/reload":
            return self.reload()
        raise Refused(HTTPStatus.NOT_FOUND, "no such address")

    def _check(self, credentials: str | None) -> None:
        expected = f"Bearer {self._token}".encode()
        if not hmac.compare_digest((credentials or "").encode(), expected):
            raise Refused(HTTPStatus.UNAUTHORIZED, "a bearer token is needed")

    def _parse(self, text: str) -> Answer:
        with self._reading:
            reader = self._reader
            parsed = reader.parse(text)
        found = {"intents": parsed.intents, "ranking": parsed.ranking, "model": reader.model}
        return Answer(HTTPStatus.OK, found)

    def reload(self) -> Answer:
        """The old model answers until the new one is ready, and stays where that one fails."""
        with self._reloading:
            try:
                self._reader = Reader(model_folder(self._models))
            except Exception as error:  # any fault of a model file must leave the old one in place
                why = f"the model was not replaced: {type(error).__name__}"
                raise Refused(HTTPStatus.CONFLICT, why) from error
        return Answer(HTTPStatus.OK, {"model": self._reader.model})

    def follow_pointer(self, stopped: threading.Event) -> None:
        """So that every worker, not only the one asked to reload, changes to the new model."""
        while not stopped.wait(_POINTER_CHECKED_EVERY):
            if model_folder(self._models).name != self._reader.model:
                self.to("POST", "/model/reload", f"Bearer {self._token}", b"")


def _text_in(body: bytes) -> str:
    try:
        asked = json.loads(body)
    except ValueError as error:
        raise Refused(HTTPStatus.BAD_REQUEST, "the body is not JSON") from error
    text = asked.get("text") if isinstance(asked, dict) else None
    if not isinstance(text, str):
        raise Refused(HTTPStatus.BAD_REQUEST, 'expected {"text": "..."}')
    return text
