"""Sending texts: what a carrier must offer, and the three ways it can say no."""

from dataclasses import dataclass
from datetime import datetime
from typing import Protocol


class SendRefused(Exception):
    """A definite no: the text did not go out and must not be tried again as it is."""

    def __init__(self, code: int | None, reason: str) -> None:
        super().__init__(reason)
        self.code = code
        self.reason = reason


class SendLater(Exception):
    """The text did not go out; trying again later may work (429, queue full, down)."""


class SendUnknown(Exception):
    """No answer came: the text may or may not have gone out. Look before sending again."""


@dataclass(frozen=True)
class SentText:
    sid: str
    status: str


class Sms(Protocol):
    def send(self, to: str, sender: str, body: str, ref: str) -> SentText:
        """Raises SendRefused, SendLater or SendUnknown. `ref` comes back with every status."""
        ...

    def find(self, to: str, sender: str, body: str, since: datetime) -> SentText | None:
        """The text of that very wording which already went out, if any. Raises SendLater."""
        ...
