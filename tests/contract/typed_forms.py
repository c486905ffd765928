"""Wire texts turned into the numbers and booleans that a schema asks for."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Any

Schema = dict[str, Any]
Deref = Callable[[Schema], Schema]

_BOOLEANS = {"true": True, "false": False}


def typed(value: Any, schema: Schema, deref: Deref) -> Any:
    """What does not read as the schema's type stays text, and so is found wrong."""
    schema = deref(schema)
    options = schema.get("anyOf")
    if options:
        return _nearest(value, options, deref)
    if isinstance(value, dict):
        return {name: typed(each, _inner(schema, name), deref) for name, each in value.items()}
    if isinstance(value, list):
        return [typed(each, schema.get("items", {}), deref) for each in value]
    return _scalar(value, schema)


def _inner(schema: Schema, name: str) -> Schema:
    known: Schema = schema.get("properties", {}).get(name)
    more = schema.get("additionalProperties")
    return known or (more if isinstance(more, dict) else {})


def _nearest(value: Any, options: list[Schema], deref: Deref) -> Any:
    shape = {dict: "object", list: "array"}.get(type(value))
    for option in map(deref, options):
        if shape and option.get("type") == shape:
            return typed(value, option, deref)
        made = _scalar(value, option)
        if shape is None and made is not value:
            return made
    return value


def _scalar(value: Any, schema: Schema) -> Any:
    type = schema.get("type")
    if type == "integer" and re.fullmatch(r"-?\d+", str(value)):
        return int(value)
    if type == "number" and re.fullmatch(r"-?\d+(\.\d+)?", str(value)):
        return float(value)
    if type == "boolean":
        return _BOOLEANS.get(value, value)
    return value
