"""What a patient may do on the card page, and what then happens to the session."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from sandbox.state import Doc
from sandbox.stripe_api import cards
from sandbox.stripe_api.account import Account
from sandbox.stripe_api.charging import BANK_SECONDS, attempt
from sandbox.stripe_api.intents import draft


@dataclass(frozen=True)
class Way:
    """`now` is how the first charge goes, `later` how a saved card behaves afterwards."""

    label: str
    now: str
    later: str
    is_authenticated: bool = False


WAYS = {
    "paid": Way("Pay", cards.GOOD, cards.GOOD),
    "authenticated": Way("Pay with 3-D Secure", cards.GOOD, cards.GOOD, True),
    "declined": Way("Card is declined", "generic_decline", "generic_decline"),
    "works_now_fails_later": Way("Works now, fails later", cards.GOOD, "insufficient_funds"),
    "bank_ok": Way("Bank transfer, slow, arrives", cards.BANK_OK, cards.BANK_OK),
    "bank_fail": Way("Bank transfer, slow, comes back", cards.BANK_FAIL, cards.BANK_FAIL),
}
LEAVE = "leave"


def take(
    account: Account,
    session: Doc,
    way: Way,
    later: str | None = None,
    bank_seconds: int = BANK_SECONDS,
) -> Doc:
    """The session afterwards. `later` overrides how a saved card behaves when charged again."""
    if session["mode"] == "setup":
        return _set_up(account, session, way, later or way.later)
    return _pay(account, session, way, later or way.later, bank_seconds)


def finish(account: Account, session: Doc, customer: str | None, **fields: Any) -> Doc:
    """Complete, with nothing left to do for the patient."""
    details = {
        "address": None,
        "business_name": None,
        "email": session["customer_email"],
        "individual_name": None,
        "name": None,
        "phone": None,
        "tax_exempt": "none",
        "tax_ids": [],
    }
    done = {"status": "complete", "url": None, "customer": customer, "customer_details": details}
    saved = account.save("session", {**session, **done, **fields}, "complete")
    account.emit("checkout.session.completed", saved)
    return saved


def _pay(account: Account, session: Doc, way: Way, later: str, bank_seconds: int) -> Doc:
    intent = _intent_of(account, session)
    begun = {**session, "payment_intent": intent["id"]}
    account.save("session", begun, "open")
    # Without a saved card "fails later" can only be a transfer that the bank sends back.
    is_saved = intent["setup_future_usage"] is not None
    is_late_return = way is WAYS["works_now_fails_later"] and not is_saved
    now = cards.BANK_FAIL if is_late_return else way.now
    method = cards.issue(account, now if now in cards.BANKS else later, None)
    if way.is_authenticated:
        _ask_for_authentication(account, intent)
    after = attempt(account, intent, method, now, bank_seconds)
    if after["status"] == "requires_payment_method":
        return begun
    if is_saved and intent["customer"]:
        cards.attach(account, method, intent["customer"])
    paid = "paid" if after["status"] == "succeeded" else "unpaid"
    return finish(account, begun, intent["customer"], payment_status=paid)


def _set_up(account: Account, session: Doc, way: Way, later: str) -> Doc:
    setup = account.find("setup_intent", session["setup_intent"])
    method = cards.issue(account, later, None)
    if way.now in cards.DECLINES:
        error = cards.error_of(cards.DECLINES[way.now], None, method)
        failed = account.save("setup_intent", {**setup, "last_setup_error": error})
        account.emit("setup_intent.setup_failed", failed)
        return session
    if setup["customer"]:
        method = cards.attach(account, method, setup["customer"])
    done = {"status": "succeeded", "payment_method": method["id"], "last_setup_error": None}
    account.emit("setup_intent.succeeded", account.save("setup_intent", {**setup, **done}))
    return finish(account, session, session["customer"])


def _intent_of(account: Account, session: Doc) -> Doc:
    """The session's PaymentIntent, made at the first try to pay, as Stripe does."""
    if session["payment_intent"]:
        return account.find("payment_intent", session["payment_intent"])
    data = session["_payment_intent_data"]
    intent = draft(
        account,
        data,
        amount=session["amount_total"],
        currency=session["currency"],
        customer=session["customer"] or _new_customer(account, session, data),
        _session=session["id"],
    )
    account.emit("payment_intent.created", intent)
    return intent


def _new_customer(account: Account, session: Doc, data: Doc) -> str | None:
    """A saved card needs somebody to be saved for."""
    if session["customer_creation"] != "always" and "setup_future_usage" not in data:
        return None
    customer = account.create("customer", {"email": session["customer_email"]})
    account.emit("customer.created", customer)
    return str(customer["id"])


def _ask_for_authentication(account: Account, intent: Doc) -> None:
    asked = {
        "status": "requires_action",
        "next_action": {"type": "use_stripe_sdk", "use_stripe_sdk": {}},
    }
    account.emit("payment_intent.requires_action", {**intent, **asked})
