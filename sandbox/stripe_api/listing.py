"""Stripe's lists: newest first, cursors, `created` ranges, expansion of ids into objects."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import Any

from sandbox.state import Doc
from sandbox.stripe_api.account import Account
from sandbox.stripe_api.errors import invalid
from sandbox.stripe_api.shapes import kind_of, public

_COMPARE: dict[str, Callable[[int, int], bool]] = {
    "gt": lambda made, bound: made > bound,
    "gte": lambda made, bound: made >= bound,
    "lt": lambda made, bound: made < bound,
    "lte": lambda made, bound: made <= bound,
}


def page(docs: Iterable[Doc], form: dict[str, Any], url: str) -> Doc:
    """`docs` oldest first, as the store has them."""
    limit = int(form.get("limit", 10))
    if not 1 <= limit <= 100:
        raise invalid("This value must be between 1 and 100.", "limit", "parameter_invalid_integer")
    newest = [doc for doc in reversed(list(docs)) if _is_in_range(doc, form.get("created"))]
    chosen, has_more = _cut(newest, form, limit)
    return {
        "object": "list",
        "url": url,
        "has_more": has_more,
        "data": [public(doc) for doc in chosen],
    }


def expand(account: Account, answer: Doc, form: dict[str, Any]) -> Doc:
    """Follows each `expand[]` path, e.g. `payment_intent.latest_charge` or `data.customer`."""
    for path in form.get("expand", []):
        _expand_step(account, answer, path.split("."))
    return answer


def _cut(newest: list[Doc], form: dict[str, Any], limit: int) -> tuple[list[Doc], bool]:
    if "ending_before" in form:
        newer = newest[: _place(newest, form["ending_before"], "ending_before")]
        return newer[-limit:], len(newer) > limit
    start = 0
    if "starting_after" in form:
        start = _place(newest, form["starting_after"], "starting_after") + 1
    return newest[start : start + limit], len(newest) > start + limit


def _place(newest: list[Doc], id: str, param: str) -> int:
    for place, doc in enumerate(newest):
        if doc["id"] == id:
            return place
    raise invalid(f"No such object: '{id}'", param, "resource_missing")


def _is_in_range(doc: Doc, created: Any) -> bool:
    if created is None:
        return True
    if not isinstance(created, dict):
        return bool(doc["created"] == int(created))
    return all(_COMPARE[name](doc["created"], int(bound)) for name, bound in created.items())


def _expand_step(account: Account, place: Any, steps: list[str]) -> None:
    if isinstance(place, list):
        for each in place:
            _expand_step(account, each, steps)
        return
    if not isinstance(place, dict) or not steps:
        return
    name, *rest = steps
    value = place.get(name)
    if isinstance(value, str):
        place[name] = value = _object(account, value)
    _expand_step(account, value, rest)


def _object(account: Account, id: str) -> Any:
    """The object that `id` names, or the id itself when it names none here."""
    kind = kind_of(id)
    found = account.world.store.get(kind, id, account.id) if kind else None
    return id if found is None else public(found)
