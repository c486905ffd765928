"""Texts handed to the product as the carrier does: signed, many at once, each one timed."""

import secrets
import threading
import time
from collections.abc import Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, field

import requests
from twilio.request_validator import RequestValidator

from benchmarks.product import Product

PATIENCE_SECONDS = 20.0
UNREACHED = 599


@dataclass(frozen=True)
class Sent:
    """`status` is the product's HTTP status, 599 when it was not reached."""

    sid: str
    status: int
    seconds: float


@dataclass
class Carrier:
    """A connection a thread; `url` is what the signature is made for."""

    url: str
    token: str
    local: threading.local = field(default_factory=threading.local)

    def send(self, sender: str, to: str, body: str) -> Sent:
        sid = f"SM{secrets.token_hex(16)}"
        form = {
            "MessageSid": sid, "SmsMessageSid": sid, "SmsSid": sid, "SmsStatus": "received",
            "From": sender, "To": to, "Body": body, "NumMedia": "0", "NumSegments": "1",
            "ApiVersion": "2010-04-01",
        }  # fmt: skip
        headers = {
            "X-Twilio-Signature": RequestValidator(self.token).compute_signature(self.url, form)
        }
        began = time.perf_counter()
        try:
            answer = self._session().post(
                self.url, data=form, headers=headers, timeout=PATIENCE_SECONDS
            )
            status = answer.status_code
        except requests.RequestException:
            status = UNREACHED
        return Sent(sid, status, time.perf_counter() - began)

    def send_all(self, texts: Sequence[tuple[str, str, str]], at_once: int) -> list[Sent]:
        """(from, to, body) each; in the order they were given."""
        with ThreadPoolExecutor(at_once) as pool:
            return list(pool.map(lambda text: self.send(*text), texts))

    def _session(self) -> requests.Session:
        if not hasattr(self.local, "session"):
            self.local.session = requests.Session()
            self.local.session.trust_env = False
        session: requests.Session = self.local.session
        return session


def carrier_of(product: Product) -> Carrier:
    return Carrier(f"{product.web_url}/twilio/sms", product.secret("TWILIO_AUTH_TOKEN"))
