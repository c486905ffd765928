"""Gateways that remember instead of calling: for tests."""

from collections.abc import Iterable
from dataclasses import dataclass, field, replace
from datetime import datetime

from bot.gateways.mail import PdfFile
from bot.gateways.payments import (
    BadEvent,
    Charge,
    ChargeState,
    Checkout,
    CheckoutOrder,
    CheckoutState,
    PaymentEvent,
    PaymentsRefused,
)
from bot.gateways.sms import SentText
from bot.rules.cards import Card


@dataclass(frozen=True)
class RememberedText:
    to: str
    sender: str
    body: str
    ref: str
    sid: str


@dataclass
class MemorySms:
    """`failures` are raised first, one a call, before anything is sent."""

    texts: list[RememberedText] = field(default_factory=list)
    failures: list[Exception] = field(default_factory=list)

    def send(self, to: str, sender: str, body: str, ref: str) -> SentText:
        if self.failures:
            raise self.failures.pop(0)
        text = RememberedText(to, sender, body, ref, f"SM{len(self.texts) + 1:032d}")
        self.texts.append(text)
        return SentText(text.sid, "queued")

    def find(self, to: str, sender: str, body: str, since: datetime) -> SentText | None:
        wanted = (to, sender, body)
        found = (t for t in self.texts if (t.to, t.sender, t.body) == wanted)
        return next((SentText(text.sid, "sent") for text in found), None)


@dataclass(frozen=True)
class RememberedMail:
    to: str
    subject: str
    body: str
    file: PdfFile | None = None


@dataclass
class MemoryMail:
    """`failures` are raised first, one a call, before anything is sent."""

    mails: list[RememberedMail] = field(default_factory=list)
    failures: list[Exception] = field(default_factory=list)

    def send(self, to: str, subject: str, body: str, file: PdfFile | None = None) -> None:
        if self.failures:
            raise self.failures.pop(0)
        self.mails.append(RememberedMail(to, subject, body, file))


@dataclass
class MemoryPayments:
    """A checkout stays open until a test calls `pay`, `leave_processing` or `fail`.

    `card`: what people pay with here.

    `silent`: raised, one a look, when it is asked what became of a checkout.
    """

    orders: dict[str, CheckoutOrder] = field(default_factory=dict)
    states: dict[str, CheckoutState] = field(default_factory=dict)
    charges: list[Charge] = field(default_factory=list)
    charge_states: dict[str, ChargeState] = field(default_factory=dict)
    events: dict[str, PaymentEvent] = field(default_factory=dict)
    charge_status: str = "paid"
    decline_code: str | None = None
    customers: int = 0
    failures: list[Exception] = field(default_factory=list)
    lost_answers: list[Exception] = field(default_factory=list)
    silent: list[Exception] = field(default_factory=list)
    refunds: dict[str, int] = field(default_factory=dict)
    card: Card = Card("visa", "4242")

    def create_customer(self, practice_id: int, patient_id: int) -> str:
        self._fail()
        self.customers += 1
        return f"cus_{practice_id}_{patient_id}"

    def create_checkout(self, order: CheckoutOrder) -> Checkout:
        """The same idempotency key gives the same session, and wants the same order."""
        self._fail()
        known = (i for i, o in self.orders.items() if o.idempotency_key == order.idempotency_key)
        session_id = next(known, f"cs_{len(self.orders) + 1}")
        if self.orders.get(session_id, order) != order:
            raise PaymentsRefused("idempotency_error")
        self.orders.setdefault(session_id, order)
        self.states.setdefault(
            session_id,
            CheckoutState(session_id, "open", False, False, False, order.cents, None, None),
        )
        if self.lost_answers:
            raise self.lost_answers.pop(0)
        return Checkout(session_id, f"https://checkout.example/{session_id}")

    def checkout(self, session_id: str) -> CheckoutState:
        if self.silent:
            raise self.silent.pop(0)
        return self.states[session_id]

    def expire(self, session_id: str) -> CheckoutState:
        if self.states[session_id].status == "open":
            self._change(session_id, status="expired")
        return self.states[session_id]

    def charge(self, charge: Charge) -> ChargeState:
        self._fail()
        self.charges.append(charge)
        code = self.decline_code if self.charge_status == "failed" else None
        state = ChargeState(f"pi_c{len(self.charges)}", self.charge_status, charge.cents, code)
        self.charge_states[state.intent_id] = state
        return state

    def charge_state(self, intent_id: str) -> ChargeState:
        return self.charge_states[intent_id]

    def refunded_cents(self, intent_id: str) -> int:
        return self.refunds.get(intent_id, 0)

    def owner_of_refund(self, refund_id: str) -> tuple[int, int] | None:
        return None

    def read_event(self, raw: bytes, signature: str) -> PaymentEvent:
        """`raw` is the id of one of `events`."""
        if signature != "signed" or raw.decode() not in self.events:
            raise BadEvent
        return self.events[raw.decode()]

    def events_since(self, moment: datetime) -> Iterable[PaymentEvent]:
        return tuple(self.events.values())

    def pay(self, session_id: str) -> None:
        order = self.orders[session_id]
        method = f"pm_{session_id}" if order.saves_card else None
        self._change(
            session_id,
            status="complete",
            paid=order.cents > 0,
            processing=False,
            intent_id=f"pi_{session_id}" if order.cents else None,
            payment_method_id=method,
            card=self.card if method else None,
        )

    def leave_processing(self, session_id: str) -> None:
        self._change(session_id, status="complete", processing=True, intent_id=f"pi_{session_id}")

    def fail(self, session_id: str) -> None:
        self._change(session_id, status="complete", processing=False, failed=True)

    def _change(self, session_id: str, **changes: object) -> None:
        self.states[session_id] = replace(self.states[session_id], **changes)  # type: ignore[arg-type]

    def _fail(self) -> None:
        if self.failures:
            raise self.failures.pop(0)
