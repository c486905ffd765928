"""Somebody in the web chat, as a turn sees them, and who they say they are."""

from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True)
class Visitor:
    """`is_stranger`: no link and no code has told whose conversation this is.

    `proved_id`: whose code this very text holds. `guessed`: it holds another while one is awaited.
    `checks`: how often they said who they are today. `phone_lost`: it holds a right code, but the
    phone that it was texted to is not on file any more, so it proves nothing. `awaited`: a code may
    be told now; the same where none was texted.
    """

    is_stranger: bool
    proved_id: int | None = None
    checks: int = 0
    guessed: bool = False
    phone_lost: bool = False
    awaited: bool = False


@dataclass(frozen=True)
class CheckVisitor:
    """A fact of a turn: what was told of a name, and a birth date. If right, a code is texted."""

    named: str
    born: date
