"""A visitor of the web chat, as a browser without scripts is one."""

import re
from dataclasses import dataclass, field

from flask.testing import FlaskClient

from bot.models import Conversation, Message
from bot.runtime import Runtime
from tests.web.doing import work

CODE = re.compile(r"\b\d{6}\b")
ALICE = "Alice Moreno 3/14/1980"


@dataclass
class Visitor:
    """`client` keeps the cookie; each message is a form of its own."""

    client: FlaskClient
    runtime: Runtime
    slug: str = "cedar"
    sent: int = field(default=0)

    @property
    def path(self) -> str:
        return f"/chat/{self.slug}"

    def says(self, body: str, means: str = "", nonce: str = "") -> str:
        """The page once it has been answered."""
        if means:
            self.runtime.ear.meanings[body] = means  # type: ignore[attr-defined]
        self.sent += 1
        form = {"body": body, "nonce": nonce or f"nonce-{self.sent:04d}"}
        answer = self.client.post(self.path, data=form)
        assert answer.status_code == 303, answer.text
        work(self.runtime)
        return self.page()

    def page(self) -> str:
        return self.client.get(self.path, follow_redirects=True).text

    def proves_it(self, who: str = ALICE) -> str:
        """The page after the code."""
        self.says(who)
        return self.says(self.code())

    def code(self) -> str:
        """From the last text that a phone got."""
        return CODE.findall(self.runtime.sms.texts[-1].body)[-1]  # type: ignore[attr-defined]


def threads(runtime: Runtime, practice_id: int) -> list[Conversation]:
    with runtime.database.transaction(practice_id) as session:
        return list(session.query(Conversation).order_by(Conversation.id))


def said(runtime: Runtime, practice_id: int) -> list[Message]:
    with runtime.database.transaction(practice_id) as session:
        return list(session.query(Message).order_by(Message.id))
