"""The mailbox: takes every mail on one port, delivers none, shows all."""

from __future__ import annotations

import secrets
from email import message_from_bytes, policy
from email.message import EmailMessage
from typing import Any

from aiosmtpd.controller import Controller
from aiosmtpd.smtp import SMTP, Envelope, Session
from flask import Blueprint, jsonify, render_template
from flask.typing import ResponseReturnValue

from sandbox.state import Doc
from sandbox.world import World


class Mailbox:
    """What aiosmtpd hands each mail to."""

    def __init__(self, world: World) -> None:
        self._world = world

    async def handle_DATA(self, _server: SMTP, _session: Session, envelope: Envelope) -> str:
        content = envelope.content or b""
        raw = content if isinstance(content, bytes) else content.encode()
        keep(self._world, raw, envelope.mail_from or "", list(envelope.rcpt_tos))
        return "250 OK"


def open_mailbox(world: World) -> Any:
    """A running SMTP server (it has `stop()`), or None when no port is set."""
    if not world.settings.smtp_port:
        return None
    server = Controller(Mailbox(world), hostname="127.0.0.1", port=world.settings.smtp_port)
    server.start()
    return server


def keep(world: World, raw: bytes, sender: str, recipients: list[str]) -> None:
    mail = message_from_bytes(raw, policy=policy.default)
    doc = {
        "id": secrets.token_hex(8),
        "at": world.clock.now().isoformat(),
        "from": sender,
        "to": recipients,
        "subject": str(mail.get("Subject", "")),
        "text": _part(mail, "plain"),
        "html": _part(mail, "html"),
        "files": [str(part.get_filename()) for part in mail.iter_attachments()],
    }
    world.store.put("mail", doc)


def mail_pages(world: World) -> Blueprint:
    pages = Blueprint("mail", __name__)

    @pages.get("/mail")
    def page() -> ResponseReturnValue:
        return render_template("mail.html", mails=_newest_first(world))

    @pages.get("/mail.json")
    def listed() -> ResponseReturnValue:
        return jsonify(world.store.every("mail"))

    return pages


def _newest_first(world: World) -> list[Doc]:
    return list(reversed(world.store.every("mail")))


def _part(mail: EmailMessage, kind: str) -> str:
    """The body as text; "" when there is none of this kind."""
    part = mail.get_body((kind,))
    return str(part.get_content()) if part is not None else ""
