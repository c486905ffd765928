"""Twilio's Messages, as the product's own SDK calls them."""

from __future__ import annotations

import hmac
from collections.abc import Callable
from datetime import datetime
from typing import Any
from urllib.parse import urlencode

from flask import Blueprint, Response, jsonify, request
from flask.typing import ResponseReturnValue

from sandbox import media as pictures
from sandbox.carrier import carry
from sandbox.clock import parse_moment
from sandbox.faults import API_KINDS, Fault, strike
from sandbox.messages import new_message, new_sid, public, sent_at
from sandbox.recording import record
from sandbox.sending import TwilioRefused, refuse_bad
from sandbox.state import Doc
from sandbox.withheld import withhold
from sandbox.world import World

_ROOT = "/2010-04-01/Accounts/<account>/Messages"
_FAULTS = {"429": 20429, "500": 20500}


def twilio_api(world: World) -> Blueprint:
    door = Blueprint("twilio_api", __name__)

    def route(path: str, methods: list[str], answer: Callable[..., Any], status: int = 200) -> None:
        def call(account: str, **ids: str) -> ResponseReturnValue:
            return _guarded(world, account, lambda: answer(world, **ids), status)

        door.add_url_rule(_ROOT + path, answer.__name__, call, methods=methods)

    route(".json", ["POST"], _create, 201)
    route(".json", ["GET"], _list)
    route("/<sid>.json", ["GET"], _fetch)
    route("/<sid>.json", ["POST"], _update)
    route("/<sid>.json", ["DELETE"], _delete, 204)
    route("/<sid>/Media.json", ["GET"], _list_media)
    route("/<sid>/Media/<medium>.json", ["GET"], _fetch_medium)
    route("/<sid>/Media/<medium>.json", ["DELETE"], _delete_medium, 204)
    route("/<sid>/Media/<medium>", ["GET"], _download)
    return door


def _guarded(
    world: World, account: str, answer: Callable[[], Any], status: int
) -> ResponseReturnValue:
    """Credentials, faults, then `answer` under the lock."""
    fault = strike(world.store, ("twilio",), API_KINDS, request.path)
    try:
        _refuse_stranger(world, account)
        if fault is not None and fault.kind in _FAULTS:
            raise TwilioRefused(_FAULTS[fault.kind])
        body = _unless_lost(world, answer, fault)
    except TwilioRefused as refused:
        status, body = refused.status, refused.body
    if request.method == "POST":
        record(world.settings.record, "POST", request.path, dict(request.form), status)
    if fault is not None and fault.kind.startswith("timeout"):
        withhold(fault)
    return body if isinstance(body, Response) else (jsonify(body), status)


def _unless_lost(world: World, answer: Callable[[], Any], fault: Fault | None) -> Any:
    """A plain timeout loses the request before anything happened."""
    if fault is not None and fault.kind == "timeout":
        return {}
    with world.store.lock:
        return answer()


def _refuse_stranger(world: World, account: str) -> None:
    given = request.authorization
    expected = (world.settings.account_sid, world.settings.auth_token)
    pair = (given.username or "", given.password or "") if given else ("", "")
    is_ours = all(
        hmac.compare_digest(a.encode(), b.encode()) for a, b in zip(pair, expected, strict=True)
    )
    if not is_ours or account != world.settings.account_sid:
        raise TwilioRefused(20003)


def _create(world: World) -> Doc:
    form = dict(request.form)
    items = request.form.getlist("MediaUrl")
    refuse_bad(world, form, bool(items))
    sid = new_sid("MM" if items else "SM")
    base = request.host_url.rstrip("/")
    media = [pictures.attach(item, sid, world.settings.account_sid, base) for item in items]
    sender = form.get("From") or form["MessagingServiceSid"]
    addresses = {
        "from": sender,
        "to": form["To"],
        "messaging_service_sid": form.get("MessagingServiceSid"),
    }
    known = {"direction": "outbound-api", "status": "queued"}
    message = new_message(world, sid, addresses, form.get("Body", ""), media, **known)
    fault = strike(world.store, ("twilio",), ("undelivered",), request.path)
    carry(world, message, form.get("StatusCallback"), fault)
    return {**public(message), "date_sent": None}


