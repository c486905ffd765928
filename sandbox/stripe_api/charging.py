"""What becomes of a PaymentIntent when a payment method is charged."""

from __future__ import annotations

from typing import Any

from sandbox.state import Doc
from sandbox.stripe_api.account import Account
from sandbox.stripe_api.cards import BANK_RETURN, BANKS, DECLINES, Decline, error_of

# ACH takes up to four business days (docs: "ACH Direct Debit").
BANK_SECONDS = 4 * 86_400


def attempt(
    account: Account, intent: Doc, method: Doc, behaviour: str, bank_seconds: int = BANK_SECONDS
) -> Doc:
    """The intent afterwards: succeeded, processing, or back with `last_payment_error`."""
    chosen = {**intent, "payment_method": method["id"]}
    if behaviour in BANKS:
        return _start_transfer(account, chosen, method, behaviour, bank_seconds)
    if behaviour in DECLINES:
        return decline(account, chosen, method, DECLINES[behaviour])
    return succeed(account, chosen, method)


def succeed(account: Account, intent: Doc, method: Doc) -> Doc:
    charge = _charge(account, intent, method, "succeeded")
    paid = account.save(
        "payment_intent",
        {
            **intent,
            "status": "succeeded",
            "amount_received": intent["amount"],
            "latest_charge": charge["id"],
            "last_payment_error": None,
            "next_action": None,
            "processing": None,
        },
    )
    account.emit("charge.succeeded", charge)
    account.emit("payment_intent.succeeded", paid)
    return paid


def decline(account: Account, intent: Doc, method: Doc, reason: Decline) -> Doc:
    charge = _charge(account, intent, method, "failed", reason)
    refused = account.save(
        "payment_intent",
        {
            **intent,
            "status": "requires_payment_method",
            "payment_method": None,
            "latest_charge": charge["id"],
            "last_payment_error": error_of(reason, charge["id"], method),
            "next_action": None,
            "processing": None,
        },
    )
    account.emit("charge.failed", charge)
    account.emit("payment_intent.payment_failed", refused)
    return refused


def bank_return(account: Account, intent: Doc, method: Doc) -> Doc:
    """The bank sent the transfer back, days later."""
    return decline(account, intent, method, BANK_RETURN)


def _start_transfer(
    account: Account, intent: Doc, method: Doc, behaviour: str, bank_seconds: int
) -> Doc:
    charge = _charge(account, intent, method, "pending")
    started = account.save(
        "payment_intent",
        {
            **intent,
            "status": "processing",
            "latest_charge": charge["id"],
            "last_payment_error": None,
            "_behaviour": behaviour,
            "_method": method["id"],
        },
    )
    due = {"id": intent["id"], "account": account.id, "due": account.now() + bank_seconds}
    account.world.store.put("settlement", due)
    account.emit("charge.pending", charge)
    account.emit("payment_intent.processing", started)
    return started


def _charge(
    account: Account, intent: Doc, method: Doc, status: str, reason: Decline | None = None
) -> Doc:
    """A new charge, or the pending one of this intent brought to its end."""
    known = {
        "amount": intent["amount"],
        "amount_captured": intent["amount"] if status == "succeeded" else 0,
        "captured": status == "succeeded",
        "paid": status == "succeeded",
        "currency": intent["currency"],
        "customer": intent["customer"],
        "description": intent["description"],
        "metadata": intent["metadata"],
        "payment_intent": intent["id"],
        "payment_method": method["id"],
        "payment_method_details": _details(method),
        "status": status,
        "failure_code": reason.code if reason else None,
        "failure_message": reason.message if reason else None,
        "outcome": _outcome(status, reason),
    }
    pending = _pending_charge(account, intent)
    if pending is None:
        return account.create("charge", known)
    return account.save("charge", {**pending, **known})


def _pending_charge(account: Account, intent: Doc) -> Doc | None:
    latest = intent["latest_charge"]
    found = account.world.store.get("charge", latest, account.id) if latest else None
    return found if found and found["status"] == "pending" else None


def _details(method: Doc) -> Doc:
    type: str = method["type"]
    kept = ("brand", "exp_month", "exp_year", "last4", "funding", "country", "bank_name")
    inner = {name: value for name, value in method[type].items() if name in kept}
    return {"type": type, type: inner if type == "card" else {**_BANK_DETAILS, **inner}}


_BANK_DETAILS: dict[str, Any] = {
    "account_holder_type": "individual",
    "account_type": "checking",
    "fingerprint": "SandboxBank",
    "routing_number": "110000000",
}


def _outcome(status: str, reason: Decline | None) -> Doc | None:
    if status == "pending":
        return None
    if reason is None:
        message, network, type = "Payment complete.", "approved_by_network", "authorized"
    else:
        message, network, type = reason.message, "declined_by_network", "issuer_declined"
    return {
        "advice_code": (reason.advice or None) if reason else None,
        "network_advice_code": None,
        "network_decline_code": None,
        "network_status": network,
        "reason": (reason.decline_code or None) if reason else None,
        "risk_level": "normal",
        "seller_message": message,
        "type": type,
    }
