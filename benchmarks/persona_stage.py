"""The real product in this process for scripted patients: its database, its words, its rules.

Only the carrier and the card company are remembered instead of called.
"""

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field, replace
from datetime import timedelta
from itertools import count
from pathlib import Path

import yaml

from actions import registry
from benchmarks.homes import ROOT, fresh_home
from benchmarks.persona_people import Payer, move_in
from benchmarks.personas import NOW, Persona
from bot import checkout, inbound, outbox, receipts
from bot.embedded import forget, servers
from bot.gateways.memory import MemoryMail, MemoryPayments, MemorySms
from bot.migrate import migrate
from bot.models import Conversation, Message, Practice
from bot.models.crypto import use_key
from bot.rules.cadence import cadences_from
from bot.rules.table import RuleTable
from bot.runtime import Runtime
from bot.settings import Settings, load_settings
from bot.store import conversations, messages, patients, practices
from bot.store.session import Database
from bot.wording import load_wording
from nlu.understanding import Ear
from tests.moving_clock import MovingClock
from tests.world import PHONE

DATA = ROOT / "data"
CARELESS = ("fsync=off", "synchronous_commit=off", "full_page_writes=off")
BETWEEN_TEXTS = timedelta(seconds=40)


@contextmanager
def own_servers() -> Iterator[Settings]:
    """An empty database of its own, gone afterwards."""
    with fresh_home() as home:
        named = {"TENDER_HOME": str(home), "SETTLE_SECONDS": "0", "LOOK_AFTER_SECONDS": "0"}
        with servers(load_settings(named), CARELESS) as settings:
            migrate(settings.database_url)
            use_key(settings.field_key)
            yield settings
        forget(home)


def runtime_for(settings: Settings, database: Database, ear: Ear) -> Runtime:
    return Runtime(
        settings=settings,
        clock=MovingClock(NOW),
        database=database,
        registry=registry(),
        wording=load_wording(),
        rules=RuleTable.from_parsed(_parsed(DATA / "rules.yml")),
        cadences=cadences_from(_parsed(DATA / "cadences.yml")),
        ear=ear,
        sms=MemorySms(),
        payments=MemoryPayments(),
        mail=MemoryMail(),
    )


def _parsed(file: Path) -> dict[str, object]:
    return dict(yaml.safe_load(file.read_text(encoding="utf-8")))


@dataclass
class Stage:
    """One patient at a practice of their own, so that nobody meets anybody."""

    runtime: Runtime
    practice_id: int
    payers: dict[int, Payer]
    heard: list[Message] = field(default_factory=list)
    session_id: str = ""
    _sids: Iterator[int] = field(default_factory=count)

    def text(self, bodies: Sequence[str]) -> list[Message]:
        """Texts written at once; what came back, sent or withheld."""
        self.runtime.clock.advance(BETWEEN_TEXTS)  # type: ignore[attr-defined]
        for body in bodies:
            sid = f"SM{self.practice_id:016x}{next(self._sids):016x}"
            inbound.accept(self.runtime, self.practice_id, inbound.InboundText(sid, PHONE, body))
        inbound.take_turn(self.runtime, self.practice_id, self.conversation().id)
        return self.read()

    def read(self) -> list[Message]:
        """What the practice wrote since it was last read."""
        thread_id = self.conversation().id
        with self.runtime.database.transaction(self.practice_id) as session:
            queued = [
                row.id
                for row in messages.thread(session, self.practice_id, thread_id)
                if row.status == "queued"
            ]
        for message_id in queued:
            outbox.send_text(self.runtime, self.practice_id, message_id)
        with self.runtime.database.transaction(self.practice_id) as session:
            thread = messages.thread(session, self.practice_id, thread_id)
        known = {row.id for row in self.heard}
        fresh = [row for row in thread if row.direction == "out" and row.id not in known]
        self.heard += fresh
        return fresh

    def pay(self, token: str) -> int | None:
        """Presses Pay on the page of a link; the cents that the checkout asks, if it opens."""
        begun = checkout.begin(self.runtime, self.practice_id, token, None, False)
        if begun.outcome != "go":
            return None
        self.session_id = begun.url.rpartition("/")[2]
        return self.bank.orders[self.session_id].cents

    def settle(self) -> None:
        """The card company says that the newest checkout is paid."""
        self.bank.pay(self.session_id)
        state, order = self.bank.checkout(self.session_id), self.bank.orders[self.session_id]
        receipts.settle_checkout(self.runtime, self.practice_id, order.attempt_id, state)

    @property
    def bank(self) -> MemoryPayments:
        assert isinstance(self.runtime.payments, MemoryPayments)
        return self.runtime.payments

    def conversation(self) -> Conversation:
        with self.runtime.database.transaction(self.practice_id) as session:
            now = self.runtime.clock.now()
            people = patients.on_number(session, self.practice_id, PHONE)
            first = patients.get(session, self.practice_id, people[0].id) if people else None
            language = first.language if first else "en"
            return conversations.of_number(session, self.practice_id, PHONE, language, now)


def staged(runtime: Runtime, persona: Persona, place: int) -> Stage:
    """`place`: a number of its own for each practice."""
    own = replace(runtime, clock=MovingClock(persona.now))
    with own.database.directory() as session:
        practice = practices.add(
            session,
            Practice(
                slug=f"cedar-{place}",
                name="Cedar Clinic",
                sender_name="Cedar Clinic",
                number=f"+1512{5550000 + place:07d}",
                phone="(512) 555-0199",
                timezone="America/Chicago",
                state="TX",
                relationship="first_party",
                created_at=persona.now,
            ),
        )
    with own.database.transaction(practice.id) as session:
        practices.save_settings(session, practice.id, persona.practice, "benchmark", persona.now)
    return Stage(own, practice.id, move_in(own, practice.id, persona.people, persona.now))
