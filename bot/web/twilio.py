"""Twilio's webhooks: signature first, then stored and answered in milliseconds."""

from flask import Blueprint, Response, abort, request

from bot import inbound, outbox
from bot.gateways.twilio import is_signed
from bot.runtime import Runtime

EMPTY = '<?xml version="1.0" encoding="UTF-8"?><Response/>'
MOST_MEDIA = 10


def blueprint(runtime: Runtime) -> Blueprint:
    """/twilio/sms, /twilio/status, /twilio/voice."""
    pages = Blueprint("twilio", __name__, url_prefix="/twilio")

    @pages.before_request
    def only_signed() -> None:
        """Against the configured address, never against what headers claim."""
        url = f"{runtime.settings.public_base_url}{request.full_path.rstrip('?')}"
        token = runtime.settings.twilio_auth_token
        if request.mimetype != "application/x-www-form-urlencoded":
            abort(403)
        signature = request.headers.get("X-Twilio-Signature", "")
        settings = request.headers.get("X-Twilio-Webhooks-Signature-Settings", "")
        if not is_signed(token, url, request.form, signature, settings):
            abort(403)

    @pages.post("/sms")
    def sms() -> Response:
        form = request.form
        practice = inbound.practice_of(runtime, form.get("To", ""))
        sid, sender = form.get("MessageSid", ""), form.get("From", "")
        if practice is None or not sid or not sender:
            abort(404)
        text = inbound.InboundText(sid, sender, form.get("Body", ""), _media())
        inbound.accept(runtime, practice.id, text)
        return _twiml(EMPTY)

    @pages.post("/status")
    def status() -> Response:
        form, ref = request.form, outbox.read_ref(request.args.get("ref", ""))
        if ref is None:
            abort(404)
        code = form.get("ErrorCode", "")
        outbox.take_status(
            runtime,
            *ref,
            form.get("MessageSid", ""),
            form.get("MessageStatus", ""),
            int(code) if code.isdigit() else None,
        )
        return _twiml(EMPTY)

    @pages.post("/voice")
    def voice() -> Response:
        """A call to the number for texts is passed on to the front desk."""
        practice = inbound.practice_of(runtime, request.form.get("To", ""))
        if practice is None:
            abort(404)
        digits = "".join(letter for letter in practice.phone if letter.isdigit())
        return _twiml(f"<Response><Dial>{digits}</Dial></Response>")

    return pages


def _media() -> tuple[dict[str, str], ...]:
    form = request.form
    count = form.get("NumMedia", "0")
    total = min(int(count), MOST_MEDIA) if count.isdigit() else 0
    return tuple(
        {
            "type": form.get(f"MediaContentType{number}", ""),
            "url": form.get(f"MediaUrl{number}", ""),
        }
        for number in range(total)
    )


def _twiml(body: str) -> Response:
    return Response(body, mimetype="text/xml")
