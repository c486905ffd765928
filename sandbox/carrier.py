"""The network between Twilio and the handsets: texts out, texts in, delivery reports."""

from __future__ import annotations

from sandbox import media as pictures
from sandbox.delivery import Delivery
from sandbox.faults import Fault
from sandbox.handsets import show
from sandbox.messages import new_message, new_sid
from sandbox.optout import Pair, hear
from sandbox.state import Doc
from sandbox.world import World

_PLACE = {"City": "AUSTIN", "State": "TX", "Zip": "78701", "Country": "US"}
_REASONS = {
    30003: "Unreachable destination handset",
    30005: "Unknown destination handset",
    30006: "Landline or unreachable carrier",
    30007: "Message filtered",
    30008: "Unknown error",
}


def carry(world: World, message: Doc, callback: str | None, fault: Fault | None) -> Doc:
    """Brings an accepted text to the handset; reports follow on their own, in any order."""
    code = int(fault.code or 30003) if fault else None
    last = "undelivered" if code else "delivered"
    reason = _REASONS.get(code, "Unknown error") if code else None
    done = {**message, "status": last, "error_code": code, "error_message": reason}
    world.store.put("message", done)
    _keep_pictures(world, message)
    seen = {**done, "_media": [pictures.seen(each) for each in message["_media"]]}
    show(world, message["to"], seen, "out", message["body"])
    for place, status in enumerate(("queued", "sent", last) if callback else ()):
        report = _report(message, status, code if status == "undelivered" else None)
        delivery = Delivery("twilio", str(callback), report, subject=message["sid"])
        world.courier.post(delivery, after_seconds=0.05 + 0.02 * place)
    return done


def receive(world: World, asked: Doc, base_url: str) -> str:
    """A patient's text: on its way to the product when this answers. Its sid."""
    items = [str(item) for item in asked.get("media") or []]
    sid = str(asked.get("sid") or new_sid("MM" if items else "SM"))
    addresses: dict[str, str | None] = {"from": asked["from"], "to": asked["to"]}
    body = str(asked.get("body") or "")
    account = world.settings.account_sid
    media = [pictures.attach(item, sid, account, base_url) for item in items]
    known = {"direction": "inbound", "status": "received"}
    message = new_message(world, sid, addresses, body, media, **known)
    with world.store.lock:
        # The same sid again is the same text delivered twice.
        is_new = world.store.get("message", sid) is None
        if is_new:
            _take_in(world, message)
    _post_inbound(world, message)
    return sid


def _take_in(world: World, message: Doc) -> None:
    world.store.put("message", message)
    _keep_pictures(world, message)
    seen = {**message, "_media": [pictures.seen(each) for each in message["_media"]]}
    show(world, message["from"], seen, "in", message["body"])
    pair = Pair(message["from"], message["to"])
    reply = hear(world.store, pair, message["body"])
    if reply is not None:
        _answer_for_twilio(world, pair, reply)


def _keep_pictures(world: World, message: Doc) -> None:
    """Apart from the message, so that a handset still shows what Twilio has deleted."""
    for medium in message["_media"]:
        world.store.put("medium", {"id": medium["sid"], **medium})


def _answer_for_twilio(world: World, pair: Pair, body: str) -> None:
    """Twilio's own words reach the handset; they are no message of the account."""
    addresses: dict[str, str | None] = {"from": pair.sender, "to": pair.patient}
    own = new_message(world, new_sid("SM"), addresses, body, [], status="delivered")
    show(world, pair.patient, own, "out", body)


def _post_inbound(world: World, message: Doc) -> None:
    url = f"{world.settings.product_url}/twilio/sms"
    # One patient's texts leave in order.
    delivery = Delivery(
        "twilio", url, _inbound_fields(message), subject=message["sid"], lane=message["from"]
    )
    world.courier.post(delivery)


def _inbound_fields(message: Doc) -> dict[str, str]:
    fields = {
        "ToCountry": "US",
        "SmsMessageSid": message["sid"],
        "MessageSid": message["sid"],
        "SmsSid": message["sid"],
        "AccountSid": message["account_sid"],
        "SmsStatus": "received",
        "From": message["from"],
        "To": message["to"],
        "Body": message["body"],
        "NumMedia": message["num_media"],
        "NumSegments": message["num_segments"],
        "ApiVersion": message["api_version"],
        **{f"From{part}": value for part, value in _PLACE.items()},
        **{f"To{part}": value for part, value in _PLACE.items()},
    }
    for place, medium in enumerate(message["_media"]):
        fields[f"MediaUrl{place}"] = medium["url"]
        fields[f"MediaContentType{place}"] = medium["content_type"]
    return fields


def _report(message: Doc, status: str, error_code: int | None) -> dict[str, str]:
    fields = {
        "SmsSid": message["sid"],
        "SmsStatus": status,
        "MessageStatus": status,
        "To": message["to"],
        "MessageSid": message["sid"],
        "AccountSid": message["account_sid"],
        "From": message["from"] or "",
        "ApiVersion": message["api_version"],
    }
    if message["messaging_service_sid"]:
        fields["MessagingServiceSid"] = message["messaging_service_sid"]
    return fields if error_code is None else {**fields, "ErrorCode": str(error_code)}
