"""The columns of a balances file."""

REQUIRED = (
    "patient_id", "first_name", "last_name", "account_id", "statement_id", "statement_date",
    "line_description", "charge",
)  # fmt: skip
PERSON = (
    "patient_id", "first_name", "last_name", "date_of_birth", "zip", "phone", "email", "language",
    "sms_consent_at", "sms_consent_source", "unencrypted_ok",
)  # fmt: skip
BILL = (
    "account_id", "statement_id", "statement_date", "due_date", "service_date",
    "line_description", "line_code", "charge", "insurance_paid", "adjustment", "patient_paid",
)  # fmt: skip
KNOWN = ("practice", "guarantor_id", *PERSON, *BILL)
