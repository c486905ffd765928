"""Texts by Twilio. The only place that knows its SDK."""

from collections.abc import Mapping
from datetime import UTC, datetime, timedelta
from urllib.parse import quote

import requests
from twilio.base.exceptions import TwilioRestException
from twilio.http.http_client import TwilioHttpClient
from twilio.request_validator import RequestValidator, get_signature_algorithm
from twilio.rest import Client
from twilio.rest.api.v2010.account.message import MessageInstance
from urllib3.exceptions import ConnectTimeoutError, NewConnectionError

from bot.gateways.sms import SendLater, SendRefused, SendUnknown, SentText

TIMEOUT_SECONDS = 10.0


class TwilioSms:
    """`api_base` empty means twilio.com. The SDK's own default timeout is none at all."""

    def __init__(self, sid: str, token: str, api_base: str, public_base_url: str) -> None:
        self._client = Client(sid, token, http_client=TwilioHttpClient(timeout=TIMEOUT_SECONDS))
        if api_base:
            self._client.api.base_url = api_base
        self._public_base_url = public_base_url

    def send(self, to: str, sender: str, body: str, ref: str) -> SentText:
        callback = f"{self._public_base_url}/twilio/status?ref={quote(ref)}"
        try:
            sent = self._client.messages.create(
                to=to, from_=sender, body=body, status_callback=callback
            )
        except TwilioRestException as error:
            raise _meant(error) from error
        except requests.RequestException as error:
            raise _unanswered(error) from error
        return SentText(str(sent.sid), str(sent.status))

    def find(self, to: str, sender: str, body: str, since: datetime) -> SentText | None:
        try:
            sent = self._client.messages.list(to=to, from_=sender, limit=20)
        except (TwilioRestException, requests.RequestException) as error:
            raise SendLater("Twilio could not be asked") from error
        earliest = since - timedelta(minutes=1)  # not by date sent: one still queued has none
        match = next((t for t in sent if t.body == body and _made(t) >= earliest), None)
        return SentText(str(match.sid), str(match.status)) if match else None


def _made(text: MessageInstance) -> datetime:
    made = text.date_created
    return made if isinstance(made, datetime) else datetime.max.replace(tzinfo=UTC)


def is_signed(
    token: str, url: str, form: Mapping[str, object], signature: str, settings: str
) -> bool:
    """A missing header is a no, not a crash: the SDK's validator would raise TypeError."""
    if not signature:
        return False
    algorithm = get_signature_algorithm(settings)
    return bool(RequestValidator(token).validate(url, form, signature, algorithm))


def _meant(error: TwilioRestException) -> Exception:
    """4xx: refused, nothing sent. 429: later. 5xx: nobody knows."""
    if error.status == 429:
        return SendLater(f"Twilio is busy ({error.code})")
    if error.status >= 500:
        return SendUnknown(f"Twilio failed ({error.status})")
    return SendRefused(error.code, f"Twilio refused it ({error.code})")


def _unanswered(error: requests.RequestException) -> Exception:
    """Never connected: nothing was sent. Anything later than that: nobody knows."""
    cause = getattr(error.args[0], "reason", None) if error.args else None
    if isinstance(cause, NewConnectionError | ConnectTimeoutError):
        return SendLater("Twilio could not be reached")
    return SendUnknown("Twilio did not answer")
