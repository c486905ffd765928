"""One Stripe account's objects, and the events that their changes make."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

import stripe

from sandbox.delivery import Delivery, event_body
from sandbox.state import Doc
from sandbox.stripe_api.errors import missing
from sandbox.stripe_api.shapes import new, public
from sandbox.world import World


@dataclass(frozen=True)
class Account:
    """`id` is "" for the platform itself; `request_id` and `key` name the call being answered.

    `base_url` is the address under which the caller knows this sandbox.
    """

    world: World
    id: str = ""
    request_id: str | None = None
    key: str | None = None
    base_url: str = ""

    def now(self) -> int:
        return self.world.clock.timestamp()

    def create(self, kind: str, known: dict[str, Any], tag: str = "") -> Doc:
        return self.save(kind, new(kind, self.now(), known), tag)

    def save(self, kind: str, doc: Doc, tag: str = "") -> Doc:
        return self.world.store.put(kind, doc, self.id, tag)

    def find(self, kind: str, id: str, param: str = "id") -> Doc:
        found = self.world.store.get(kind, id, self.id)
        if found is None:
            raise missing(kind, id, param)
        return found

    def every(self, kind: str) -> list[Doc]:
        return self.world.store.every(kind, self.id)

    def emit(self, type: str, obj: Doc) -> None:
        """Remembered for events.list, and on its way to the product."""
        request = {"id": self.request_id, "idempotency_key": self.key}
        known = {
            "type": type,
            "api_version": stripe.api_version,
            "data": {"object": public(obj)},
            "request": request,
            **({"account": self.id} if self.id else {}),
        }
        event = self.create("event", known)
        url = f"{self.world.settings.product_url}/stripe/events"
        body = event_body(event)
        self.world.courier.post(
            Delivery("stripe", url, body, subject=f"{self.id}/{event['id']}"), after_seconds=0.02
        )
