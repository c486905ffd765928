"""Whether Twilio takes a text to send, and the refusal when it does not."""

from __future__ import annotations

import re

from sandbox.faults import strike
from sandbox.optout import Pair, is_blocked
from sandbox.state import Doc
from sandbox.world import World

LONGEST_BODY = 1_600
_ADDRESS = re.compile(r"\+[1-9]\d{7,14}")

_WORDS = {
    20001: "Unable to cancel: the message is not scheduled.",
    20003: "Authenticate",
    20404: "The requested resource was not found",
    20429: "Too Many Requests",
    20500: "Internal Server Error",
    21211: "Invalid 'To' Phone Number",
    21212: "Invalid From Number (caller ID)",
    21408: "Permission to send an SMS has not been enabled for the region of the 'To' number",
    21602: "Message body is required.",
    21603: "A 'From' phone number is required.",
    21604: "A 'To' phone number is required.",
    21610: "Attempt to send to unsubscribed recipient",
    21612: "The 'To' phone number is not currently reachable using the 'From' phone number",
    21614: "'To' number is not a valid mobile number",
    21617: "The concatenated message body exceeds the 1600 character limit",
    35111: "Scheduled messages are not part of this sandbox.",
}
_STATUS = {20003: 401, 20404: 404, 20429: 429, 20500: 500}

# Numbers that Twilio keeps for tests (docs: "Test Credentials").
_MAGIC_TO = {
    "+15005550001": 21211,
    "+15005550002": 21612,
    "+15005550003": 21408,
    "+15005550004": 21610,
    "+15005550009": 21614,
}
_MAGIC_FROM = {"+15005550001": 21212}


class TwilioRefused(Exception):
    """The answer is Twilio's error `code`."""

    def __init__(self, code: int) -> None:
        super().__init__(_WORDS[code])
        self.status = _STATUS.get(code, 400)
        self.body: Doc = {
            "code": code,
            "message": _WORDS[code],
            "more_info": f"https://www.twilio.com/docs/errors/{code}",
            "status": self.status,
        }


def refuse_bad(world: World, form: dict[str, str], has_media: bool) -> None:
    """Raises the first thing wrong with a text to be sent."""
    to = form.get("To", "")
    sender = form.get("From") or form.get("MessagingServiceSid", "")
    wrong = (
        (not to, 21604),
        (not sender, 21603),
        (not (form.get("Body") or has_media or form.get("ContentSid")), 21602),
        (len(form.get("Body", "")) > LONGEST_BODY, 21617),
        ("SendAt" in form, 35111),
        (sender in _MAGIC_FROM, 21212),
        (to in _MAGIC_TO, _MAGIC_TO.get(to, 0)),
        (not _ADDRESS.fullmatch(to), 21211),
        (is_blocked(world.store, Pair(to, sender)), 21610),
    )
    for is_wrong, code in wrong:
        if is_wrong:
            raise TwilioRefused(code)
    if strike(world.store, ("twilio",), ("21610",), "Messages.json"):
        raise TwilioRefused(21610)
