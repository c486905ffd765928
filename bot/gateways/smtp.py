"""E-mail by SMTP."""

import smtplib
from email.message import EmailMessage
from urllib.parse import unquote, urlparse

from bot.gateways.mail import PdfFile

TIMEOUT_SECONDS = 10


class SmtpMail:
    """`url` like smtp://user:password@host:587 or smtps://host; `sender` is the From address."""

    def __init__(self, url: str, sender: str) -> None:
        self._url = urlparse(url)
        self._sender = sender

    def send(self, to: str, subject: str, body: str, file: PdfFile | None = None) -> None:
        message = EmailMessage()
        message["From"], message["To"], message["Subject"] = self._sender, to, subject
        message.set_content(body)
        if file is not None:
            message.add_attachment(file.content, "application", "pdf", filename=file.name)
        kind = smtplib.SMTP_SSL if self._url.scheme == "smtps" else smtplib.SMTP
        host, port = self._url.hostname or "127.0.0.1", self._url.port or 25
        with kind(host, port, timeout=TIMEOUT_SECONDS) as server:
            if self._url.username:
                server.starttls()
                server.login(unquote(self._url.username), unquote(self._url.password or ""))
            server.send_message(message)
