"""Stripe's webhook: verified on the raw bytes, put in the inbox, answered at once."""

from flask import Blueprint, abort, request

from bot.gateways.payments import BadEvent
from bot.receipts import receive_event
from bot.runtime import Runtime


def blueprint(runtime: Runtime) -> Blueprint:
    pages = Blueprint("stripe", __name__, url_prefix="/stripe")

    @pages.post("/events")
    def events() -> tuple[str, int]:
        signature = request.headers.get("Stripe-Signature", "")
        try:
            event = runtime.payments.read_event(request.get_data(), signature)
        except BadEvent:
            abort(403)
        receive_event(runtime, event)
        return "", 204

    return pages
