"""Stripe's objects with every field that Stripe always sends, before anything is known."""

from __future__ import annotations

import copy
import json
import secrets
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from sandbox.state import Doc

_SHAPES: dict[str, Doc] = json.loads((Path(__file__).parent / "shapes.json").read_text())

_PREFIXES = {
    "customer": "cus",
    "session": "cs_test",
    "payment_intent": "pi",
    "setup_intent": "seti",
    "payment_method": "pm",
    "charge": "ch",
    "refund": "re",
    "line_item": "li",
    "price": "price",
    "product": "prod",
    "event": "evt",
    "request": "req",
}


def new_id(kind: str) -> str:
    return f"{_PREFIXES[kind]}_{secrets.token_hex(12)}"


def shape(kind: str, known: Mapping[str, Any]) -> Doc:
    """A new object of `kind`: the defaults, then what is `known`."""
    return {**copy.deepcopy(_SHAPES[kind]), **known}


def new(kind: str, created: int, known: Mapping[str, Any]) -> Doc:
    return shape(kind, {"id": new_id(kind), "created": created, **known})


def kind_of(id: str) -> str | None:
    """Which kind an id such as `pi_...` names."""
    return next((kind for kind, start in _PREFIXES.items() if id.startswith(f"{start}_")), None)


def public(doc: Doc) -> Doc:
    """Without what only the sandbox knows: names with a leading underscore."""
    return {name: value for name, value in doc.items() if not name.startswith("_")}
