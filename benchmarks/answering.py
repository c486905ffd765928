"""From a signed webhook to the reply that is sent: how fast texts are taken in and answered."""

import time
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from benchmarks.carrier import Sent, carrier_of
from benchmarks.figures import in_ms, percentile
from benchmarks.patients import NUMBER
from benchmarks.product import Product

AT_ONCE = 16  # connections of the carrier, as many as the web has threads
CALM_AT_ONCE = 4
DRAIN_SECONDS = 240.0
REPLIES = """
    select heard.created_at, heard.taken_at, said.sent_at
    from messages heard left join messages said on said.answers_id = heard.id
    where heard.twilio_sid = any(%s)
"""


@dataclass(frozen=True)
class Reply:
    """None: not taken, or not answered by a text that was sent."""

    heard_at: datetime
    taken_at: datetime | None
    sent_at: datetime | None

    @property
    def seconds(self) -> float | None:
        return (self.sent_at - self.heard_at).total_seconds() if self.sent_at else None


def burst(product: Product, senders: Sequence[str], bodies: Sequence[str]) -> dict[str, float]:
    """All texts as fast as they are taken in; then until the last one is answered."""
    texts = [(sender, NUMBER, body) for sender, body in zip(senders, bodies, strict=False)]
    began = time.perf_counter()
    sent = carrier_of(product).send_all(texts, AT_ONCE)
    taken_in_seconds = time.perf_counter() - began
    product.idle(DRAIN_SECONDS)
    replies = replies_to(product, sent)
    return {
        "texts": len(sent),
        "refused": sum(each.status != 200 for each in sent),
        "accepted_per_second": round(len(sent) / taken_in_seconds, 1),
        "accept_p50_ms": round(percentile((s.seconds for s in sent), 0.50) * 1000, 1),
        "accept_p99_ms": round(percentile((s.seconds for s in sent), 0.99) * 1000, 1),
        "turns_per_second": round(_rate(replies), 1),
        "unanswered": sum(reply.seconds is None for reply in replies),
    }


def calm(product: Product, senders: Sequence[str], bodies: Sequence[str]) -> dict[str, float]:
    """A few texts at a time, nothing else going on: what a patient waits for a reply."""
    texts = [(sender, NUMBER, body) for sender, body in zip(senders, bodies, strict=False)]
    sent: list[Sent] = []
    for start in range(0, len(texts), CALM_AT_ONCE):
        sent += carrier_of(product).send_all(texts[start : start + CALM_AT_ONCE], CALM_AT_ONCE)
        product.idle(DRAIN_SECONDS)
    waited = [reply.seconds for reply in replies_to(product, sent)]
    answered = [seconds for seconds in waited if seconds is not None]
    return {**in_ms(answered), "unanswered": len(waited) - len(answered)}


def replies_to(product: Product, sent: Sequence[Sent]) -> list[Reply]:
    sids = [each.sid for each in sent]
    return [Reply(*row) for row in product.rows(REPLIES, sids)]


def _rate(replies: Sequence[Reply]) -> float:
    """Answered texts a second, from the first one's arrival to the last reply's sending."""
    ended = [reply.sent_at for reply in replies if reply.sent_at]
    if not ended:
        return 0.0
    seconds = (max(ended) - min(reply.heard_at for reply in replies)).total_seconds()
    return len(ended) / max(seconds, 0.001)
