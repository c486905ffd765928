"""What the form of a new Checkout Session says, and what it may not say."""

from __future__ import annotations

from typing import Any

from sandbox.state import Doc
from sandbox.stripe_api.account import Account
from sandbox.stripe_api.errors import invalid
from sandbox.stripe_api.shapes import new_id, shape

Form = dict[str, Any]

_TEXTS = (
    "billing_address_collection",
    "cancel_url",
    "client_reference_id",
    "customer",
    "customer_creation",
    "customer_email",
    "locale",
    "metadata",
    "submit_type",
    "success_url",
    "consent_collection",
)
_ONLY_IN = {
    "payment_intent_data": "payment",
    "customer_creation": "payment",
    "line_items": "payment",
    "submit_type": "payment",
    "setup_intent_data": "setup",
}
_METHODS = ("card", "us_bank_account")


def plain_fields(form: Form) -> Doc:
    """The fields that the session only repeats."""
    fields = {name: form[name] for name in _TEXTS if name in form}
    texts = form.get("custom_text", {})
    if texts:
        places = ("after_submit", "shipping_address", "submit", "terms_of_service_acceptance")
        fields["custom_text"] = {place: texts.get(place) for place in places}
    allowed = form.get("allowed_payment_method_types", _METHODS)
    excluded = form.get("excluded_payment_method_types", [])
    return {**fields, "payment_method_types": [m for m in allowed if m not in excluded]}


def refuse_contradictions(account: Account, form: Form) -> None:
    mode = form.get("mode", "payment")
    for name, only in _ONLY_IN.items():
        if name in form and mode != only:
            raise invalid(f"You can not pass `{name}` in `{mode}` mode.", name)
    if mode == "subscription":
        raise invalid("Subscriptions are not part of this sandbox.", "mode")
    if "customer" in form:
        account.find("customer", form["customer"], "customer")
    if form.get("ui_mode", "hosted_page") == "hosted_page" and not form.get("success_url"):
        raise _missing("success_url")
    if mode == "payment" and not form.get("line_items"):
        raise _missing("line_items")
    if mode == "setup" and not (form.keys() & {"currency", "allowed_payment_method_types"}):
        raise _missing("currency")
    _refuse_bad_expiry(account, form)


def line_items(account: Account, form: Form) -> list[Doc]:
    return [
        _line_item(account, item, f"line_items[{place}]")
        for place, item in enumerate(form["line_items"])
    ]


def _line_item(account: Account, item: Form, where: str) -> Doc:
    price_data = item.get("price_data")
    if price_data is None or "unit_amount" not in price_data:
        raise _missing(f"{where}[price_data][unit_amount]")
    if "product_data" not in price_data:
        raise _missing(f"{where}[price_data][product_data]")
    if "quantity" not in item:
        raise _missing(f"{where}[quantity]")
    total = int(item["quantity"]) * int(price_data["unit_amount"])
    currency = price_data["currency"].lower()
    return shape(
        "line_item",
        {
            "id": new_id("line_item"),
            "amount_subtotal": total,
            "amount_total": total,
            "currency": currency,
            "description": price_data["product_data"]["name"],
            "quantity": int(item["quantity"]),
            "price": _price(account, int(price_data["unit_amount"]), currency),
        },
    )


def _price(account: Account, cents: int, currency: str) -> Doc:
    known = {
        "id": new_id("price"),
        "created": account.now(),
        "currency": currency,
        "product": new_id("product"),
        "unit_amount": cents,
        "unit_amount_decimal": str(cents),
    }
    return shape("price", known)


def _refuse_bad_expiry(account: Account, form: Form) -> None:
    """Between 30 minutes and 24 hours ahead, with half a minute of grace for the call itself."""
    if "expires_at" not in form:
        return
    ahead = int(form["expires_at"]) - account.now()
    if not 1_800 - 30 <= ahead <= 86_400 + 30:
        raise invalid(
            "The `expires_at` timestamp must be between 30 minutes and 24 hours from Checkout "
            "Session creation.",
            "expires_at",
        )


def _missing(param: str) -> Exception:
    return invalid(f"Missing required param: {param}.", param, "parameter_missing")
