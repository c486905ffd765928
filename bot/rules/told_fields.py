"""What a patient told us over the practice's file, and for how long that stands.

It stands until the file itself tells something else of that field than it did when they told us.
`told` is plain JSON by field: when, and a fingerprint of what the file had ("" for nothing).
"""

from collections.abc import Mapping
from datetime import datetime
from typing import Any

FIELDS = ("email", "language")
AT, FILE = "at", "file"
Told = Mapping[str, Mapping[str, Any]]


def tell(told: Told | None, field: str, had: str, now: datetime) -> dict[str, Any]:
    """`had`: the fingerprint of what is on record; of a second telling the file's still counts."""
    before = dict(told or {})
    file = before[field][FILE] if field in before else had
    return {**before, field: {AT: now.isoformat(), FILE: file}}


def stands(told: Told | None, field: str, in_file: str) -> bool:
    """Whether the patient's word still holds against what the file has now."""
    return field in (told or {}) and (told or {})[field][FILE] == in_file


def without(told: Told | None, field: str) -> dict[str, Any]:
    return {name: row for name, row in (told or {}).items() if name != field}


def told_at(told: Told | None, field: str) -> datetime | None:
    """None where the practice's file stands."""
    row = (told or {}).get(field)
    return datetime.fromisoformat(row[AT]) if row else None
