"""Sending e-mail."""

from dataclasses import dataclass
from typing import Protocol


@dataclass(frozen=True)
class PdfFile:
    name: str
    content: bytes


class Mail(Protocol):
    def send(self, to: str, subject: str, body: str, file: PdfFile | None = None) -> None: ...
