"""How well amounts, days and the rest are read: lines of `text`, `entities`, `lang`, `today`."""

import json
from collections.abc import Iterable
from datetime import date

from nlu.entities import find_entities
from nlu.entity_score import Found, entity_f1
from nlu.examples import BadExample

WEDNESDAY = date(2026, 3, 11)  # the today of a line that names none


def evaluate_entities(lines: Iterable[str]) -> dict[str, float]:
    """F1 by kind of entity. Raises BadExample."""
    return entity_f1([_found(line, at) for at, line in enumerate(lines, 1) if line.strip()])


def _found(line: str, at: int) -> Found:
    try:
        row = json.loads(line)
        text, labelled = str(row["text"]), dict(row["entities"])
        today = date.fromisoformat(row["today"]) if "today" in row else WEDNESDAY
    except (ValueError, KeyError, TypeError) as error:
        raise BadExample(f"line {at}: expected text and entities ({error!r})") from error
    return Found(labelled, find_entities(text, today, row.get("lang")))
