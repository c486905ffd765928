"""The fields of one mapping in a patients' file, read once each; what nobody reads is refused."""

import re
from dataclasses import dataclass, field
from datetime import date, datetime
from decimal import Decimal, InvalidOperation
from typing import Any


class BadPatient(Exception):
    """One sentence: the file, the patient, the field, and what is expected."""


@dataclass
class Fields:
    raw: Any
    where: str
    read: set[str] = field(default_factory=set)

    def __post_init__(self) -> None:
        if not isinstance(self.raw, dict):
            raise BadPatient(f"{self.where}: named fields are expected, not {self.raw!r}")
        # YAML reads the key `on` as a yes.
        self.raw = {"on" if name is True else str(name): each for name, each in self.raw.items()}

    @property
    def names(self) -> tuple[str, ...]:
        return tuple(self.raw)

    def bad(self, name: str, expected: str) -> BadPatient:
        return BadPatient(f"{self.where}: `{name}` {self.raw.get(name)!r}; expected: {expected}")

    def take(self, name: str, otherwise: Any) -> Any:
        self.read.add(name)
        return self.raw.get(name, otherwise)

    def refuse_unknown(self) -> None:
        unknown = sorted(set(self.raw) - self.read)
        if unknown:
            known = ", ".join(sorted(self.read))
            raise BadPatient(f"{self.where}: unknown field {', '.join(unknown)}; known are {known}")

    def needed(self, name: str) -> str:
        found = self.take(name, None)
        if not isinstance(found, str) or not found.strip():
            raise self.bad(name, "some words")
        return found

    def text(self, name: str, otherwise: str = "") -> str:
        return str(self.take(name, otherwise))

    def texts(self, name: str, needed: bool = False) -> tuple[str, ...]:
        """One or a list of them; numbers are what was typed."""
        found = self.take(name, [])
        each = found if isinstance(found, list) else [found]
        if needed and not each:
            raise self.bad(name, "a text, or a list of texts")
        if any(isinstance(one, dict | list | bool | float | date) or one is None for one in each):
            raise self.bad(name, "words; what YAML reads otherwise goes in quotes")
        return tuple(str(one) for one in each)

    def one_of(self, name: str, choices: tuple[str, ...]) -> str:
        found = str(self.take(name, choices[0]))
        if found not in choices:
            raise self.bad(name, " or ".join(choices))
        return found

    def whole(self, name: str, otherwise: int) -> int:
        found = self.take(name, otherwise)
        if not isinstance(found, int) or found < 1:
            raise self.bad(name, "a whole number from 1")
        return found

    def truth(self, name: str, otherwise: bool) -> bool:
        found = self.take(name, otherwise)
        if not isinstance(found, bool):
            raise self.bad(name, "true or false")
        return found

    def day(self, name: str, otherwise: date | None) -> date | None:
        found = self.take(name, otherwise)
        if found is None or (isinstance(found, date) and not isinstance(found, datetime)):
            return found
        raise self.bad(name, "a day like 2026-03-31")

    def cents(self, dollars: Any) -> int:
        """Raises BadPatient for what is no sum of whole cents."""
        try:
            found = Decimal(str(dollars)) * 100
        except InvalidOperation:
            found = Decimal("0.5")
        if isinstance(dollars, bool) or found != found.to_integral_value():
            raise BadPatient(f"{self.where}: {dollars!r} is no sum in dollars, like 220 or 73.33")
        return int(found)

    def money(self, name: str) -> int:
        return self.cents(self.take(name, 0))

    def sums(self, name: str) -> tuple[int, ...]:
        found = self.take(name, [])
        return tuple(self.cents(one) for one in (found if isinstance(found, list) else [found]))

    def pattern(self, name: str) -> "re.Pattern[str] | None":
        found = self.take(name, None)
        try:
            return None if found is None else re.compile(str(found), re.IGNORECASE)
        except re.error:
            raise self.bad(name, "a regular expression") from None

    def group(self, name: str) -> "Fields":
        return Fields(self.take(name, {}), f"{self.where}, {name}")

    def groups(self, name: str, needed: bool = False) -> "list[Fields]":
        """One or a list of them."""
        found = self.take(name, [])
        each = found if isinstance(found, list) else [found]
        if needed and not each:
            raise self.bad(name, "named fields, or a list of them")
        return [Fields(one, f"{self.where}, {name}") for one in each]
