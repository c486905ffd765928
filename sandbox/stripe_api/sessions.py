"""Checkout Sessions: made, looked at, expired."""

from __future__ import annotations

import secrets
from typing import Any

from sandbox.state import Doc
from sandbox.stripe_api.account import Account
from sandbox.stripe_api.errors import invalid
from sandbox.stripe_api.intents import SMALLEST_CENTS, void
from sandbox.stripe_api.listing import page
from sandbox.stripe_api.session_form import line_items, plain_fields, refuse_contradictions
from sandbox.stripe_api.shapes import new_id, public

Form = dict[str, Any]

_DAY_SECONDS = 86_400


def create(account: Account, form: Form, _id: str) -> Doc:
    refuse_contradictions(account, form)
    id = new_id("session")
    known = {
        "id": id,
        "url": f"{account.base_url}/pay/{id}",
        "expires_at": int(form.get("expires_at", account.now() + _DAY_SECONDS)),
        "_payment_intent_data": form.get("payment_intent_data", {}),
        **plain_fields(form),
        **_by_mode(account, form),
    }
    session = account.create("session", known, tag="open")
    return public(session)


def retrieve(account: Account, form: Form, id: str) -> Doc:
    session = account.find("session", id)
    shown = public(session)
    if "line_items" in form.get("expand", []):
        shown["line_items"] = _items_page(session, {})
    return shown


def list_all(account: Account, form: Form, _id: str) -> Doc:
    asked = {name: form[name] for name in ("customer", "payment_intent", "status") if name in form}
    found = [s for s in account.every("session") if asked.items() <= s.items()]
    return page(found, form, "/v1/checkout/sessions")


def list_items(account: Account, form: Form, id: str) -> Doc:
    return _items_page(account.find("session", id), form)


def expire(account: Account, _form: Form, id: str) -> Doc:
    session = account.find("session", id)
    if session["status"] != "open":
        raise invalid(
            'Only Checkout Sessions with a status in ["open"] can be expired. This Checkout '
            f"Session has a status of {session['status']}."
        )
    return public(close(account, session))


def close(account: Account, session: Doc) -> Doc:
    """Expired by call or by time; its unpaid intent goes with it."""
    expired = account.save("session", {**session, "status": "expired", "url": None}, "expired")
    account.emit("checkout.session.expired", expired)
    if session["payment_intent"]:
        void(account, account.find("payment_intent", session["payment_intent"]), "abandoned")
    return expired


def _by_mode(account: Account, form: Form) -> Doc:
    if form.get("mode", "payment") == "setup":
        return {
            "mode": "setup",
            "payment_status": "no_payment_required",
            "setup_intent": _setup_intent(account, form)["id"],
            "currency": form.get("currency"),
        }
    items = line_items(account, form)
    total = sum(item["amount_total"] for item in items)
    if total < SMALLEST_CENTS:
        message = "The Checkout Session's total amount due must add up to at least $0.50 usd"
        raise invalid(message, "", "amount_too_small")
    return {
        "mode": "payment",
        "amount_subtotal": total,
        "amount_total": total,
        "currency": items[0]["currency"],
        "total_details": {"amount_discount": 0, "amount_shipping": 0, "amount_tax": 0},
        "_line_items": items,
    }


def _setup_intent(account: Account, form: Form) -> Doc:
    given = form.get("setup_intent_data", {})
    id = new_id("setup_intent")
    known = {
        "id": id,
        "client_secret": f"{id}_secret_{secrets.token_hex(12)}",
        "customer": form.get("customer"),
        "description": given.get("description"),
        "metadata": given.get("metadata") or {},
    }
    setup = account.create("setup_intent", known)
    account.emit("setup_intent.created", setup)
    return setup


def _items_page(session: Doc, form: Form) -> Doc:
    url = f"/v1/checkout/sessions/{session['id']}/line_items"
    # page() turns the order round; line items keep theirs.
    items = list(reversed(session.get("_line_items", [])))
    return page(items, form, url)
