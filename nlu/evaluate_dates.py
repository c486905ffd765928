"""How many dates are resolved right: lines of `text`, `lang`, `today`, `date` (null: no day)."""

import json
from collections.abc import Callable, Iterable
from datetime import date
from typing import Any

from nlu.named_days import named_day
from nlu.scores import share

Parse = Callable[[str, date, str | None], date | None]


def evaluate_dates(lines: Iterable[str], parse: Parse = named_day) -> float | None:
    """The share resolved to the very day."""
    return share([_is_right(json.loads(line), parse) for line in lines if line.strip()])


def _is_right(labelled: dict[str, Any], parse: Parse) -> bool:
    today = date.fromisoformat(labelled["today"])
    found = parse(labelled["text"], today, labelled.get("lang"))
    return bool((found.isoformat() if found else None) == labelled["date"])
