"""Sending e-mail."""

from typing import Protocol


class Mail(Protocol):
    def send(self, to: str, subject: str, body: str) -> None: ...
