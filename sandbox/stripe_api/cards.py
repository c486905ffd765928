"""How a card or bank account behaves when it is charged."""

from __future__ import annotations

from dataclasses import dataclass

from sandbox.state import Doc
from sandbox.stripe_api.account import Account
from sandbox.stripe_api.errors import invalid
from sandbox.stripe_api.shapes import shape

GOOD = "good"
BANK_OK = "bank_ok"
BANK_FAIL = "bank_fail"
BANKS = (BANK_OK, BANK_FAIL)


@dataclass(frozen=True)
class Decline:
    """`code`, `decline_code` and `advice` as in Stripe's error; "" means absent."""

    decline_code: str
    message: str
    code: str = "card_declined"
    advice: str = "try_again_later"


DECLINES = {
    "generic_decline": Decline("generic_decline", "Your card was declined."),
    "insufficient_funds": Decline("insufficient_funds", "Your card has insufficient funds."),
    "do_not_honor": Decline("do_not_honor", "Your card was declined."),
    "lost_card": Decline("lost_card", "Your card was declined.", advice="do_not_try_again"),
    "stolen_card": Decline("stolen_card", "Your card was declined.", advice="do_not_try_again"),
    "pickup_card": Decline("pickup_card", "Your card was declined.", advice="do_not_try_again"),
    "expired_card": Decline("", "Your card has expired.", "expired_card", "do_not_try_again"),
    "incorrect_cvc": Decline(
        "incorrect_cvc", "Your card's security code is incorrect.", "incorrect_cvc", ""
    ),
    "processing_error": Decline(
        "processing_error", "An error occurred while processing your card.", "processing_error"
    ),
    "authentication_required": Decline(
        "authentication_required",
        "Your card was declined. This transaction requires authentication.",
        "authentication_required",
        "confirm_card_data",
    ),
}
BANK_RETURN = Decline(
    "", "The customer's account has insufficient funds.", "payment_method_customer_decline", ""
)

# Ids that Stripe keeps for tests (docs: "Testing", section PaymentMethods).
TEST_METHODS = {
    "pm_card_visa": GOOD,
    "pm_card_mastercard": GOOD,
    "pm_card_chargeDeclined": "generic_decline",
    "pm_card_visa_chargeDeclined": "generic_decline",
    "pm_card_chargeDeclinedInsufficientFunds": "insufficient_funds",
    "pm_card_visa_chargeDeclinedInsufficientFunds": "insufficient_funds",
    "pm_card_visa_chargeDeclinedLostCard": "lost_card",
    "pm_card_visa_chargeDeclinedStolenCard": "stolen_card",
    "pm_card_chargeDeclinedExpiredCard": "expired_card",
    "pm_card_chargeCustomerFail": "insufficient_funds",
    "pm_card_authenticationRequired": "authentication_required",
    "pm_usBankAccount_success": BANK_OK,
    "pm_usBankAccount_insufficientFunds": BANK_FAIL,
}


# Brand and last digits of those cards, and of the numbers that behave so (docs: "Testing").
_FACES = {
    "pm_card_mastercard": ("mastercard", "4444"),
    "generic_decline": ("visa", "0002"),
    "insufficient_funds": ("visa", "9995"),
    "lost_card": ("visa", "9987"),
    "stolen_card": ("visa", "9979"),
    "expired_card": ("visa", "0069"),
    "authentication_required": ("visa", "3184"),
}


def is_known(behaviour: str) -> bool:
    return behaviour in (GOOD, *BANKS, *DECLINES)


def issue(account: Account, behaviour: str, customer: str | None, id: str = "") -> Doc:
    """A new payment method that will behave so whenever it is charged, like the test id's."""
    type = "us_bank_account" if behaviour in BANKS else "card"
    known = {
        "type": type,
        type: shape(type, _face(id if id in _FACES else behaviour)),
        "customer": customer,
        "_behaviour": behaviour,
        "_is_detached": False,
    }
    return account.create("payment_method", known)


def _face(name: str) -> Doc:
    if name not in _FACES:
        return {}
    brand, last4 = _FACES[name]
    networks = {"available": [brand], "preferred": None}
    return {"brand": brand, "display_brand": brand, "last4": last4, "networks": networks}


def present(account: Account, id: str, customer: str | None) -> Doc:
    """The payment method `id` as it may be charged for `customer`; test ids become new ones."""
    if id in TEST_METHODS:
        return issue(account, TEST_METHODS[id], None, id)
    method = account.find("payment_method", id, "payment_method")
    if method["_is_detached"]:
        raise invalid(
            "The provided PaymentMethod was detached from a Customer and can not be used again.",
            "payment_method",
            "payment_method_unexpected_state",
        )
    if method["customer"] and method["customer"] != customer:
        raise invalid(
            "The provided PaymentMethod belongs to another Customer. Please include the Customer "
            "in the `customer` parameter.",
            "payment_method",
        )
    return method


def attach(account: Account, method: Doc, customer: str) -> Doc:
    saved = account.save("payment_method", {**method, "customer": customer})
    account.emit("payment_method.attached", saved)
    return saved


def detach(account: Account, method: Doc) -> Doc:
    if not method["customer"]:
        raise invalid(
            "The payment method you provided is not attached to a customer so detachment is "
            "impossible.",
            "payment_method",
        )
    saved = account.save("payment_method", {**method, "customer": None, "_is_detached": True})
    account.emit("payment_method.detached", saved)
    return saved


def error_of(decline: Decline, charge: str | None, method: Doc) -> Doc:
    """As in `last_payment_error`."""
    known = {
        "code": decline.code,
        "decline_code": decline.decline_code,
        "advice_code": decline.advice,
        "charge": charge or "",
        "doc_url": f"https://stripe.com/docs/error-codes/{decline.code.replace('_', '-')}",
        "message": decline.message,
        "type": "card_error",
    }
    error: Doc = {name: value for name, value in known.items() if value}
    return {**error, "payment_method": _shown(method)}


def _shown(method: Doc) -> Doc:
    return {name: value for name, value in method.items() if not name.startswith("_")}
