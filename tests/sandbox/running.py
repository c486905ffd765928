"""The sandbox, run inside a test."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import stripe
from twilio.http.http_client import TwilioHttpClient
from twilio.rest import Client

from sandbox.serving import serving
from sandbox.settings import Settings

ACCOUNT_SID = "AC" + "a" * 32
AUTH_TOKEN = "sandbox-token"
WEBHOOK_SECRET = "whsec_sandbox"


def settings_for(product_url: str, home: Path, smtp_port: int = 0) -> Settings:
    return Settings(
        port=0,
        product_url=product_url,
        home=home,
        account_sid=ACCOUNT_SID,
        auth_token=AUTH_TOKEN,
        stripe_key="sk_test_sandbox",
        webhook_secret=WEBHOOK_SECRET,
        internal_token="inside",
        smtp_port=smtp_port,
        record=home / "record.jsonl",
    )


@contextmanager
def running(settings: Settings) -> Iterator[str]:
    """The sandbox's address."""
    with serving(settings) as server:
        thread = threading.Thread(target=server.serve_forever, args=(0.02,), daemon=True)
        thread.start()
        yield f"http://127.0.0.1:{server.server_port}"
        server.shutdown()
        thread.join()


def payments_at(address: str) -> stripe.StripeClient:
    return stripe.StripeClient(
        "sk_test_sandbox", base_addresses={"api": address}, max_network_retries=0
    )


def texts_at(address: str) -> Client:
    client = Client(ACCOUNT_SID, AUTH_TOKEN, http_client=TwilioHttpClient(timeout=5))
    client.api.base_url = address
    return client
