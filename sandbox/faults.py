"""Things going wrong on request: which, where, and how many more times."""

from __future__ import annotations

import secrets
from collections.abc import Collection
from dataclasses import asdict, dataclass

from sandbox.state import Doc, Store

TARGETS = ("twilio", "stripe", "webhook")
API_KINDS = ("429", "500", "timeout", "timeout_after_effect")
WEBHOOK_KINDS = ("duplicate_webhook", "reorder", "drop")
VENDOR_KINDS = {"twilio": ("undelivered", "21610"), "stripe": ("decline",), "webhook": ()}


class FaultRefused(ValueError):
    """There is no such fault."""


@dataclass(frozen=True)
class Fault:
    """`times` is how often it still strikes; `slow` are seconds held before a timeout ends.

    `code` is Twilio's error code for "undelivered", Stripe's decline code for "decline".
    """

    id: str
    target: str
    kind: str
    times: int = 1
    code: str = ""
    path: str = ""
    slow: float = 0.0


def order(store: Store, asked: Doc) -> Fault:
    fault = Fault(
        id=secrets.token_hex(6),
        target=str(asked.get("target", "")),
        kind=str(asked.get("kind", "")),
        times=int(asked.get("times", 1)),
        code=str(asked.get("code", "")),
        path=str(asked.get("path", "")),
        slow=float(asked.get("slow", 0)),
    )
    _refuse_unknown(fault)
    store.put("fault", asdict(fault))
    return fault


def ordered(store: Store) -> list[Fault]:
    return [Fault(**doc) for doc in store.every("fault")]


def strike(
    store: Store, targets: Collection[str], kinds: Collection[str], path: str
) -> Fault | None:
    """The oldest fault that fits, used up by one; None when all is well."""
    with store.lock:
        fitting = (
            fault
            for fault in ordered(store)
            if fault.target in targets and fault.kind in kinds and fault.path in path
        )
        fault = next(fitting, None)
        if fault is None:
            return None
        _use_up(store, fault)
        return fault


def _use_up(store: Store, fault: Fault) -> None:
    if fault.times <= 1:
        store.remove("fault", fault.id)
        return
    store.put("fault", {**asdict(fault), "times": fault.times - 1})


def _refuse_unknown(fault: Fault) -> None:
    if fault.target not in TARGETS:
        raise FaultRefused(f"target must be one of {', '.join(TARGETS)}")
    api = () if fault.target == "webhook" else API_KINDS
    kinds = (*api, *WEBHOOK_KINDS, *VENDOR_KINDS[fault.target])
    if fault.kind not in kinds:
        raise FaultRefused(f"kind must be one of {', '.join(kinds)}")
    if fault.times < 1:
        raise FaultRefused("times must be 1 or more")
