"""Where a dialogue is played: texts go in as from the webhook, answers come from the rows."""

import secrets
from dataclasses import dataclass

from bot import inbound, outbox, takeover
from bot.jobs import tick
from bot.models import Message, Practice
from bot.runtime import Runtime
from bot.store import conversations, messages, staff


@dataclass
class Stage:
    """`ids` by first name, lower case."""

    runtime: Runtime
    practice: Practice
    phone: str
    ids: dict[str, int]

    def text(self, body: str, means: str | None, media: list[dict[str, str]]) -> list[Message]:
        """What came back, sent."""
        if means:
            self.runtime.ear.meanings[body] = means  # type: ignore[attr-defined]
        last = self._last_id()
        text = inbound.InboundText(f"SM{secrets.token_hex(16)}", self.phone, body, tuple(media))
        inbound.accept(self.runtime, self.practice.id, text)
        inbound.take_turn(self.runtime, self.practice.id, self.conversation_id())
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
        return [row for row in thread if row.id > last and row.direction == "out"]