def _list(world: World) -> Doc:
    size = min(int(request.args.get("PageSize", 50)), 1000)
    number = int(request.args.get("Page", 0))
    found = [m for m in reversed(world.store.every("message")) if _is_asked_for(m)]
    start = number * size
    has_more = len(found) > start + size
    following = {**request.args.to_dict(), "Page": number + 1, "PageSize": size}
    return {
        "messages": [public(message) for message in found[start : start + size]],
        "page": number,
        "page_size": size,
        "start": start,
        "end": max(start, min(start + size, len(found)) - 1),
        "uri": request.full_path,
        "first_page_uri": f"{request.path}?{urlencode({**following, 'Page': 0})}",
        "previous_page_uri": None,
        "next_page_uri": f"{request.path}?{urlencode(following)}" if has_more else None,
    }


def _is_asked_for(message: Doc) -> bool:
    asked = request.args
    if asked.get("To", message["to"]) != message["to"]:
        return False
    if asked.get("From", message["from"]) != message["from"]:
        return False
    return _is_in_time(sent_at(message), asked.to_dict())


def _is_in_time(sent: datetime, asked: dict[str, str]) -> bool:
    """Whole seconds, as Twilio keeps them; both ends belong to the range."""
    second = sent.replace(microsecond=0)
    if "DateSent" in asked and parse_moment(asked["DateSent"]).date() != sent.date():
        return False
    if "DateSent>" in asked and second < parse_moment(asked["DateSent>"]).replace(microsecond=0):
        return False
    return not ("DateSent<" in asked and second > parse_moment(asked["DateSent<"]))


def _fetch(world: World, sid: str) -> Doc:
    return public(_found(world, sid))


def _update(world: World, sid: str) -> Doc:
    message = _found(world, sid)
    if request.form.get("Status") == "canceled":
        raise TwilioRefused(20001)
    if request.form.get("Body") == "":
        message = world.store.put("message", {**message, "body": ""})
    return public(message)


def _delete(world: World, sid: str) -> Doc:
    _found(world, sid)
    world.store.remove("message", sid)
    return {}


def _list_media(world: World, sid: str) -> Doc:
    found = [_medium_doc(world, sid, each) for each in _found(world, sid)["_media"]]
    return {"media_list": found, "page": 0, "page_size": 50, "next_page_uri": None}


def _fetch_medium(world: World, sid: str, medium: str) -> Doc:
    return _medium_doc(world, sid, _found_medium(world, sid, medium))


def _delete_medium(world: World, sid: str, medium: str) -> Doc:
    message = _found(world, sid)
    _found_medium(world, sid, medium)
    left = [each for each in message["_media"] if each["sid"] != medium]
    world.store.put("message", {**message, "_media": left, "num_media": str(len(left))})
    return {}


def _download(world: World, sid: str, medium: str) -> Response:
    found = _found_medium(world, sid, medium)
    return Response(pictures.content(found), mimetype=found["content_type"])


def _found(world: World, sid: str) -> Doc:
    message = world.store.get("message", sid)
    if message is None:
        raise TwilioRefused(20404)
    return message


def _found_medium(world: World, sid: str, medium: str) -> Doc:
    for each in _found(world, sid)["_media"]:
        if each["sid"] == medium:
            return dict(each)
    raise TwilioRefused(20404)


def _medium_doc(world: World, sid: str, medium: Doc) -> Doc:
    message = _found(world, sid)
    return {
        "sid": medium["sid"],
        "account_sid": world.settings.account_sid,
        "parent_sid": sid,
        "content_type": medium["content_type"],
        "date_created": message["date_created"],
        "date_updated": message["date_updated"],
        "uri": f"{message['uri'].removesuffix('.json')}/Media/{medium['sid']}.json",
    }
