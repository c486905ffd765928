"""Events, as the product lists them when webhooks were lost."""

from __future__ import annotations

from typing import Any

from sandbox.state import Doc
from sandbox.stripe_api.account import Account
from sandbox.stripe_api.listing import page
from sandbox.stripe_api.shapes import public

Form = dict[str, Any]

_DELIVERED = {"true": (0,), "false": (1,)}


def retrieve(account: Account, _form: Form, id: str) -> Doc:
    return public(account.find("event", id))


def list_all(account: Account, form: Form, _id: str) -> Doc:
    types = form.get("types") or ([form["type"]] if "type" in form else None)
    pending = _DELIVERED.get(form.get("delivery_success", ""), (0, 1))
    found = [
        event
        for event in account.every("event")
        if (types is None or _is_one_of(event["type"], types))
        and event["pending_webhooks"] in pending
    ]
    return page(found, form, "/v1/events")


def _is_one_of(type: str, asked: list[str]) -> bool:
    """`asked` may end in `.*`, e.g. `payment_intent.*`."""
    return any(
        type == each or (each.endswith("*") and type.startswith(each[:-1])) for each in asked
    )
