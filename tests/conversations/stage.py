"""Where a dialogue is played: texts go in as from the webhook, answers come from the rows."""

import re
import secrets
from dataclasses import dataclass, field

from sqlalchemy import text as sql

from bot import checkout, inbound, outbox, receipts, takeover
from bot.gateways.payments import PaymentsLater
from bot.jobs import tasks, tick
from bot.models import Message, Practice
from bot.runtime import Runtime
from bot.store import conversations, messages, payments, staff

LINK = re.compile(r"/p/([\w-]+)")
FOLLOWING = ("look_for_payment", "send_mail")


@dataclass
class Stage:
    """`ids` by first name, lower case."""

    runtime: Runtime
    practice: Practice
    phone: str
    ids: dict[str, int]
    last_link: str = ""
    done_jobs: set[int] = field(default_factory=set)

    def text(self, body: str, means: str | None, media: list[dict[str, str]]) -> list[Message]:
        """What came back, sent."""
        if means:
            self.runtime.ear.meanings[body] = means  # type: ignore[attr-defined]
        last = self._last_id()
        text = inbound.InboundText(f"SM{secrets.token_hex(16)}", self.phone, body, tuple(media))
        inbound.accept(self.runtime, self.practice.id, text)
        inbound.take_turn(self.runtime, self.practice.id, self.conversation_id())
        self._do_what_follows()
        return self._sent_after(last)

    def staff(self, does: str) -> None:
        """take_over, give_back or resolve, as Maria."""
        with self.runtime.database.transaction(self.practice.id) as session:
            maria = staff.by_email(session, self.practice.id, "maria@example.org") or staff.add(
                session,
                self.practice.id,
                "maria@example.org",
                "Maria",
                "admin",
                self.runtime.clock.now(),
            )
        getattr(takeover, does)(self.runtime, self.practice.id, self.conversation_id(), maria.id)

    def checkout(self, does: str) -> list[Message]:
        """At the newest link: pays, pays_unheard, declined, waits, opens or expires; what is told.

        Unheard: the payment partner has not told us yet.
        """
        last, desk = self._last_id(), self.runtime.payments
        if does == "partner_away":
            desk.silent.append(PaymentsLater("away"))  # type: ignore[attr-defined]
            return []
        begun = checkout.begin(self.runtime, self.practice.id, self.last_link, None, False)
        assert begun.outcome == "go", begun
        session_id = begun.url.rsplit("/", 1)[-1]
        steps = {"pays": "pay", "pays_unheard": "pay", "declined": "fail",
                 "waits": "leave_processing", "expires": "expire"}  # fmt: skip
        if does in steps:
            getattr(desk, steps[does])(session_id)
        if does not in ("opens", "pays_unheard"):
            self._hear_of(session_id)
        return self._sent_after(last)

    def _hear_of(self, session_id: str) -> None:
        with self.runtime.database.transaction(self.practice.id) as session:
            found = payments.attempt_of(session, self.practice.id, session_id=session_id)
        assert found is not None
        receipts.look(self.runtime, self.practice.id, found)

    def _do_what_follows(self) -> None:
        """The jobs that a turn has deferred, as a worker would."""
        with self.runtime.database.transaction(self.practice.id) as session:
            rows = session.execute(
                sql("select id, task_name, args from procrastinate_jobs order by id")
            ).all()
        for job_id, name, args in rows:
            if name in FOLLOWING and job_id not in self.done_jobs:
                self.done_jobs.add(job_id)
                tasks(self.runtime)[name](**args)

    def tick(self) -> list[Message]:
        """What the scheduler sends of its own accord."""
        last = self._last_id()
        tick(self.runtime)
        return [row for row in self._sent_after(last) if row.status == "sent"]

    def conversation_id(self) -> int:
        with self.runtime.database.transaction(self.practice.id) as session:
            now = self.runtime.clock.now()
            return conversations.of_number(session, self.practice.id, self.phone, "en", now).id

    def _last_id(self) -> int:
        with self.runtime.database.transaction(self.practice.id) as session:
            thread = messages.thread(session, self.practice.id, self.conversation_id())
            return max((row.id for row in thread), default=0)

    def _sent_after(self, last: int) -> list[Message]:
        with self.runtime.database.transaction(self.practice.id) as session:
            thread = messages.thread(session, self.practice.id, self.conversation_id())
        for row in thread:
            if row.id > last and row.status == "queued":
                outbox.send_text(self.runtime, self.practice.id, row.id)
        with self.runtime.database.transaction(self.practice.id) as session:
            thread = messages.thread(session, self.practice.id, self.conversation_id())
        heard = [row for row in thread if row.id > last and row.direction == "out"]
        links = [link for row in heard for link in LINK.findall(row.body)]
        self.last_link = links[-1] if links else self.last_link
        return heard
