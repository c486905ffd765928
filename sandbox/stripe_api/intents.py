"""PaymentIntents and SetupIntents."""

from __future__ import annotations

import secrets
from typing import Any

from sandbox.faults import strike
from sandbox.state import Doc
from sandbox.stripe_api.account import Account
from sandbox.stripe_api.cards import DECLINES, present
from sandbox.stripe_api.charging import attempt
from sandbox.stripe_api.errors import card, invalid
from sandbox.stripe_api.listing import page
from sandbox.stripe_api.shapes import new_id, public

Form = dict[str, Any]
SMALLEST_CENTS = 50

_CANCELABLE = (
    "requires_payment_method",
    "requires_confirmation",
    "requires_action",
    "requires_capture",
)
_COPIED = ("description", "receipt_email", "statement_descriptor", "statement_descriptor_suffix")


def draft(account: Account, form: Form, **known: Any) -> Doc:
    """A PaymentIntent nobody has paid yet."""
    id = new_id("payment_intent")
    copied = {name: form[name] for name in (*_COPIED, "setup_future_usage") if name in form}
    fields = {
        "id": id,
        "client_secret": f"{id}_secret_{secrets.token_hex(12)}",
        "metadata": form.get("metadata") or {},
        **copied,
        **known,
    }
    return account.create("payment_intent", fields)


def create(account: Account, form: Form, _id: str) -> Doc:
    _refuse_contradictions(account, form)
    intent = draft(
        account,
        form,
        amount=int(form["amount"]),
        currency=form["currency"].lower(),
        customer=form.get("customer"),
    )
    account.emit("payment_intent.created", intent)
    if form.get("confirm") == "true":
        return _confirm(account, intent, form)
    if "payment_method" in form:
        method = present(account, form["payment_method"], intent["customer"])
        chosen = {"status": "requires_confirmation", "payment_method": method["id"]}
        intent = account.save("payment_intent", {**intent, **chosen})
    return public(intent)


def confirm(account: Account, form: Form, id: str) -> Doc:
    intent = account.find("payment_intent", id)
    if intent["status"] not in _CANCELABLE:
        raise _unexpected_state(intent, "confirm")
    return _confirm(account, intent, form)


def retrieve(account: Account, _form: Form, id: str) -> Doc:
    return public(account.find("payment_intent", id))


def list_all(account: Account, form: Form, _id: str) -> Doc:
    customer = form.get("customer")
    found = [i for i in account.every("payment_intent") if customer in (None, i["customer"])]
    return page(found, form, "/v1/payment_intents")


def cancel(account: Account, form: Form, id: str) -> Doc:
    intent = account.find("payment_intent", id)
    if intent["status"] not in _CANCELABLE or _is_checkout_open(account, intent):
        raise _unexpected_state(intent, "cancel")
    return public(void(account, intent, form.get("cancellation_reason")))


def void(account: Account, intent: Doc, reason: str | None) -> Doc:
    fields = {"status": "canceled", "canceled_at": account.now(), "cancellation_reason": reason}
    canceled = account.save("payment_intent", {**intent, **fields})
    account.emit("payment_intent.canceled", canceled)
    return canceled


def retrieve_setup(account: Account, _form: Form, id: str) -> Doc:
    return public(account.find("setup_intent", id))


def _confirm(account: Account, intent: Doc, form: Form) -> Doc:
    chosen = form.get("payment_method") or intent["payment_method"]
    if not chosen:
        raise invalid(
            "You cannot confirm this PaymentIntent because it's missing a payment method.",
            "",
            "payment_intent_unexpected_state",
        )
    method = present(account, chosen, intent["customer"])
    fault = strike(account.world.store, ("stripe",), ("decline",), "/v1/payment_intents")
    behaviour = (fault.code or "generic_decline") if fault else method["_behaviour"]
    after = attempt(account, intent, method, behaviour)
    if behaviour in DECLINES:
        error = after["last_payment_error"]
        raise card(error, payment_intent=public(after))
    return public(after)


def _refuse_contradictions(account: Account, form: Form) -> None:
    if int(form["amount"]) < SMALLEST_CENTS:
        raise invalid("Amount must be at least $0.50 usd", "amount", "amount_too_small")
    if "customer" in form:
        account.find("customer", form["customer"], "customer")
    if "off_session" in form and form.get("confirm") != "true":
        raise invalid(
            "You can only set `off_session` when `confirm` is set to `true`.", "off_session"
        )


def _is_checkout_open(account: Account, intent: Doc) -> bool:
    """An open Checkout Session owns its intent: it is expired, not its intent canceled."""
    session_id = intent.get("_session")
    session = account.world.store.get("session", session_id, account.id) if session_id else None
    return session is not None and session["status"] == "open"


def _unexpected_state(intent: Doc, verb: str) -> Exception:
    refused = invalid(
        f"You cannot {verb} this PaymentIntent because it has a status of {intent['status']}.",
        "",
        "payment_intent_unexpected_state",
    )
    refused.body["error"]["payment_intent"] = public(intent)
    return refused
