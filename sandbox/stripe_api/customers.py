"""Customers and the payment methods kept for them."""

from __future__ import annotations

from typing import Any

from sandbox.state import Doc
from sandbox.stripe_api import cards
from sandbox.stripe_api.account import Account
from sandbox.stripe_api.listing import page
from sandbox.stripe_api.shapes import public

Form = dict[str, Any]

_TEXTS = ("name", "email", "phone", "description")


def create(account: Account, form: Form, _id: str) -> Doc:
    customer = account.create("customer", _given(form, {}))
    account.emit("customer.created", customer)
    return public(customer)


def retrieve(account: Account, _form: Form, id: str) -> Doc:
    customer = account.find("customer", id)
    return _tombstone(id) if customer.get("_is_deleted") else public(customer)


def update(account: Account, form: Form, id: str) -> Doc:
    customer = account.find("customer", id)
    changed = account.save("customer", {**customer, **_given(form, customer["metadata"])})
    account.emit("customer.updated", changed)
    return public(changed)


def delete(account: Account, _form: Form, id: str) -> Doc:
    customer = account.find("customer", id)
    account.save("customer", {**customer, "_is_deleted": True})
    account.emit("customer.deleted", customer)
    return _tombstone(id)


def list_all(account: Account, form: Form, _id: str) -> Doc:
    alive = [each for each in account.every("customer") if not each.get("_is_deleted")]
    email = form.get("email")
    return page([c for c in alive if email in (None, c["email"])], form, "/v1/customers")


def list_methods_of(account: Account, form: Form, id: str) -> Doc:
    account.find("customer", id)
    return page(_methods(account, id, form), form, f"/v1/customers/{id}/payment_methods")


def list_methods(account: Account, form: Form, _id: str) -> Doc:
    if "customer" not in form:
        return page([], form, "/v1/payment_methods")
    account.find("customer", form["customer"], "customer")
    return page(_methods(account, form["customer"], form), form, "/v1/payment_methods")


def retrieve_method(account: Account, _form: Form, id: str) -> Doc:
    return public(account.find("payment_method", id))


def attach_method(account: Account, form: Form, id: str) -> Doc:
    customer = account.find("customer", form.get("customer", ""), "customer")
    method = cards.present(account, id, customer["id"])
    return public(cards.attach(account, method, customer["id"]))


def detach_method(account: Account, _form: Form, id: str) -> Doc:
    return public(cards.detach(account, account.find("payment_method", id)))


def _methods(account: Account, customer: str, form: Form) -> list[Doc]:
    type = form.get("type")
    return [
        method
        for method in account.every("payment_method")
        if method["customer"] == customer and type in (None, method["type"])
    ]


def _given(form: Form, metadata: Doc) -> Doc:
    """What the call sets; metadata merges, an empty value removes its key."""
    given: Doc = {name: form[name] or None for name in _TEXTS if name in form}
    merged = {**metadata, **(form.get("metadata") or {})}
    return {**given, "metadata": {name: value for name, value in merged.items() if value != ""}}


def _tombstone(id: str) -> Doc:
    return {"id": id, "object": "customer", "deleted": True}
