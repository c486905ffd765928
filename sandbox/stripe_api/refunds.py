"""Refunds and charges."""

from __future__ import annotations

from typing import Any

from sandbox.state import Doc
from sandbox.stripe_api.account import Account
from sandbox.stripe_api.errors import invalid
from sandbox.stripe_api.listing import page
from sandbox.stripe_api.shapes import public

Form = dict[str, Any]


def create(account: Account, form: Form, _id: str) -> Doc:
    charge = _charge_of(account, form)
    amount = _amount(charge, form)
    known = {
        "amount": amount,
        "charge": charge["id"],
        "currency": charge["currency"],
        "payment_intent": charge["payment_intent"],
        "reason": form.get("reason"),
        "metadata": form.get("metadata") or {},
    }
    refund = account.create("refund", known)
    account.emit("refund.created", refund)
    account.emit("charge.refunded", _give_back(account, charge, amount))
    return public(refund)


def retrieve(account: Account, _form: Form, id: str) -> Doc:
    return public(account.find("refund", id))


def list_all(account: Account, form: Form, _id: str) -> Doc:
    asked = {name: form[name] for name in ("charge", "payment_intent") if name in form}
    found = [r for r in account.every("refund") if asked.items() <= r.items()]
    return page(found, form, "/v1/refunds")


def retrieve_charge(account: Account, _form: Form, id: str) -> Doc:
    return public(account.find("charge", id))


def list_charges(account: Account, form: Form, _id: str) -> Doc:
    asked = {name: form[name] for name in ("customer", "payment_intent") if name in form}
    found = [c for c in account.every("charge") if asked.items() <= c.items()]
    return page(found, form, "/v1/charges")


def _charge_of(account: Account, form: Form) -> Doc:
    if "charge" in form:
        return account.find("charge", form["charge"], "charge")
    if "payment_intent" not in form:
        raise invalid("One of the following params should be provided: payment_intent or charge.")
    intent = account.find("payment_intent", form["payment_intent"], "payment_intent")
    if intent["status"] != "succeeded":
        raise invalid(
            "This PaymentIntent does not have a successful charge to refund.", "payment_intent"
        )
    return account.find("charge", intent["latest_charge"], "charge")


def _amount(charge: Doc, form: Form) -> int:
    """Cents to give back: what was asked, or all that is left."""
    if not charge["captured"]:
        raise invalid(f"Charge {charge['id']} has not been paid.", "charge")
    left = charge["amount"] - charge["amount_refunded"]
    if left == 0:
        message = f"Charge {charge['id']} has already been refunded."
        raise invalid(message, "", "charge_already_refunded")
    amount = int(form.get("amount", left))
    if amount < 1:
        raise invalid("Invalid positive integer", "amount", "parameter_invalid_integer")
    if amount > left:
        raise invalid(
            f"Refund amount (${amount / 100:.2f}) is greater than unrefunded amount on charge "
            f"(${left / 100:.2f})",
            "amount",
        )
    return amount


def _give_back(account: Account, charge: Doc, cents: int) -> Doc:
    refunded = charge["amount_refunded"] + cents
    fields = {"amount_refunded": refunded, "refunded": refunded == charge["amount"]}
    return account.save("charge", {**charge, **fields})
