"""Which function answers which call."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from sandbox.state import Doc
from sandbox.stripe_api import customers, events, intents, refunds, sessions
from sandbox.stripe_api.account import Account

Answer = Callable[[Account, dict[str, Any], str], Doc]

ANSWERS: dict[tuple[str, str], Answer] = {
    ("POST", "/v1/customers"): customers.create,
    ("GET", "/v1/customers"): customers.list_all,
    ("GET", "/v1/customers/*"): customers.retrieve,
    ("POST", "/v1/customers/*"): customers.update,
    ("DELETE", "/v1/customers/*"): customers.delete,
    ("GET", "/v1/customers/*/payment_methods"): customers.list_methods_of,
    ("POST", "/v1/checkout/sessions"): sessions.create,
    ("GET", "/v1/checkout/sessions"): sessions.list_all,
    ("GET", "/v1/checkout/sessions/*"): sessions.retrieve,
    ("POST", "/v1/checkout/sessions/*/expire"): sessions.expire,
    ("GET", "/v1/checkout/sessions/*/line_items"): sessions.list_items,
    ("POST", "/v1/payment_intents"): intents.create,
    ("GET", "/v1/payment_intents"): intents.list_all,
    ("GET", "/v1/payment_intents/*"): intents.retrieve,
    ("POST", "/v1/payment_intents/*/confirm"): intents.confirm,
    ("POST", "/v1/payment_intents/*/cancel"): intents.cancel,
    ("GET", "/v1/setup_intents/*"): intents.retrieve_setup,
    ("GET", "/v1/payment_methods"): customers.list_methods,
    ("GET", "/v1/payment_methods/*"): customers.retrieve_method,
    ("POST", "/v1/payment_methods/*/attach"): customers.attach_method,
    ("POST", "/v1/payment_methods/*/detach"): customers.detach_method,
    ("POST", "/v1/refunds"): refunds.create,
    ("GET", "/v1/refunds"): refunds.list_all,
    ("GET", "/v1/refunds/*"): refunds.retrieve,
    ("GET", "/v1/charges"): refunds.list_charges,
    ("GET", "/v1/charges/*"): refunds.retrieve_charge,
    ("GET", "/v1/events"): events.list_all,
    ("GET", "/v1/events/*"): events.retrieve,
}
