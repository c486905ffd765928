"""The part of Stripe's API that the sandbox answers, and the SDK's types for each body."""

from __future__ import annotations

_SESSION = "/v1/checkout/sessions"
_INTENT = "/v1/payment_intents"
_CUSTOMER = "/v1/customers"
_METHOD = "/v1/payment_methods"

# (method, path with * for an id) -> module under stripe.params and class in it
PARAMS: dict[tuple[str, str], str] = {
    ("POST", _CUSTOMER): "_customer_create_params:CustomerCreateParams",
    ("GET", _CUSTOMER): "_customer_list_params:CustomerListParams",
    ("GET", f"{_CUSTOMER}/*"): "_customer_retrieve_params:CustomerRetrieveParams",
    ("POST", f"{_CUSTOMER}/*"): "_customer_update_params:CustomerUpdateParams",
    ("DELETE", f"{_CUSTOMER}/*"): "_customer_delete_params:CustomerDeleteParams",
    (
        "GET",
        f"{_CUSTOMER}/*/payment_methods",
    ): "_customer_payment_method_list_params:CustomerPaymentMethodListParams",
    ("POST", _SESSION): "checkout._session_create_params:SessionCreateParams",
    ("GET", _SESSION): "checkout._session_list_params:SessionListParams",
    ("GET", f"{_SESSION}/*"): "checkout._session_retrieve_params:SessionRetrieveParams",
    ("POST", f"{_SESSION}/*/expire"): "checkout._session_expire_params:SessionExpireParams",
    (
        "GET",
        f"{_SESSION}/*/line_items",
    ): "checkout._session_line_item_list_params:SessionLineItemListParams",
    ("POST", _INTENT): "_payment_intent_create_params:PaymentIntentCreateParams",
    ("GET", _INTENT): "_payment_intent_list_params:PaymentIntentListParams",
    ("GET", f"{_INTENT}/*"): "_payment_intent_retrieve_params:PaymentIntentRetrieveParams",
    ("POST", f"{_INTENT}/*/confirm"): "_payment_intent_confirm_params:PaymentIntentConfirmParams",
    ("POST", f"{_INTENT}/*/cancel"): "_payment_intent_cancel_params:PaymentIntentCancelParams",
    ("GET", "/v1/setup_intents/*"): "_setup_intent_retrieve_params:SetupIntentRetrieveParams",
    ("GET", _METHOD): "_payment_method_list_params:PaymentMethodListParams",
    ("GET", f"{_METHOD}/*"): "_payment_method_retrieve_params:PaymentMethodRetrieveParams",
    ("POST", f"{_METHOD}/*/attach"): "_payment_method_attach_params:PaymentMethodAttachParams",
    ("POST", f"{_METHOD}/*/detach"): "_payment_method_detach_params:PaymentMethodDetachParams",
    ("POST", "/v1/refunds"): "_refund_create_params:RefundCreateParams",
    ("GET", "/v1/refunds"): "_refund_list_params:RefundListParams",
    ("GET", "/v1/refunds/*"): "_refund_retrieve_params:RefundRetrieveParams",
    ("GET", "/v1/charges"): "_charge_list_params:ChargeListParams",
    ("GET", "/v1/charges/*"): "_charge_retrieve_params:ChargeRetrieveParams",
    ("GET", "/v1/events"): "_event_list_params:EventListParams",
    ("GET", "/v1/events/*"): "_event_retrieve_params:EventRetrieveParams",
}


def pattern_for(method: str, path: str) -> str | None:
    """The path with each id as *, or None when the sandbox has no such place."""
    steps = path.strip("/").split("/")
    for asked_method, pattern in PARAMS:
        if asked_method == method and _fits(pattern.strip("/").split("/"), steps):
            return pattern
    return None


def params_for(method: str, path: str) -> str | None:
    """`module:Class` of the parameters of this call."""
    pattern = pattern_for(method, path)
    return None if pattern is None else PARAMS[method, pattern]


def _fits(pattern: list[str], steps: list[str]) -> bool:
    if len(pattern) != len(steps):
        return False
    return all(want in ("*", step) for want, step in zip(pattern, steps, strict=True))
