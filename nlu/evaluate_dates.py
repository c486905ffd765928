"""How many dates are resolved right: lines of `text`, `lang`, `today`, `date` (null: no day)."""

import json
from collections.abc import Callable, Iterable
from datetime import date

from nlu.examples import BadExample
from nlu.named_days import named_day
from nlu.scores import share

Parse = Callable[[str, date, str | None], date | None]


def evaluate_dates(lines: Iterable[str], parse: Parse = named_day) -> float | None:
    """The share resolved to the very day. Raises BadExample."""
    return share([_is_right(line, at, parse) for at, line in enumerate(lines, 1) if line.strip()])


def _is_right(line: str, at: int, parse: Parse) -> bool:
    try:
        row = json.loads(line)
        text, today, expected = str(row["text"]), date.fromisoformat(row["today"]), row["date"]
    except (ValueError, KeyError, TypeError) as error:
        raise BadExample(f"line {at}: expected text, today and date ({error!r})") from error
    found = parse(text, today, row.get("lang"))
    return bool((found.isoformat() if found else None) == expected)
